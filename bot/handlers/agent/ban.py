"""The seller of a dialog is banned, with a reason that they are told, or let in again."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.actions import Event, on_button, on_command
from bot.handlers.agent.card_menus import close_menu, show_menu
from bot.handlers.agent.filters import pressed
from bot.handlers.agent.replies import done, say, show_usage
from bot.inbound.update_context import UpdateContext
from bot.keyboards.agent import BanFor, reasons_keyboard
from bot.roles import Admins
from core.desk import AdminActions
from core.dialog import Dialog
from core.errors import SellerIsAdmin
from core.person import Agent, Person
from core.store import Store

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
    context: UpdateContext,
    admin_actions: AdminActions,
    store: Store,
    admins: Admins,
) -> None:
    if not command.args:
        return show_usage(context, message, "ban")
    seller = await _who_may_be_banned(dialog, store, admins)
    if seller.banned_at is not None:
        return say(context, message, "agent-banned-already")
    _carry_out(message, command.args, seller, dialog, agent, context, admin_actions)


async def offer_reasons(
    callback: CallbackQuery, dialog: Dialog, context: UpdateContext, store: Store, admins: Admins
) -> None:
    """Chosen, so that no tap by mistake keeps anybody out."""
    if (await _who_may_be_banned(dialog, store, admins)).banned_at is not None:
        return context.screen.alert(context.screen.plain("agent-banned-already"))
    show_menu(context, callback, "agent-ban-which", reasons_keyboard(context.screen.speech, dialog))
    context.screen.toast(context.screen.plain("agent-ban-which"))


async def ban_for(
    callback: CallbackQuery,
    callback_data: BanFor,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    admin_actions: AdminActions,
    store: Store,
    admins: Admins,
) -> None:
    seller, texts = await _who_may_be_banned(dialog, store, admins), context.screen.texts
    await close_menu(context, callback, dialog, store)
    if seller.banned_at is not None:
        return context.screen.alert(context.screen.plain("agent-banned-already"))
    reason = texts.plain(texts.locale_of(seller.locale, seller.language), f"ban-{callback_data.reason}")
    _carry_out(callback, reason, seller, dialog, agent, context, admin_actions)


def _carry_out(
    event: Event,
    reason: str,
    seller: Person,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    admin_actions: AdminActions,
) -> None:
    admin_actions.ban(context.work, agent.id, seller, reason[:REASON_LIMIT], dialog)
    done(context, event, "agent-banned")


async def unban(
    message: Message, dialog: Dialog, agent: Agent, context: UpdateContext, admin_actions: AdminActions, store: Store
) -> None:
    seller = await _seller_of(dialog, store)
    if seller.banned_at is None:
        return say(context, message, "agent-not-banned")
    admin_actions.unban(context.work, agent.id, seller, dialog)
    done(context, message, "agent-unbanned")


async def _who_may_be_banned(dialog: Dialog, store: Store, admins: Admins) -> Person:
    if dialog.seller_id in admins:
        raise SellerIsAdmin()
    return await _seller_of(dialog, store)


async def _seller_of(dialog: Dialog, store: Store) -> Person:
    return await store.person(dialog.seller_id) or Person(dialog.seller_id)
