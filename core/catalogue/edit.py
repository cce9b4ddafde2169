"""What admins change. An entry is changed, put into a new catalogue, and that is held to the rules:

`checked(with_topic(catalogue, renamed(topic, "ru", "Возврат")))`
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from core.catalogue.model import Catalogue, Category, Entry, Texts, Topic
from core.catalogue.parsing import parse
from core.catalogue.serializing import dump
from core.catalogue.topic_field import TopicField


def checked(catalogue: Catalogue) -> Catalogue:
    """The same catalogue; CatalogueWrong where it breaks a rule of the file."""
    return parse(dump(catalogue))


# ---- a catalogue with another entry


def with_category(catalogue: Catalogue, category: Category) -> Catalogue:
    """Takes the place of the one with its key, or comes last."""
    return replace(catalogue, every_category=_with(catalogue.every_category, category))


def with_topic(catalogue: Catalogue, topic: Topic) -> Catalogue:
    """Takes the place of the one with its key, or comes last."""
    return replace(catalogue, every_topic=_with(catalogue.every_topic, topic))


def without_category(catalogue: Catalogue, key: str) -> Catalogue:
    """Its topics go with it."""
    return replace(
        catalogue,
        every_category=tuple(category for category in catalogue.every_category if category.key != key),
        every_topic=tuple(topic for topic in catalogue.every_topic if topic.category != key),
    )


def without_topic(catalogue: Catalogue, key: str) -> Catalogue:
    return replace(catalogue, every_topic=tuple(topic for topic in catalogue.every_topic if topic.key != key))


# ---- a changed entry


def renamed(entry: Entry, locale: str, title: str) -> Entry:
    return replace(entry, titles={**entry.titles, locale: title})


def placed(entry: Entry, order: int | None) -> Entry:
    """Above the alphabet, by number; None: back into it."""
    return replace(entry, order=order)


def hidden(entry: Entry, hide: bool = True) -> Entry:
    return replace(entry, hidden=hide)


def routed(category: Category, group: int | None) -> Category:
    return replace(category, group=group)


def answered_in(entry: Entry, ms: int | None) -> Entry:
    """Within that much working time; 0: no promise, None: that of the category."""
    return replace(entry, answer_in=ms)


def moved(topic: Topic, category: str) -> Topic:
    return replace(topic, category=category)


def hinted(topic: Topic, locale: str, hint: str) -> Topic:
    return replace(topic, hints=_in_language(topic.hints, locale, hint))


def linked(topic: Topic, locale: str, link: str) -> Topic:
    return replace(topic, links=_in_language(topic.links, locale, link))


def asking(topic: Topic, fields: Iterable[TopicField]) -> Topic:
    return replace(topic, fields=tuple(fields))


def found_by(topic: Topic, locale: str, words: Iterable[str]) -> Topic:
    kept = tuple(dict.fromkeys(word for word in words if word))
    others = {language: known for language, known in topic.keywords.items() if language != locale}
    return replace(topic, keywords={**others, locale: kept} if kept else others)


def _in_language(texts: Texts, locale: str, text: str) -> dict[str, str]:
    """An empty text takes the language out."""
    return {language: known for language, known in {**texts, locale: text}.items() if known}


def _with(entries: tuple[Entry, ...], entry: Entry) -> tuple[Entry, ...]:
    if all(known.key != entry.key for known in entries):
        return tuple(chain(entries, (entry,)))
    return tuple(entry if known.key == entry.key else known for known in entries)
