"""/catalogue: the whole as one file, and entry by entry."""

from aiogram import Router

from bot.handlers.admin.catalogue import adding, changing, file, looking


def register(router: Router) -> None:
    for part in (looking, changing, adding, file):
        part.register(router)
