"""The seller of a dialog is banned, with a reason that they are told, or let in again."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.actions import Event, on_button, on_command
from bot.handlers.agent.card_menus import close_menu, open_menu
from bot.handlers.agent.filters import pressed
from bot.handlers.agent.replies import done
from bot.inbound.update_context import UpdateContext
from bot.keyboards.agent import BanFor, reasons_keyboard
from bot.roles import Admins
from core.content import is_blank
from core.desk import AdminActions, must_be_bannable
from core.dialog import Dialog
from core.person import Agent, Person, PersonReads
from core.store import Store


def register(router: Router) -> None:
    on_command(router, "ban", ban)
    on_command(router, "unban", unban)
    on_button(router, "ban", offer_reasons)
    on_button(router, "unban", unban)
    router.callback_query.register(ban_for, BanFor.filter(), pressed)


async def ban(
    message: Message,
    command: CommandObject,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    admin_actions: AdminActions,
    store: PersonReads,
    admins: Admins,
) -> None:
    if is_blank(command.args or ""):
        return await offer_reasons(message, dialog, context, store, admins)
    await admin_actions.ban(context.work, agent.id, await _seller_of(dialog, store), command.args or "", admins, dialog)
    done(context, message, "agent-banned")


async def offer_reasons(
    event: Event, dialog: Dialog, context: UpdateContext, store: PersonReads, admins: Admins
) -> None:
    """Chosen, so that no tap by mistake keeps anybody out."""
    must_be_bannable(await _seller_of(dialog, store), admins)
    open_menu(context, event, "agent-ban-which", reasons_keyboard(context.screen.speech, dialog))


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
    seller, texts = await _seller_of(dialog, store), context.screen.texts
    reason = texts.plain(texts.locale_of(seller.locale, seller.language), f"ban-{callback_data.reason}")
    await admin_actions.ban(context.work, agent.id, seller, reason, admins, dialog)
    await close_menu(context, dialog, store)
    done(context, callback, "agent-banned")


async def unban(
    event: Event,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    admin_actions: AdminActions,
    store: PersonReads,
) -> None:
    await admin_actions.unban(context.work, agent.id, await _seller_of(dialog, store), dialog)
    done(context, event, "agent-unbanned")


async def _seller_of(dialog: Dialog, store: PersonReads) -> Person:
    return await store.person(dialog.seller_id) or Person(dialog.seller_id)
