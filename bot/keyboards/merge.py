"""Buttons by which two dialogs of one seller become one, and two again."""

from collections.abc import Iterable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.agent import back_to_card
from bot.keyboards.buttons import Number, button, grid
from bot.texts import Speech
from bot.views.formatting import shorten
from core.dialog import Dialog
from core.merge import Merge

MOST_SHOWN = 8
LABEL_LIMIT = 60


class MergeWith(CallbackData, prefix="km"):
    number: Number  # of the dialog that stays
    merged: Number


class UndoMerge(CallbackData, prefix="kmu"):
    number: Number
    merged: Number


def others_keyboard(speech: Speech, dialog: Dialog, others: Iterable[Dialog]) -> InlineKeyboardMarkup:
    rows = []
    for other in list(others)[:MOST_SHOWN]:
        title = speech.plain("merge-row", number=str(other.number), topic=other.titles.topic_in(speech.locale))
        rows.append([button(shorten(title, LABEL_LIMIT), MergeWith(number=dialog.number, merged=other.number))])
    return grid(*rows, [back_to_card(speech, dialog)])


def offer_keyboard(speech: Speech, number: int, other: int) -> InlineKeyboardMarkup:
    return grid([button(speech.plain("merge-with", number=str(other)), MergeWith(number=number, merged=other))])


def undo_keyboard(speech: Speech, merge: Merge) -> InlineKeyboardMarkup:
    return grid([button(speech.plain("merge-undo"), UndoMerge(number=merge.survivor, merged=merge.number))])
