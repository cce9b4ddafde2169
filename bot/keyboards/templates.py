"""Buttons of the canned answers, where admins keep them."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.buttons import Number, Page, button, grid, page_count, pager
from bot.texts import Speech
from bot.views.names import one_line
from core.administration import Template

ROWS = 8
TITLE_LIMIT = 50


class ShowTemplates(CallbackData, prefix="ks"):
    page: Page = 0


class ShowTemplate(CallbackData, prefix="k1"):
    id: Number


class WriteTemplate(CallbackData, prefix="kw"):
    """Anew (0), or over the one with this id."""

    id: Page = 0


class RemoveTemplate(CallbackData, prefix="kr"):
    id: Number


def templates_keyboard(speech: Speech, templates: Sequence[Template], page: int) -> InlineKeyboardMarkup:
    shown = templates[page * ROWS : (page + 1) * ROWS]
    return grid(
        *([button(_row(template), ShowTemplate(id=template.id))] for template in shown if template.id),
        pager(speech, page, page_count(len(templates), ROWS), lambda to: ShowTemplates(page=to)),
        [button(speech.plain("templates-add"), WriteTemplate())],
    )


def _row(template: Template) -> str:
    named = f"{template.category} › {template.title}" if template.category else template.title
    return one_line(named, TITLE_LIMIT)


def template_keyboard(speech: Speech, template_id: int) -> InlineKeyboardMarkup:
    return grid(
        [
            button(speech.plain("templates-change"), WriteTemplate(id=template_id)),
            button(speech.plain("templates-remove"), RemoveTemplate(id=template_id)),
        ],
        [button(speech.plain("back"), ShowTemplates())],
    )


def writing_keyboard(speech: Speech, template_id: int) -> InlineKeyboardMarkup:
    back = ShowTemplate(id=template_id) if template_id else ShowTemplates()
    return grid([button(speech.plain("admin-cancel"), back)])


def back_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid([button(speech.plain("back"), ShowTemplates())])
