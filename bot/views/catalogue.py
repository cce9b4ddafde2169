"""How admins see the catalogue."""

from typing import Any

from bot.texts import Speech
from bot.views.formatting import shorten
from core.catalogue import Catalogue, Category, Topic
from core.catalogue.topic_field import write_line
from core.languages import locales

KEYWORDS_SHOWN = 600  # characters in each language: a topic may have more than fits into a message


def home(speech: Speech, catalogue: Catalogue) -> str:
    return speech.t("catalogue-home", **counts(catalogue))


def counts(catalogue: Catalogue) -> dict[str, int]:
    topics = catalogue.every_topic
    return {
        "categories": len(catalogue.every_category),
        "topics": len(topics),
        "hidden": sum(not catalogue.is_open(topic) for topic in topics),
    }


def entry_page(speech: Speech, catalogue: Catalogue, entry: Category | Topic) -> str:
    """All that is kept of it, in every language."""
    lines = [speech.t("catalogue-entry", title=entry.title(speech.locale), key=entry.key)]
    lines += _by_language(speech, "title", entry.titles)
    if isinstance(entry, Topic):
        lines += _by_language(speech, "hint", entry.hints)
        words = {locale: shorten(", ".join(found), KEYWORDS_SHOWN) for locale, found in entry.keywords.items()}
        lines += _by_language(speech, "keywords", words)
        lines += _by_language(speech, "link", entry.links)
        lines += [speech.t("catalogue-field-fields", value=write_line(field, locales())) for field in entry.fields]
    elif entry.group:
        lines.append(speech.t("catalogue-field-group", value=str(entry.group)))
    if entry.answer_in:
        lines.append(speech.t("catalogue-field-answer_in", value=speech.length(entry.answer_in)))
    elif entry.answer_in == 0:
        lines.append(speech.t("catalogue-field-answer_in-off"))
    if entry.order is not None:
        lines.append(speech.t("catalogue-field-order", value=str(entry.order)))
    if entry.hidden:
        lines.append(speech.t("catalogue-field-hidden"))
    return "\n".join(lines)


def _by_language(speech: Speech, field: str, values: Any) -> list[str]:
    return [
        speech.t(f"catalogue-field-{field}", locale=locale, value=values[locale])
        for locale in locales()
        if values.get(locale)
    ]
