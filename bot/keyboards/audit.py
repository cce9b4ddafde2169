"""Pages of the audit."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.buttons import Page, grid, page_count, pager
from bot.texts import Speech

ROWS = 12


class ShowAudit(CallbackData, prefix="au"):
    page: Page = 0


def audit_keyboard(speech: Speech, page: int, total: int) -> InlineKeyboardMarkup:
    return grid(pager(speech, page, page_count(total, ROWS), lambda to: ShowAudit(page=to)))
