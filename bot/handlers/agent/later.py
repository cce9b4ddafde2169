"""`/later …` and «Отложить»: the dialog leaves the queue until a moment, or until the seller writes."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.actions import Event, on_button, on_command
from bot.handlers.agent.card_menus import open_menu
from bot.handlers.agent.filters import pressed
from bot.inbound.update_context import UpdateContext
from bot.keyboards.later import PutOff, TakeUp, TellLater, choices_keyboard, put_off_keyboard
from core.desk import LaterActions
from core.dialog import Dialog, Status
from core.duration_words import is_off


def register(router: Router) -> None:
    on_command(router, "later", put_off_by_words)
    on_button(router, "later", show_choices)
    router.callback_query.register(put_off_by_choice, PutOff.filter(), pressed)
    router.callback_query.register(tell_seller, TellLater.filter(), pressed)
    router.callback_query.register(take_up, TakeUp.filter(), pressed)


async def put_off_by_words(
    message: Message, command: CommandObject, dialog: Dialog, context: UpdateContext, later_actions: LaterActions
) -> None:
    if not command.args:
        return await show_choices(message, dialog, context)
    if is_off(command.args):
        return await take_up(message, dialog, context, later_actions)
    _show(context, message, later_actions.put_off(context.work, dialog, command.args))


async def show_choices(event: Event, dialog: Dialog, context: UpdateContext) -> None:
    dialog.must_be_open()
    open_menu(context, event, "later-until", choices_keyboard(context.screen.speech, dialog))


async def put_off_by_choice(
    callback: CallbackQuery, callback_data: PutOff, dialog: Dialog, context: UpdateContext, later_actions: LaterActions
) -> None:
    _show(context, callback, later_actions.put_off(context.work, dialog, callback_data.choice.words))


async def tell_seller(
    callback: CallbackQuery, dialog: Dialog, context: UpdateContext, later_actions: LaterActions
) -> None:
    _show(context, callback, later_actions.tell(context.work, dialog))
    context.screen.toast(context.screen.plain("later-told"))


async def take_up(event: Event, dialog: Dialog, context: UpdateContext, later_actions: LaterActions) -> None:
    later_actions.take_up(context.work, dialog)
    waits = "yes" if dialog.status is Status.CREATED else "no"
    _answer(context, event, context.screen.t("later-back", number=str(dialog.number), waits=waits))


def _show(context: UpdateContext, event: Event, dialog: Dialog) -> None:
    """Until when it was understood to be, for words may be meant otherwise."""
    assert dialog.snoozed_until is not None
    speech = context.screen.speech
    until = speech.until(dialog.snoozed_until, context.now)
    key = "later-told-done" if dialog.snooze_told else "later-done"
    _answer(context, event, speech.t(key, number=str(dialog.number), until=until), put_off_keyboard(speech, dialog))


def _answer(context: UpdateContext, event: Event, text: str, keyboard: object = None) -> None:
    """In place of the menu, or under the command."""
    if isinstance(event, Message):
        context.screen.send(text, keyboard, reply_to=event.message_id)
    else:
        context.screen.edit(text, keyboard)
