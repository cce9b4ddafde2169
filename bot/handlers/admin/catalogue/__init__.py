"""/catalogue: the whole as one file, and entry by entry."""

from aiogram import Router

from bot.handlers.admin.catalogue import add_entry, browse, edit_entry, file


def register(router: Router) -> None:
    for part in (browse, edit_entry, add_entry, file):
        part.register(router)
