"""Pages of the agents' lists."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.buttons import Page, grid, page_count, pager
from bot.texts import Speech

PAGE_SIZE = 10


class Queue(CallbackData, prefix="q"):
    page: Page


class Mine(CallbackData, prefix="qm"):
    page: Page


def pages_keyboard(
    speech: Speech, total: int, page: int, kind: type[Queue] | type[Mine]
) -> InlineKeyboardMarkup | None:
    row = pager(speech, page, page_count(total, PAGE_SIZE), lambda to: kind(page=to))
    return grid(row) if row else None
