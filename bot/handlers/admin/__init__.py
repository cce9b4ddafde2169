"""Admins, in their private chats with the bot."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router

from bot.handlers.admin import (
    admins,
    after_restore,
    announcement_end,
    announcements,
    audit,
    bans,
    canned,
    canned_languages,
    catalogue,
    check,
    export,
    group_only,
    macros,
    missed_words,
    owners_only,
    settings,
    stats,
    stranded_dialogs,
)
from bot.handlers.admin.permissions import by_admin, by_owner, in_private
from bot.inbound.update_context import UpdateContext
from bot.roles import Admins
from bot.telegram.command_menus import Commands


def router() -> Router:
    router = Router(name="admin")
    router.message.outer_middleware(offer_menu)
    for observer in (router.message, router.callback_query):
        observer.filter(in_private, by_admin)
    for actions in (
        stats,
        export,
        check,
        missed_words,
        after_restore,
        stranded_dialogs,
        bans,
        catalogue,
        canned,
        canned_languages,
        macros,
        announcements,
        announcement_end,
        audit,
    ):
        actions.register(router)
    router.include_routers(_by_owners(), _by_others())
    return router


def _by_owners() -> Router:
    router = Router(name="owners")
    for observer in (router.message, router.callback_query):
        observer.filter(by_owner)
    for actions in (settings, admins):
        actions.register(router)
    return router


def _by_others() -> Router:
    router = Router(name="others")
    for actions in (owners_only, group_only):
        actions.register(router)
    return router


async def offer_menu(handler: Callable[[Any, dict[str, Any]], Awaitable[Any]], event: Any, data: dict[str, Any]) -> Any:
    """An admin who writes for the first time can be given the menu of commands that was refused before."""
    context: UpdateContext = data["context"]
    admins: Admins = data["admins"]
    commands: Commands = data["commands"]
    if context.person.id in admins and commands.lacks(context.person.id):
        context.after_commit.append(commands.look_again)
    return await handler(event, data)
