"""Answers that helped before: the list, one of them, and its way to the seller."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.agent import back_to_card
from bot.keyboards.buttons import Number, button, copy_button, grid
from bot.keyboards.canned import found_rows
from bot.texts import Speech
from bot.views.similar import suggestion_label
from core.desk import Similar, Suggestion
from core.dialog import Dialog


class ShowSimilar(CallbackData, prefix="sml"):
    number: Number


class ReadSimilar(CallbackData, prefix="smr"):
    number: Number
    earlier: Number  # the dialog that it helped in


class SendSimilar(CallbackData, prefix="sms"):
    number: Number
    earlier: Number


def similar_keyboard(speech: Speech, dialog: Dialog, similar: Similar) -> InlineKeyboardMarkup:
    return grid(
        *found_rows(dialog, similar.canned),
        *(
            [button(suggestion_label(speech, earlier), ReadSimilar(number=dialog.number, earlier=earlier.dialog))]
            for earlier in similar.earlier
        ),
        [back_to_card(speech, dialog)],
    )


def suggestion_keyboard(speech: Speech, dialog: Dialog, suggestion: Suggestion) -> InlineKeyboardMarkup:
    """One with gaps is not sent as it is."""
    send = SendSimilar(number=dialog.number, earlier=suggestion.dialog)
    return grid(
        [] if suggestion.has_gaps else [button(speech.plain("canned-send"), send, "success")],
        [copy_button(speech.plain("canned-copy"), suggestion.text)],
        [button(speech.plain("back"), ShowSimilar(number=dialog.number))],
    )
