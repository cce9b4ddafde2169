"""Canned answers: their sections, the list, one of them, and its way to the seller."""

from collections.abc import Sequence
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup
from pydantic import Field

from bot.keyboards.agent import back_to_card
from bot.keyboards.buttons import Number, Page, Row, button, copy_button, grid, page_count, pager
from bot.texts import Speech
from bot.views.formatting import shorten
from core.canned import CannedAnswer, sections
from core.dialog import Dialog

PAGE_SIZE = 8
LABEL_LIMIT = 60


class Canned(CallbackData, prefix="tl"):
    """A page of the list, or (where there are many) of the sections."""

    number: Number
    page: Page = 0


class CannedSection(CallbackData, prefix="tx"):
    """A page of one section, by its place among them."""

    number: Number
    section: Page
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
    """Answers that fill more than a page stand in their sections."""
    named = sections(canned_answers)
    if len(canned_answers) <= PAGE_SIZE or len(named) < 2:
        rows = found_rows(dialog, canned_answers)
    else:
        rows = [
            [
                button(
                    speech.plain("canned-section", title=title or "none", count=len(inside)),
                    CannedSection(number=dialog.number, section=place),
                )
            ]
            for place, (title, inside) in enumerate(named.items())
        ]
    shown = rows[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    pages = page_count(len(rows), PAGE_SIZE)
    return grid(
        *shown,
        pager(speech, page, pages, lambda to: Canned(number=dialog.number, page=to)),
        [back_to_card(speech, dialog)],
    )


def section_keyboard(
    speech: Speech, dialog: Dialog, canned_answers: Sequence[CannedAnswer], section: int, page: int
) -> InlineKeyboardMarkup:
    inside = [*sections(canned_answers).values()][section : section + 1]
    rows = found_rows(dialog, inside[0]) if inside else []
    return grid(
        *rows[page * PAGE_SIZE : (page + 1) * PAGE_SIZE],
        pager(
            speech,
            page,
            page_count(len(rows), PAGE_SIZE),
            lambda to: CannedSection(number=dialog.number, section=section, page=to),
        ),
        [button(speech.plain("back"), Canned(number=dialog.number))],
    )


def found_keyboard(speech: Speech, dialog: Dialog, canned_answers: Sequence[CannedAnswer]) -> InlineKeyboardMarkup:
    all_of_them = button(speech.plain("canned-all"), Canned(number=dialog.number))
    return grid(*found_rows(dialog, canned_answers[:PAGE_SIZE]), [all_of_them], [back_to_card(speech, dialog)])


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


def picked_keyboard(speech: Speech, dialog: Dialog, canned_answer: CannedAnswer, text: str) -> InlineKeyboardMarkup:
    send = Send(number=dialog.number, canned_answer=canned_answer.id or 0)
    return grid(
        [button(speech.plain("canned-send"), send, "success")],
        [copy_button(speech.plain("canned-copy"), text)],
        [button(speech.plain("back"), Canned(number=dialog.number))],
    )
