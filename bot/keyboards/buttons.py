"""What all keyboards are made of."""

from collections.abc import Callable, Sequence
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import Field

from bot.texts import Speech
from bot.views.formatting import LONGEST_COPIED

# Callback data may be forged: what no database could look up is no button of ours.
Number = Annotated[int, Field(ge=1, le=10**12)]
PersonId = Annotated[int, Field(ge=1, lt=2**52)]  # as many bits as Telegram says that an id may have
Page = Annotated[int, Field(ge=0, le=10**6)]

ROOM = {2: 15, 3: 9, 4: 6, 5: 5}  # characters of each label that a phone shows, by how many stand in a row

Row = Sequence[InlineKeyboardButton | None]


class Here(CallbackData, prefix="here"):
    """«2 из 5»: leads nowhere, and a tap on it is answered."""


def button(text: str, data: CallbackData, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data.pack(), style=style)


def copy_button(label: str, text: str) -> InlineKeyboardButton | None:
    """Puts the text into whatever its presser writes next; None for one that no button holds."""
    if not text or len(text) > LONGEST_COPIED:
        return None
    return InlineKeyboardButton(text=label, copy_text=CopyTextButton(text=text))


def grid(*rows: Row) -> InlineKeyboardMarkup:
    """Rows of buttons; what is None is left out, and what a phone would cut beside others stands alone."""
    kept = ([one for one in row if one is not None] for row in rows)
    return InlineKeyboardMarkup(inline_keyboard=[part for row in kept if row for part in _fitting(row)])


def _fitting(row: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    room = ROOM.get(len(row), 0)
    return [row] if len(row) == 1 or all(len(one.text) <= room for one in row) else [[one] for one in row]


def pager(speech: Speech, page: int, pages: int, to: Callable[[int], CallbackData]) -> Row:
    """‹ 2 из 5 ›, with an arrow only where there is something to go to."""
    if pages < 2:
        return []
    return [
        button(speech.plain("page-earlier"), to(page - 1)) if page > 0 else None,
        button(speech.plain("page-of", page=page + 1, pages=pages), Here()),
        button(speech.plain("page-later"), to(page + 1)) if page < pages - 1 else None,
    ]


def page_count(total: int, size: int) -> int:
    return max(1, -(-total // size))
