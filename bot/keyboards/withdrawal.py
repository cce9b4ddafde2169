"""«Это о другом»: where words go that were taken for another dialog. Each button names the first of them."""

from collections.abc import Iterable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import Number, button, grid
from bot.keyboards.routing import MOST_DIALOGS, dialog_label
from bot.texts import Speech
from core.dialog import Dialog


class AboutOther(CallbackData, prefix="other"):
    number: Number  # the dialog that they are in
    first: Number


class TakeTo(CallbackData, prefix="take-to"):
    number: Number
    first: Number
    to: Number


class TakeToNew(CallbackData, prefix="take-new"):
    """Or to the draft that is begun already."""

    number: Number
    first: Number


class LeaveThem(CallbackData, prefix="take-not"):
    number: Number
    first: Number


def about_other_button(speech: Speech, number: int, first: int) -> InlineKeyboardButton:
    return button(speech.plain("withdraw-about-other"), AboutOther(number=number, first=first))


def where_keyboard(
    speech: Speech, number: int, first: int, dialogs: Iterable[Dialog], has_draft: bool
) -> InlineKeyboardMarkup:
    new = speech.plain("writing-to-draft" if has_draft else "writing-new")
    return grid(
        *(
            [button(dialog_label(speech, dialog), TakeTo(number=number, first=first, to=dialog.number))]
            for dialog in list(dialogs)[:MOST_DIALOGS]
        ),
        [button(new, TakeToNew(number=number, first=first))],
        [button(speech.plain("withdraw-leave", number=str(number)), LeaveThem(number=number, first=first))],
    )
