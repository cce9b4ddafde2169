"""Pages of the agents' lists."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.buttons import Page, button, grid, page_count, pager
from bot.texts import Speech

PAGE_SIZE = 10
FOUND_ON_A_PAGE = 8


class Queue(CallbackData, prefix="q"):
    page: Page


class Mine(CallbackData, prefix="qm"):
    page: Page


class FoundPage(CallbackData, prefix="qf"):
    page: Page


def pages_keyboard(
    speech: Speech, total: int, page: int, kind: type[Queue] | type[Mine]
) -> InlineKeyboardMarkup | None:
    row = pager(speech, page, page_count(total, PAGE_SIZE), lambda to: kind(page=to))
    return grid(row) if row else None


def found_pages(speech: Speech, page: int, *, more: bool) -> InlineKeyboardMarkup | None:
    """How many there are is not known: that would take longer than to find them."""
    if page == 0 and not more:
        return None
    return grid(
        [
            button(speech.plain("page-earlier"), FoundPage(page=page - 1)) if page else None,
            button(speech.plain("page-later"), FoundPage(page=page + 1)) if more else None,
        ]
    )
