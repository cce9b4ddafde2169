"""/admins: owners appoint admins and revoke them. `/admins 123456789`, or by a reply to what came from them."""

import re

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, MessageOriginUser

from bot.inbound.update_context import UpdateContext
from bot.keyboards.admins import (
    AppointAdmin,
    RevokeAdmin,
    ShowAdmins,
    admins_keyboard,
    appointing_keyboard,
    revoking_keyboard,
)
from bot.roles import Admins
from bot.telegram.screens import Screen
from bot.telegram.written_command import Command
from core.admins import AppointedAdmin
from core.desk import AdminActions
from core.person import Person, PersonReads

PATIENCE = 5  # seconds


def register(router: Router) -> None:
    router.message.register(admins_command, Command("admins"))
    router.callback_query.register(appoint, AppointAdmin.filter())
    router.callback_query.register(back, ShowAdmins.filter())
    router.callback_query.register(revoke, RevokeAdmin.filter(F.sure))
    router.callback_query.register(ask, RevokeAdmin.filter())


async def admins_command(
    message: Message,
    command: CommandObject,
    context: UpdateContext,
    store: PersonReads,
    admins: Admins,
    bot: Bot,
) -> None:
    """The person is shown first: an id is soon mistyped, and a @name goes from one to another."""
    screen, named = context.screen, _named(message, (command.args or "").strip())
    if named is None:
        return screen.send(*await _list(screen, store, admins))
    person = await (store.person(named) if isinstance(named, int) else _called(store, bot, named))
    if person is None:
        return screen.send(screen.t("admins-unknown", named=_shown(named)))
    if person.id in admins:
        return screen.send(screen.t("admins-already", **_who(person)))
    screen.send(screen.t("admins-appoint", **_who(person)), appointing_keyboard(screen.speech, person.id))


def _named(message: Message, words: str) -> int | str | None:
    """An id, a @name, or whoever wrote what is replied to."""
    if re.fullmatch(r"\d{1,18}", words):
        return int(words)
    if words:
        return words.removeprefix("@")
    origin = message.reply_to_message and message.reply_to_message.forward_origin
    return origin.sender_user.id if isinstance(origin, MessageOriginUser) else None


async def _called(store: PersonReads, bot: Bot, username: str) -> Person | None:
    """Who has the name now; nobody where the one who had it has another one by now."""
    person = await store.person_called(username)
    if person is None:
        return None
    try:
        chat = await bot.get_chat(person.id, request_timeout=PATIENCE)
    except TelegramAPIError:
        return person  # as far as is known: the id is shown before anything is done
    return person if (chat.username or "").lower() == username.lower() else None


def _shown(named: int | str) -> str:
    return str(named) if isinstance(named, int) else f"@{named}"


def _who(person: Person) -> dict[str, str]:
    return {"name": person.name, "id": str(person.id), "username": person.username or "none"}


async def appoint(
    callback: CallbackQuery,
    callback_data: AppointAdmin,
    context: UpdateContext,
    admin_actions: AdminActions,
    store: PersonReads,
    admins: Admins,
) -> None:
    screen, person = context.screen, await store.person(callback_data.person)
    if person is None:
        return screen.edit(screen.t("admins-unknown", named=str(callback_data.person)))
    if person.id in admins:
        return screen.edit(screen.t("admins-already", **_who(person)))
    admin_actions.appoint(context.work, context.person.id, person)
    appointed = AppointedAdmin(person.id, "admin", context.now, context.person.id, person.name)
    context.after_commit.append(lambda: admins.use([*admins.appointed.values(), appointed]))
    screen.edit(screen.t("admins-appointed", **_who(person)))


async def back(callback: CallbackQuery, context: UpdateContext, store: PersonReads, admins: Admins) -> None:
    text, keyboard = await _list(context.screen, store, admins)
    context.screen.edit(text, keyboard)


async def ask(callback: CallbackQuery, callback_data: RevokeAdmin, context: UpdateContext, admins: Admins) -> None:
    admin = admins.appointed.get(callback_data.person)
    if admin is None:
        return context.screen.alert(context.screen.plain("admins-gone"))
    text = context.screen.t("admins-ask", name=admin.name, id=str(admin.person_id))
    context.screen.edit(text, revoking_keyboard(context.screen.speech, admin.person_id))


async def revoke(
    callback: CallbackQuery,
    callback_data: RevokeAdmin,
    context: UpdateContext,
    admin_actions: AdminActions,
    admins: Admins,
) -> None:
    admin = admins.appointed.get(callback_data.person)
    if admin is None:
        return context.screen.alert(context.screen.plain("admins-gone"))
    admin_actions.revoke(context.work, context.person.id, admin)
    left = [other for other in admins.appointed.values() if other is not admin]
    context.after_commit.append(lambda: admins.use(left))
    context.screen.edit(context.screen.t("admins-revoked", name=admin.name, id=str(admin.person_id)))


async def _list(screen: Screen, store: PersonReads, admins: Admins) -> tuple[str, InlineKeyboardMarkup]:
    lines = [screen.t("admins-title")]
    for owner in sorted(admins.owners):
        person = await store.person(owner)
        lines.append(screen.t("admins-owner", name=person.name if person else "", id=str(owner)))
    for admin in admins.appointed.values():
        lines.append(
            screen.t("admins-admin", name=admin.name, id=str(admin.person_id), since=screen.speech.day(admin.at))
        )
    lines += ["", screen.t("admins-how")]
    return "\n".join(lines), admins_keyboard(screen.speech, admins.appointed.values())
