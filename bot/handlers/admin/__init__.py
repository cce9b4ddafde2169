"""Admins, in their private chats with the bot."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router

from bot.admins import Admins
from bot.commands import Commands
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
from bot.handlers.admin.guard import by_admin, by_owner, in_private
from bot.turn import Turn


def router() -> Router:
    router = Router(name="admin")
    router.message.outer_middleware(offer_menu)
    for observer in (router.message, router.callback_query):
        observer.filter(in_private, by_admin)
    for deeds in (stats, export, check, people, catalogue, templates, announce, audit):
        deeds.register(router)
    router.include_routers(_by_owners(), _by_others())
    return router


def _by_owners() -> Router:
    router = Router(name="owners")
    for observer in (router.message, router.callback_query):
        observer.filter(by_owner)
    for deeds in (settings, admins):
        deeds.register(router)
    return router


def _by_others() -> Router:
    router = Router(name="others")
    owners.register(router)
    return router


async def offer_menu(handler: Callable[[Any, dict[str, Any]], Awaitable[Any]], event: Any, data: dict[str, Any]) -> Any:
    """An admin who writes for the first time can be given the menu of commands that was refused before."""
    turn: Turn = data["turn"]
    admins: Admins = data["admins"]
    commands: Commands = data["commands"]
    if turn.person.id in admins and commands.lacks(turn.person.id):
        turn.after_commit.append(commands.look_again)
    return await handler(event, data)
