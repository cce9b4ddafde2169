"""Canned answers, as agents read them before they are sent, and admins where they keep them."""

from bot.texts import Speech
from bot.views.formatting import LONGEST_COPIED, shorten
from bot.views.usual_moments import named
from core.canned import CannedAnswer, Macro
from core.catalogue import Catalogue

SHOWN_OF_TEXT = 3000  # characters


def preview(speech: Speech, canned_answer: CannedAnswer, text: str, catalogue: Catalogue) -> str:
    """As the seller will get it; what is too long for the button that copies can be copied by a tap on it."""
    key = "canned-preview" if len(text) <= LONGEST_COPIED else "canned-preview-long"
    shown = speech.t(key, title=canned_answer.title, text=shorten(text, SHOWN_OF_TEXT))
    return _with_line(shown, macro_line(speech, canned_answer.macro, catalogue))


def page(speech: Speech, canned_answer: CannedAnswer, catalogue: Catalogue) -> str:
    section = canned_answer.category or "none"
    shown = speech.t("templates-page", section=section, title=canned_answer.title, text=canned_answer.text)
    return _with_line(shown, macro_line(speech, canned_answer.macro, catalogue))


def macro_line(speech: Speech, macro: Macro, catalogue: Catalogue) -> str:
    """«Вместе с ответом: диалог завершится»; empty where nothing is done."""
    topic = catalogue.topic(macro.topic) if macro.topic else None
    title = topic.title(speech.locale) if topic else macro.topic or ""
    does = [
        speech.t("canned-does-ask") if macro.asks else "",
        speech.t("canned-does-move", topic=title) if macro.topic else "",
        speech.t("canned-does-later", until=named(speech, macro.later)) if macro.later else "",
        speech.t("canned-does-close") if macro.closes else "",
    ]
    all_of_it = ", ".join(filter(None, does))
    return f"{speech.t('canned-does')} {all_of_it}." if all_of_it else ""


def _with_line(text: str, line: str) -> str:
    return f"{text}\n\n{line}" if line else text
