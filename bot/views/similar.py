"""Answers that helped before, as agents read them."""

from bot.texts import Speech
from bot.views.formatting import LONGEST_COPIED, one_line, shorten
from core.desk import Suggestion

SHOWN_OF_TEXT = 3000  # characters
LABEL_LIMIT = 60


def suggestion_label(speech: Speech, suggestion: Suggestion) -> str:
    """«5★ · Деньги придут в понедельник…»."""
    rating = str(suggestion.rating or "none")
    return one_line(speech.plain("similar-row", rating=rating, text=suggestion.text), LABEL_LIMIT)


def suggestion_text(speech: Speech, suggestion: Suggestion) -> str:
    """What is too long for the button that copies can be copied by a tap on it."""
    is_short = len(suggestion.text) <= LONGEST_COPIED
    shown = speech.t(
        "similar-preview" if is_short else "similar-preview-long",
        day=speech.day(suggestion.at),
        rating=str(suggestion.rating or "none"),
        text=shorten(suggestion.text, SHOWN_OF_TEXT),
    )
    return f"{shown}\n\n{speech.t('similar-gaps')}" if suggestion.has_gaps else shown
