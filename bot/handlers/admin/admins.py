"""/admins: owners appoint admins and revoke them. `/admins 123456789`, or by a reply to what came from them."""

import re

from aiogram import F, Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, MessageOriginUser

from bot.admins import Admins
from bot.keyboards.admins import RevokeAdmin, ShowAdmins, admins_keyboard, revoking_keyboard
from bot.screens import Screen
from bot.slash import Command
from bot.turn import Turn
from core.administration import Appointed
from core.desk import Desk
from core.ports import Store
from core.work import Person


def register(router: Router) -> None:
    router.message.register(admins_command, Command("admins", ignore_case=True))
    router.callback_query.register(back, ShowAdmins.filter())
    router.callback_query.register(revoke, RevokeAdmin.filter(F.sure))
    router.callback_query.register(ask, RevokeAdmin.filter())


async def admins_command(
    message: Message, command: CommandObject, turn: Turn, desk: Desk, store: Store, admins: Admins
) -> None:
    named = _named(message, (command.args or "").strip())
    if named is None:
        text, keyboard = await _list(turn.screen, store, admins)
        return turn.screen.send(text, keyboard)
    person = await (store.person(named) if isinstance(named, int) else store.person_called(named))
    if person is None:
        return turn.screen.send(turn.screen.t("admins-unknown"))
    _appoint(turn, desk, admins, person)


def _named(message: Message, words: str) -> int | str | None:
    """An id, a @name, or whoever wrote what is replied to."""
    if re.fullmatch(r"\d{1,18}", words):
        return int(words)
    if words:
        return words.removeprefix("@")
    origin = message.reply_to_message and message.reply_to_message.forward_origin
    return origin.sender_user.id if isinstance(origin, MessageOriginUser) else None


def _appoint(turn: Turn, desk: Desk, admins: Admins, person: Person) -> None:
    screen, who = turn.screen, {"name": person.name, "id": str(person.id)}
    if person.id in admins:
        return screen.send(screen.t("admins-already", **who))
    desk.appoint(turn.work, turn.person.id, person)
    appointed = Appointed(person.id, "admin", turn.now, turn.person.id, person.name)
    turn.after_commit.append(lambda: admins.use([*admins.appointed.values(), appointed]))
    screen.send(screen.t("admins-appointed", **who))


async def back(callback: CallbackQuery, turn: Turn, store: Store, admins: Admins) -> None:
    text, keyboard = await _list(turn.screen, store, admins)
    turn.screen.edit(text, keyboard)


async def ask(callback: CallbackQuery, callback_data: RevokeAdmin, turn: Turn, admins: Admins) -> None:
    admin = admins.appointed.get(callback_data.person)
    if admin is None:
        return turn.screen.alert(turn.screen.plain("admins-gone"))
    text = turn.screen.t("admins-ask", name=admin.name, id=str(admin.person_id))
    turn.screen.edit(text, revoking_keyboard(turn.screen.speech, admin.person_id))


async def revoke(callback: CallbackQuery, callback_data: RevokeAdmin, turn: Turn, desk: Desk, admins: Admins) -> None:
    admin = admins.appointed.get(callback_data.person)
    if admin is None:
        return turn.screen.alert(turn.screen.plain("admins-gone"))
    desk.revoke(turn.work, turn.person.id, admin)
    left = [other for other in admins.appointed.values() if other is not admin]
    turn.after_commit.append(lambda: admins.use(left))
    turn.screen.edit(turn.screen.t("admins-revoked", name=admin.name, id=str(admin.person_id)))


async def _list(screen: Screen, store: Store, admins: Admins) -> tuple[str, InlineKeyboardMarkup]:
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
