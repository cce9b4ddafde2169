"""Buttons of one dialog."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import Number, Page, button, grid, pager
from bot.keyboards.rating import AskRating
from bot.texts import Speech
from bot.views.new_dialog import button_label
from core.dialog import Dialog

LATEST = 10**6  # a page that is further than the last one: the last


class ShowDialogs(CallbackData, prefix="mine"):
    page: Page = 0
    below: bool = False  # under a notice: the list opens as a new message


class OpenDialog(CallbackData, prefix="open"):
    number: Number
    page: Page = LATEST
    below: bool = False  # under somebody's words: the page opens as a new message


class WriteTo(CallbackData, prefix="write"):
    number: Number


class SendFiles(CallbackData, prefix="files"):
    number: Number


class CancelDialog(CallbackData, prefix="cancel"):
    number: Number
    sure: bool = False


class SameTopic(CallbackData, prefix="same"):
    """A new dialog on the topic of this one."""

    number: Number


def dialog_keyboard(
    speech: Speech, dialog: Dialog, page: int, pages: int, now: int, wait: int | None = None
) -> InlineKeyboardMarkup:
    """`wait`: until the dialog's topic is free for another one, in ms."""
    number = dialog.number
    return grid(
        pager(speech, page, pages, lambda to: OpenDialog(number=number, page=to)),
        [
            write_button(speech, dialog) if dialog.is_open else None,
            button(speech.plain("dialog-rate"), AskRating(number=number)) if dialog.may_be_rated(now) else None,
        ],
        [button(speech.plain("dialog-attachments"), SendFiles(number=number)) if dialog.has_files else None],
        [button(speech.plain("dialog-cancel"), CancelDialog(number=number)) if dialog.is_open else None],
        [None if dialog.is_open else again_button(speech, dialog, wait)],
        [button(speech.plain("dialog-to-list"), ShowDialogs())],
    )


def write_button(speech: Speech, dialog: Dialog) -> InlineKeyboardButton:
    return button(speech.plain("dialog-add"), WriteTo(number=dialog.number))


def again_button(speech: Speech, dialog: Dialog, wait: int | None = None) -> InlineKeyboardButton:
    return same_topic_button(speech, dialog.number, wait)


def same_topic_button(speech: Speech, number: int, wait: int | None) -> InlineKeyboardButton:
    labels = [speech.plain("dialog-again"), speech.plain("dialog-again-short")]
    return button(button_label(speech, labels, wait), SameTopic(number=number))


def open_button(speech: Speech, number: int) -> InlineKeyboardButton:
    return button(speech.plain("dialog-open"), OpenDialog(number=number, below=True))


def sure_keyboard(speech: Speech, number: int) -> InlineKeyboardMarkup:
    return grid(
        [button(speech.plain("dialog-cancel-yes"), CancelDialog(number=number, sure=True), "danger")],
        [button(speech.plain("dialog-cancel-no"), OpenDialog(number=number))],
    )
