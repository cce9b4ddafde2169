"""Admins, in their private chats with the bot."""

from aiogram import Router

from bot.handlers.admin import (
    admins,
    announce,
    audit,
    catalogue,
    check,
    export,
    owners,
    people,
    settings,
    stats,
    templates,
)
from bot.handlers.admin.guard import by_admin, in_private


def router() -> Router:
    router = Router(name="admin")
    for observer in (router.message, router.callback_query):
        observer.filter(in_private, by_admin)
    router.include_routers(
        stats.router(),
        export.router(),
        check.router(),
        people.router(),
        catalogue.router(),
        templates.router(),
        announce.router(),
        audit.router(),
        settings.router(),
        admins.router(),
        owners.router(),
    )
    return router
