"""The seller of a dialog is banned, with a reason that they are told, or let in again."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.admins import Admins
from bot.handlers.agent.deeds import Event, on_button, on_command
from bot.handlers.agent.menus import close_menu, show_menu
from bot.handlers.agent.saying import done, say, show_usage
from bot.handlers.agent.who import pressed
from bot.keyboards.agent import BanFor, reasons_keyboard
from bot.turn import Turn
from core.desk import Agent, Desk
from core.dialog import Dialog
from core.errors import SellerIsAdmin
from core.ports import Store
from core.work import Person

REASON_LIMIT = 500


def register(router: Router) -> None:
    on_command(router, "ban", ban)
    on_command(router, "unban", unban)
    on_button(router, "ban", offer_reasons)
    router.callback_query.register(ban_for, BanFor.filter(), pressed)


async def ban(
    message: Message,
    command: CommandObject,
    dialog: Dialog,
    agent: Agent,
    turn: Turn,
    desk: Desk,
    store: Store,
    admins: Admins,
) -> None:
    if not command.args:
        return show_usage(turn, message, "ban")
    seller = await _who_may_be_banned(dialog, store, admins)
    if seller.banned_at is not None:
        return say(turn, message, "agent-banned-already")
    _carry_out(message, command.args, seller, dialog, agent, turn, desk)


async def offer_reasons(callback: CallbackQuery, dialog: Dialog, turn: Turn, store: Store, admins: Admins) -> None:
    """Chosen, so that no tap by mistake keeps anybody out."""
    if (await _who_may_be_banned(dialog, store, admins)).banned_at is not None:
        return turn.screen.alert(turn.screen.plain("agent-banned-already"))
    show_menu(turn, callback, "agent-ban-which", reasons_keyboard(turn.screen.speech, dialog))
    turn.screen.toast(turn.screen.plain("agent-ban-which"))


async def ban_for(
    callback: CallbackQuery,
    callback_data: BanFor,
    dialog: Dialog,
    agent: Agent,
    turn: Turn,
    desk: Desk,
    store: Store,
    admins: Admins,
) -> None:
    seller, texts = await _who_may_be_banned(dialog, store, admins), turn.screen.texts
    await close_menu(turn, callback, dialog, store)
    if seller.banned_at is not None:
        return turn.screen.alert(turn.screen.plain("agent-banned-already"))
    reason = texts.plain(texts.locale_of(seller.locale, seller.language), f"ban-{callback_data.reason}")
    _carry_out(callback, reason, seller, dialog, agent, turn, desk)


def _carry_out(event: Event, reason: str, seller: Person, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk) -> None:
    desk.ban(turn.work, agent.id, seller, reason[:REASON_LIMIT], dialog)
    done(turn, event, "agent-banned")


async def unban(message: Message, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk, store: Store) -> None:
    seller = await _seller_of(dialog, store)
    if seller.banned_at is None:
        return say(turn, message, "agent-not-banned")
    desk.unban(turn.work, agent.id, seller, dialog)
    done(turn, message, "agent-unbanned")


async def _who_may_be_banned(dialog: Dialog, store: Store, admins: Admins) -> Person:
    if dialog.seller_id in admins:
        raise SellerIsAdmin()
    return await _seller_of(dialog, store)


async def _seller_of(dialog: Dialog, store: Store) -> Person:
    return await store.person(dialog.seller_id) or Person(dialog.seller_id)
