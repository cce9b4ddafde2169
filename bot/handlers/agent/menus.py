"""A choice is shown in place of the card's buttons, or under the command that asked for it."""

from aiogram.methods import DeleteMessage, EditMessageReplyMarkup
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.handlers.agent.deeds import Event
from bot.keyboards.agent import card_keyboard
from bot.turn import Turn
from core.dialog import Dialog
from core.ports import Store


def show_menu(turn: Turn, event: Event, title: str, keyboard: InlineKeyboardMarkup) -> None:
    if isinstance(event, Message):
        turn.screen.send(turn.screen.t(title), keyboard, reply_to=event.message_id)
    else:
        _set_buttons(turn, keyboard)


async def close_menu(turn: Turn, callback: CallbackQuery, dialog: Dialog, store: Store) -> None:
    """The card gets its own buttons back; a message that was only a menu goes."""
    place = await store.place(dialog.number)
    pressed_id = turn.screen.pressed_id
    if place and place.card_id == pressed_id:
        _set_buttons(turn, card_keyboard(turn.screen.texts, turn.screen.locale, dialog))
    elif pressed_id is not None:
        turn.screen.call(DeleteMessage(chat_id=turn.screen.chat_id, message_id=pressed_id))


def _set_buttons(turn: Turn, keyboard: InlineKeyboardMarkup | None) -> None:
    turn.screen.call(
        EditMessageReplyMarkup(chat_id=turn.screen.chat_id, message_id=turn.screen.pressed_id, reply_markup=keyboard)
    )
