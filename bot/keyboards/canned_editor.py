"""Buttons of the canned answers, where admins keep them."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup
from pydantic import Field

from bot.keyboards.buttons import Number, Page, button, grid, page_count, pager
from bot.texts import Speech
from bot.views.formatting import one_line
from core.canned import CannedAnswer
from core.languages import LANGUAGES

ROWS = 8
TITLE_LIMIT = 50
Code = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class ShowCannedAnswers(CallbackData, prefix="ks"):
    page: Page = 0


class ShowCannedAnswer(CallbackData, prefix="k1"):
    id: Number


class WriteCannedAnswer(CallbackData, prefix="kw"):
    """Anew (0), or over the one with this id."""

    id: Page = 0


class RemoveCannedAnswer(CallbackData, prefix="kr"):
    id: Number


class WriteTranslation(CallbackData, prefix="kla"):
    id: Number
    locale: Code


class RemoveTranslation(CallbackData, prefix="kd"):
    id: Number
    locale: Code


class ShowMacro(CallbackData, prefix="kma"):
    """What is done as the answer is sent."""

    id: Number


def canned_answers_keyboard(speech: Speech, canned_answers: Sequence[CannedAnswer], page: int) -> InlineKeyboardMarkup:
    shown = canned_answers[page * ROWS : (page + 1) * ROWS]
    return grid(
        *(
            [button(_row(canned_answer), ShowCannedAnswer(id=canned_answer.id))]
            for canned_answer in shown
            if canned_answer.id
        ),
        pager(speech, page, page_count(len(canned_answers), ROWS), lambda to: ShowCannedAnswers(page=to)),
        [button(speech.plain("templates-add"), WriteCannedAnswer())],
    )


def _row(canned_answer: CannedAnswer) -> str:
    named = f"{canned_answer.category} › {canned_answer.title}" if canned_answer.category else canned_answer.title
    return one_line(named, TITLE_LIMIT)


def canned_answer_keyboard(
    speech: Speech, canned_answer: CannedAnswer, translatable: Iterable[str]
) -> InlineKeyboardMarkup:
    """`translatable`: the languages that it may be given in, beside the shop's own."""
    canned_id = canned_answer.id or 0

    def language(locale: str) -> str:
        given = "yes" if locale in canned_answer.translations else "no"
        return speech.plain("templates-language", language=LANGUAGES[locale].name, given=given)

    return grid(
        [
            button(speech.plain("templates-change"), WriteCannedAnswer(id=canned_id)),
            button(speech.plain("templates-remove"), RemoveCannedAnswer(id=canned_id)),
        ],
        [button(language(locale), WriteTranslation(id=canned_id, locale=locale)) for locale in translatable],
        [button(speech.plain("templates-macro"), ShowMacro(id=canned_id))],
        [button(speech.plain("back"), ShowCannedAnswers())],
    )


def writing_keyboard(speech: Speech, canned_id: int) -> InlineKeyboardMarkup:
    back = ShowCannedAnswer(id=canned_id) if canned_id else ShowCannedAnswers()
    return grid([button(speech.plain("admin-cancel"), back)])


def translation_keyboard(speech: Speech, canned_answer: CannedAnswer, locale: str) -> InlineKeyboardMarkup:
    canned_id = canned_answer.id or 0
    remove = button(speech.plain("templates-language-remove"), RemoveTranslation(id=canned_id, locale=locale))
    return grid(
        [remove] if locale in canned_answer.translations else [],
        [button(speech.plain("admin-cancel"), ShowCannedAnswer(id=canned_id))],
    )


def back_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid([button(speech.plain("back"), ShowCannedAnswers())])
