"""The list of dialogs and its filters."""

from collections.abc import Sequence
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import Page, button, grid, pager
from bot.keyboards.dialog_page import OpenDialog, ShowDialogs
from bot.keyboards.new_dialog import NewDialog
from bot.texts import Speech
from bot.views.formatting import shorten
from bot.views.new_dialog import SHOWN_ON_A_PHONE
from bot.views.status_icons import SIGNS
from core.dialog import Dialog, Status

ROWS = 8


class Choice(StrEnum):
    DATE = "date"
    STATUS = "status"
    TOPIC = "topic"


class ChooseFilter(CallbackData, prefix="by"):
    what: Choice
    page: Page = 0


class Since(CallbackData, prefix="since"):
    when: str | None = None  # today, 7d, 30d; None: all time


class AskPeriod(CallbackData, prefix="period"):
    pass


class WithStatus(CallbackData, prefix="status"):
    status: Status | None = None


class OnTopic(CallbackData, prefix="on"):
    topic: str | None = None


class ResetFilters(CallbackData, prefix="reset"):
    pass


def dialogs_keyboard(
    speech: Speech, dialogs: Sequence[Dialog], page: int, pages: int, filtered: bool, now: int
) -> InlineKeyboardMarkup:
    return grid(
        *([button(_row(speech, dialog, now), OpenDialog(number=dialog.number))] for dialog in dialogs),
        pager(speech, page, pages, lambda to: ShowDialogs(page=to)),
        [button(speech.plain(f"dialogs-by-{what}"), ChooseFilter(what=what)) for what in Choice],
        [button(speech.plain("dialogs-reset"), ResetFilters()) if filtered else None],
    )


def _row(speech: Speech, dialog: Dialog, now: int) -> str:
    """A phone cuts the end, so the topic gives way to what stands behind it."""
    said = {
        "sign": SIGNS[dialog.status],
        "number": str(dialog.number),
        "files": "yes" if dialog.has_files else "no",
        "day": speech.short_day(dialog.created_at, now),
    }
    room = SHOWN_ON_A_PHONE - len(speech.plain("dialogs-row", topic="", **said))
    return speech.plain("dialogs-row", topic=shorten(dialog.titles.topic_in(speech.locale), room), **said)


def no_dialogs_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid([button(speech.plain("home-new"), NewDialog())])


def dates_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid(
        [button(speech.plain(f"dialogs-{when}"), Since(when=when)) for when in ("today", "7d", "30d")],
        [button(speech.plain("dialogs-period"), AskPeriod())],
        [button(speech.plain("dialogs-any-date"), Since())],
        [_back(speech)],
    )


def statuses_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid(
        *(
            [button(f"{SIGNS[status]} {speech.plain(f'status-{status.value}')}", WithStatus(status=status))]
            for status in Status
        ),
        [button(speech.plain("dialogs-any-status"), WithStatus())],
        [_back(speech)],
    )


def topics_used_keyboard(speech: Speech, newest: Sequence[Dialog], page: int, pages: int) -> InlineKeyboardMarkup:
    """`newest`: the newest dialog of each topic, which knows how the topic was called."""
    return grid(
        *([button(dialog.titles.topic_in(speech.locale), OnTopic(topic=dialog.topic))] for dialog in newest),
        pager(speech, page, pages, lambda to: ChooseFilter(what=Choice.TOPIC, page=to)),
        [button(speech.plain("dialogs-any-topic"), OnTopic())],
        [_back(speech)],
    )


def _back(speech: Speech) -> InlineKeyboardButton:
    return button(speech.plain("back"), ShowDialogs())
