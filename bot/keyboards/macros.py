"""What is done as a canned answer is sent: switched on and off, and where the dialog is moved."""

from collections.abc import Iterable
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import Number, Page, button, grid, page_count, pager
from bot.keyboards.canned_editor import ShowCannedAnswer, ShowMacro
from bot.keyboards.catalogue import Key
from bot.texts import Speech
from bot.views.usual_moments import UsualMoment
from core.canned import CannedAnswer
from core.catalogue import Category, Topic

ROWS = 8


class Does(StrEnum):
    ASK = "ask"
    CLOSE = "close"
    STAY = "stay"  # it is moved nowhere
    NOW = "now"  # it is not put off


class SwitchMacro(CallbackData, prefix="kv"):
    id: Number
    does: Does


class MacroTopics(CallbackData, prefix="kmt"):
    """The topics of this category, or (with no key) the categories."""

    id: Number
    category: Key = ""
    page: Page = 0


class MacroMoves(CallbackData, prefix="kt"):
    id: Number
    topic: Key


class MacroMoments(CallbackData, prefix="kmm"):
    id: Number


class MacroPutsOff(CallbackData, prefix="kmp"):
    id: Number
    until: UsualMoment


def macro_keyboard(speech: Speech, canned_answer: CannedAnswer) -> InlineKeyboardMarkup:
    canned_id, macro = canned_answer.id or 0, canned_answer.macro

    def switch(does: Does, on: bool) -> InlineKeyboardButton:
        label = speech.plain(f"templates-macro-{does}", on="yes" if on else "no")
        return button(label, SwitchMacro(id=canned_id, does=does))

    return grid(
        [switch(Does.ASK, macro.asks)],
        [switch(Does.CLOSE, macro.closes)],
        [button(speech.plain("templates-macro-move"), MacroTopics(id=canned_id))],
        [switch(Does.STAY, False)] if macro.topic else [],
        [button(speech.plain("templates-macro-later"), MacroMoments(id=canned_id))],
        [switch(Does.NOW, False)] if macro.later else [],
        [button(speech.plain("back"), ShowCannedAnswer(id=canned_id))],
    )


def macro_moments_keyboard(speech: Speech, canned_id: int) -> InlineKeyboardMarkup:
    return grid(
        *([button(moment.label(speech), MacroPutsOff(id=canned_id, until=moment))] for moment in UsualMoment),
        [button(speech.plain("back"), ShowMacro(id=canned_id))],
    )


def macro_categories_keyboard(
    speech: Speech, canned_id: int, categories: Iterable[Category], page: int
) -> InlineKeyboardMarkup:
    rows = [
        [button(category.title(speech.locale), MacroTopics(id=canned_id, category=category.key))]
        for category in categories
    ]
    return grid(
        *rows[page * ROWS : (page + 1) * ROWS],
        pager(speech, page, page_count(len(rows), ROWS), lambda to: MacroTopics(id=canned_id, page=to)),
        [button(speech.plain("back"), ShowMacro(id=canned_id))],
    )


def macro_topics_keyboard(
    speech: Speech, canned_id: int, category: str, topics: Iterable[Topic], page: int
) -> InlineKeyboardMarkup:
    rows = [[button(topic.title(speech.locale), MacroMoves(id=canned_id, topic=topic.key))] for topic in topics]
    return grid(
        *rows[page * ROWS : (page + 1) * ROWS],
        pager(
            speech,
            page,
            page_count(len(rows), ROWS),
            lambda to: MacroTopics(id=canned_id, category=category, page=to),
        ),
        [button(speech.plain("back"), MacroTopics(id=canned_id))],
    )
