"""Where words go that could go to several places.

Each button names the message that it was asked about: words that have gone already are not sent twice.
"""

from collections.abc import Iterable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import Number, button, grid
from bot.texts import Speech
from bot.views.formatting import shorten
from bot.views.new_dialog import again_label
from bot.views.status_icons import SIGNS
from core.dialog import Dialog

MOST_DIALOGS = 20
LABEL_LIMIT = 60


class SendTo(CallbackData, prefix="to"):
    number: Number
    first: Number


class SendToDraft(CallbackData, prefix="to-draft"):
    first: Number


class SendToNew(CallbackData, prefix="to-new"):
    first: Number
    like: Number | None = None  # the dialog whose topic the new one is about


class SendNowhere(CallbackData, prefix="to-none"):
    first: Number


def which_keyboard(speech: Speech, dialogs: Iterable[Dialog], has_draft: bool, first: int) -> InlineKeyboardMarkup:
    return grid(
        *([_to(speech, dialog, first)] for dialog in list(dialogs)[:MOST_DIALOGS]),
        [button(speech.plain("writing-to-draft"), SendToDraft(first=first)) if has_draft else None],
        [button(speech.plain("writing-new"), SendToNew(first=first))],
        [button(speech.plain("writing-forget"), SendNowhere(first=first))],
    )


def finished_keyboard(
    speech: Speech, finished: Dialog, others: Iterable[Dialog], has_draft: bool, first: int, wait: int | None = None
) -> InlineKeyboardMarkup:
    """`wait`: until the finished dialog's topic is free for another one, in ms."""
    again = again_label(speech, finished.titles.topic_in(speech.locale), wait)
    return grid(
        [button(again, SendToNew(first=first, like=finished.number), None if wait else "primary")],
        *([_to(speech, dialog, first)] for dialog in list(others)[:MOST_DIALOGS]),
        [button(speech.plain("writing-to-draft"), SendToDraft(first=first)) if has_draft else None],
        [
            button(speech.plain("writing-other-topic"), SendToNew(first=first)),
            button(speech.plain("writing-forget"), SendNowhere(first=first)),
        ],
    )


def _to(speech: Speech, dialog: Dialog, first: int) -> InlineKeyboardButton:
    return button(dialog_label(speech, dialog), SendTo(number=dialog.number, first=first))


def dialog_label(speech: Speech, dialog: Dialog) -> str:
    title = speech.plain("writing-to", number=str(dialog.number), topic=dialog.titles.topic_in(speech.locale))
    return f"{SIGNS[dialog.status]} {shorten(title, LABEL_LIMIT)}"
