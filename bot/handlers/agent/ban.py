"""The seller of a dialog is banned, with a reason that they are told, or allowed again."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.asking import Asking, ask_for, take_asked_for
from bot.handlers.agent.deeds import on_button, on_command
from bot.handlers.agent.saying import DONE, say, show_usage
from bot.handlers.agent.writing import Meaning, Writing
from bot.turn import Turn
from core.desk import Agent, Desk
from core.dialog import Dialog
from core.ports import Store
from core.work import Person

REASON_LIMIT = 500


def router() -> Router:
    router = Router(name="ban")
    on_command(router, "ban", ban)
    on_command(router, "unban", unban)
    on_button(router, "ban", press)
    router.message.register(take_reason, StateFilter(Asking.ban_reason), F.text, is_plain)
    return router


def is_plain(message: Message, writing: Writing) -> bool:
    return writing.meaning is Meaning.ANSWER


async def press(callback: CallbackQuery, dialog: Dialog, turn: Turn, store: Store, state: FSMContext) -> None:
    if (await seller_of(dialog, store)).banned_at is not None:
        turn.screen.toast(turn.screen.plain("agent-banned-already"))
        return
    asked = await ask_for(state, Asking.ban_reason, dialog)
    turn.screen.toast(turn.screen.plain("agent-ban-next" if asked else "agent-ban-not"))


async def ban(
    message: Message, command: CommandObject, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk, store: Store
) -> None:
    if not command.args:
        return show_usage(turn, message, "ban")
    await carry_out(message, command.args, dialog, agent, turn, desk, store)


async def take_reason(
    message: Message,
    dialog: Dialog,
    agent: Agent,
    turn: Turn,
    desk: Desk,
    store: Store,
    state: FSMContext,
) -> None:
    if not await take_asked_for(state, Asking.ban_reason, dialog):
        raise SkipHandler
    await carry_out(message, message.text or "", dialog, agent, turn, desk, store)


async def carry_out(
    message: Message, reason: str, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk, store: Store
) -> None:
    seller = await seller_of(dialog, store)
    if seller.banned_at is not None:
        return say(turn, message, "agent-banned-already")
    desk.ban(turn.work, agent.id, seller, reason[:REASON_LIMIT], dialog)
    turn.screen.react(message.message_id, DONE)


async def unban(message: Message, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk, store: Store) -> None:
    seller = await seller_of(dialog, store)
    if seller.banned_at is None:
        return say(turn, message, "agent-not-banned")
    desk.unban(turn.work, agent.id, seller, dialog)
    turn.screen.react(message.message_id, DONE)


async def seller_of(dialog: Dialog, store: Store) -> Person:
    return await store.person(dialog.seller_id) or Person(dialog.seller_id)
