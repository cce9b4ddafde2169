"""Canned answers: the list, one of them, and its way to the seller."""

from collections.abc import Sequence
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup
from pydantic import Field

from bot.keyboards.buttons import Number, Page, Row, button, grid, page_count, pager
from bot.texts import Speech
from bot.views.names import shorten
from core.administration import Template
from core.dialog import Dialog

PAGE_SIZE = 8
LABEL_LIMIT = 60


class Canned(CallbackData, prefix="tl"):
    """A page of the list."""

    number: Number
    page: Page = 0


class Pick(CallbackData, prefix="tp"):
    number: Number
    template: Annotated[int, Field(ge=1, lt=2**53)]


class Send(CallbackData, prefix="ts"):
    number: Number
    template: Annotated[int, Field(ge=1, lt=2**53)]


def list_keyboard(speech: Speech, dialog: Dialog, templates: Sequence[Template], page: int) -> InlineKeyboardMarkup:
    pages = page_count(len(templates), PAGE_SIZE)
    shown = templates[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return grid(
        *found_rows(dialog, shown),
        pager(speech, page, pages, lambda to: Canned(number=dialog.number, page=to)),
    )


def found_keyboard(speech: Speech, dialog: Dialog, templates: Sequence[Template]) -> InlineKeyboardMarkup:
    all_of_them = button(speech.plain("canned-all"), Canned(number=dialog.number))
    return grid(*found_rows(dialog, templates[:PAGE_SIZE]), [all_of_them])


def found_rows(dialog: Dialog, templates: Sequence[Template]) -> list[Row]:
    return [
        [
            button(
                shorten(f"{template.category} · {template.title}", LABEL_LIMIT),
                Pick(number=dialog.number, template=template.id or 0),
            )
        ]
        for template in templates
    ]


def picked_keyboard(speech: Speech, dialog: Dialog, template: Template) -> InlineKeyboardMarkup:
    send = Send(number=dialog.number, template=template.id or 0)
    return grid(
        [button(speech.plain("canned-send"), send, "success")],
        [button(speech.plain("back"), Canned(number=dialog.number))],
    )
