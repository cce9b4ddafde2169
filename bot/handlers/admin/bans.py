"""/ban and /unban: a seller by a dialog's number, by id, or by a reply to what came from them or names a dialog."""

import re

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import Message, MessageOriginUser

from bot.inbound.update_context import UpdateContext
from bot.roles import Admins
from bot.telegram.written_command import Command, as_written
from core.desk import REASON_LIMIT, AdminActions
from core.person import Person
from core.store import Store

WHOM = re.compile(r"(?:№|#|id)?\s*(\d{1,18})\b[\s,:]*(.*)", re.DOTALL | re.IGNORECASE)
NAMED_DIALOG = re.compile(r"№\s?(\d{1,18})")


def register(router: Router) -> None:
    router.message.register(ban, Command("ban"))
    router.message.register(unban, Command("unban"))


async def ban(
    message: Message,
    command: CommandObject,
    context: UpdateContext,
    admin_actions: AdminActions,
    store: Store,
    admins: Admins,
) -> None:
    screen = context.screen
    number, reason = _read(message, command.args or "")
    if number is None or not reason:
        return screen.send(screen.t("usage-admin-ban", command=as_written(message, "ban")))
    person = await _person(store, number)
    if person is None:
        return screen.send(screen.t("people-unknown", number=str(number)))
    await admin_actions.ban(context.work, context.person.id, person, reason, admins)
    screen.send(screen.t("people-banned", name=person.name, id=str(person.id), reason=reason[:REASON_LIMIT]))


async def unban(
    message: Message, command: CommandObject, context: UpdateContext, admin_actions: AdminActions, store: Store
) -> None:
    screen = context.screen
    number, _ = _read(message, command.args or "")
    if number is None:
        return screen.send(screen.t("usage-admin-unban", command=as_written(message, "unban")))
    person = await _person(store, number)
    if person is None:
        return screen.send(screen.t("people-unknown", number=str(number)))
    await admin_actions.unban(context.work, context.person.id, person)
    screen.send(screen.t("people-unbanned", name=person.name, id=str(person.id)))


def _read(message: Message, words: str) -> tuple[int | None, str]:
    """Whom, and why: both from the words, or the person from what is replied to."""
    if replied := _replied(message):
        return replied, words.strip()
    found = WHOM.fullmatch(words.strip())
    return (int(found[1]), found[2].strip()) if found else (None, "")


def _replied(message: Message) -> int | None:
    reply = message.reply_to_message
    if reply is None:
        return None
    if isinstance(reply.forward_origin, MessageOriginUser):
        return reply.forward_origin.sender_user.id
    named = NAMED_DIALOG.search(reply.text or reply.caption or "")
    return int(named[1]) if named else None


async def _person(store: Store, number: int) -> Person | None:
    """A dialog's number is tried first: ids of people are much longer."""
    dialog = await store.dialog(number)
    return await store.person(dialog.seller_id if dialog else number)
