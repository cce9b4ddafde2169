"""A choice is shown in place of the card's buttons, or under the command that asked for it."""

from aiogram.methods import DeleteMessage, EditMessageReplyMarkup
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.handlers.agent.actions import Event
from bot.inbound.update_context import UpdateContext
from bot.keyboards.agent import card_keyboard
from core.dialog import Dialog
from core.threads import ThreadReads


def show_menu(context: UpdateContext, event: Event, title: str, keyboard: InlineKeyboardMarkup) -> None:
    if isinstance(event, Message):
        context.screen.send(context.screen.t(title), keyboard, reply_to=event.message_id)
    else:
        _set_buttons(context, keyboard)


async def close_menu(context: UpdateContext, callback: CallbackQuery, dialog: Dialog, store: ThreadReads) -> None:
    """The card gets its own buttons back; a message that was only a menu goes."""
    thread = await store.thread(dialog.number)
    pressed_id = context.screen.pressed_id
    if thread and thread.card_id == pressed_id:
        _set_buttons(context, card_keyboard(context.screen.texts, context.screen.locale, dialog))
    elif pressed_id is not None:
        context.screen.call(DeleteMessage(chat_id=context.screen.chat_id, message_id=pressed_id))


def _set_buttons(context: UpdateContext, keyboard: InlineKeyboardMarkup | None) -> None:
    context.screen.call(
        EditMessageReplyMarkup(
            chat_id=context.screen.chat_id, message_id=context.screen.pressed_id, reply_markup=keyboard
        )
    )
