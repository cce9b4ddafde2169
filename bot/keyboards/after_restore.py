"""What a backup that was put back has waiting: to be sent, or dropped."""

from aiogram.filters.callback_data import CallbackData

from bot.keyboards.buttons import Row, button
from bot.texts import Speech


class SendHeld(CallbackData, prefix="held-send"):
    pass


class DropHeld(CallbackData, prefix="held-drop"):
    pass


def held_row(speech: Speech) -> Row:
    return [button(speech.plain("held-send"), SendHeld()), button(speech.plain("held-drop"), DropHeld(), "danger")]
