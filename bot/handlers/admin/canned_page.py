"""One canned answer, where admins keep it: its page, and the buttons that are pressed there."""

from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.inbound.update_context import UpdateContext
from bot.keyboards.canned_editor import back_keyboard, canned_answer_keyboard
from bot.texts import Speech
from bot.views.canned import page
from bot.views.formatting import WORDS_SHOWN, shorten
from core.canned import CannedAnswer, CannedReads, unknown_variables
from core.desk import Desk
from core.errors import CannedAnswerGone
from core.languages import locales


async def known_answer(callback: CallbackQuery, callback_data: Any, store: CannedReads) -> dict[str, CannedAnswer]:
    """For buttons whose data carry its id. Raises: CannedAnswerGone."""
    canned_answer = await store.canned_answer(callback_data.id)
    if canned_answer is None:
        raise CannedAnswerGone()
    return {"canned_answer": canned_answer}


def show_page(context: UpdateContext, desk: Desk, canned_answer: CannedAnswer) -> None:
    context.screen.edit(
        page(context.screen.speech, canned_answer, desk.catalogue), page_keyboard(context, canned_answer)
    )


def page_keyboard(context: UpdateContext, canned_answer: CannedAnswer) -> InlineKeyboardMarkup:
    """The text itself is in the shop's language; it may be given in the others."""
    if canned_answer.id is None:  # its id is not known before it is kept
        return back_keyboard(context.screen.speech)
    others = [locale for locale in locales() if locale != context.screen.texts.default_locale]
    return canned_answer_keyboard(context.screen.speech, canned_answer, others)


def variables(speech: Speech) -> dict[str, str]:
    """«{имя}»: as core.canned reads them, in the admin's language."""
    names = ("name", "number", "topic")
    return {name: "{" + speech.plain(f"templates-variable-{name}") + "}" for name in names}


def wrong_variables(speech: Speech, text: str) -> str | None:
    """The sentence for a text that names what is no variable."""
    strange = unknown_variables(text)
    if not strange:
        return None
    return speech.t("templates-unknown", strange="{" + shorten(strange[0], WORDS_SHOWN) + "}", **variables(speech))
