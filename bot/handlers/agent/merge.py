"""`/merge №`: another open dialog of the seller becomes part of this one. Who did it may undo it for a minute."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.actions import Event, on_button, on_command
from bot.handlers.agent.card_menus import open_menu
from bot.handlers.agent.filters import pressed
from bot.handlers.agent.replies import say, show_usage
from bot.handlers.seller.dialog_number import number_in
from bot.inbound.update_context import UpdateContext
from bot.keyboards.merge import MergeWith, UndoMerge, others_keyboard, undo_keyboard
from core.desk import MergeActions
from core.dialog import Dialog
from core.merge import Merge
from core.person import Agent


def register(router: Router) -> None:
    on_command(router, "merge", merge)
    on_button(router, "merge", offer)
    router.callback_query.register(merge_with, MergeWith.filter(), pressed)
    router.callback_query.register(undo, UndoMerge.filter(), pressed)


async def merge(
    message: Message,
    command: CommandObject,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    merge_actions: MergeActions,
) -> None:
    if not command.args:
        return await offer(message, dialog, context, merge_actions)
    number = number_in(command.args)
    if number is None:
        return show_usage(context, message, "merge")
    _show(context, message, await merge_actions.merge(context.work, agent, dialog, number))


async def offer(event: Event, dialog: Dialog, context: UpdateContext, merge_actions: MergeActions) -> None:
    dialog.must_be_open()
    others = await merge_actions.others(dialog)
    if others:
        open_menu(context, event, "merge-which", others_keyboard(context.screen.speech, dialog, others))
    elif isinstance(event, Message):
        say(context, event, "merge-none")
    else:
        context.screen.alert(context.screen.plain("merge-none"))


async def merge_with(
    callback: CallbackQuery,
    callback_data: MergeWith,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    merge_actions: MergeActions,
) -> None:
    _show(context, callback, await merge_actions.merge(context.work, agent, dialog, callback_data.merged))


async def undo(
    callback: CallbackQuery,
    callback_data: UndoMerge,
    agent: Agent,
    context: UpdateContext,
    merge_actions: MergeActions,
) -> None:
    merge = await merge_actions.undo(context.work, agent, callback_data.merged)
    context.screen.edit(context.screen.t("merge-undone", **_numbers(merge)))


def _show(context: UpdateContext, event: Event, merge: Merge) -> None:
    """Under the command, or in place of the menu: in a plain group it stays with its dialog so."""
    text, keyboard = context.screen.t("merge-done", **_numbers(merge)), undo_keyboard(context.screen.speech, merge)
    if isinstance(event, Message):
        context.screen.send(text, keyboard, reply_to=event.message_id)
    else:
        context.screen.edit(text, keyboard)


def _numbers(merge: Merge) -> dict[str, str]:
    return {"merged": str(merge.number), "survivor": str(merge.survivor)}
