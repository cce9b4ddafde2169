"""Canned answers: the list, one of them, and its way to the seller."""

from collections.abc import Sequence
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup
from pydantic import Field

from bot.keyboards.buttons import Number, Page, Row, button, grid, page_count, pager
from bot.texts import Speech
from bot.views.formatting import shorten
from core.canned import CannedAnswer
from core.dialog import Dialog

PAGE_SIZE = 8
LABEL_LIMIT = 60


class Canned(CallbackData, prefix="tl"):
    """A page of the list."""

    number: Number
    page: Page = 0


class Pick(CallbackData, prefix="tp"):
    number: Number
    canned_answer: Annotated[int, Field(ge=1, lt=2**53)]


class Send(CallbackData, prefix="ts"):
    number: Number
    canned_answer: Annotated[int, Field(ge=1, lt=2**53)]


def list_keyboard(
    speech: Speech, dialog: Dialog, canned_answers: Sequence[CannedAnswer], page: int
) -> InlineKeyboardMarkup:
    pages = page_count(len(canned_answers), PAGE_SIZE)
    shown = canned_answers[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return grid(
        *found_rows(dialog, shown),
        pager(speech, page, pages, lambda to: Canned(number=dialog.number, page=to)),
    )


def found_keyboard(speech: Speech, dialog: Dialog, canned_answers: Sequence[CannedAnswer]) -> InlineKeyboardMarkup:
    all_of_them = button(speech.plain("canned-all"), Canned(number=dialog.number))
    return grid(*found_rows(dialog, canned_answers[:PAGE_SIZE]), [all_of_them])


def found_rows(dialog: Dialog, canned_answers: Sequence[CannedAnswer]) -> list[Row]:
    return [
        [
            button(
                shorten(" · ".join(filter(None, (canned_answer.category, canned_answer.title))), LABEL_LIMIT),
                Pick(number=dialog.number, canned_answer=canned_answer.id or 0),
            )
        ]
        for canned_answer in canned_answers
    ]


def picked_keyboard(speech: Speech, dialog: Dialog, canned_answer: CannedAnswer) -> InlineKeyboardMarkup:
    send = Send(number=dialog.number, canned_answer=canned_answer.id or 0)
    return grid(
        [button(speech.plain("canned-send"), send, "success")],
        [button(speech.plain("back"), Canned(number=dialog.number))],
    )
