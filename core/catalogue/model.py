"""Categories, their topics, and the order in which people see them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from core.catalogue.titles import alphabetical
from core.catalogue.topic_field import TopicField
from core.change import Change

REST = "other"  # the key of what is left, and the end of its key in one category

Texts = Mapping[str, str]  # locale -> text


@dataclass(frozen=True, slots=True)
class Category:
    key: str
    titles: Texts
    group: int | None = None  # the agents' group that answers it; None: the home group
    answer_in: int | None = None  # ms of working time within which an answer is promised; 0 or None: no such promise
    order: int | None = None  # those with a number stand first
    hidden: bool = False

    @property
    def is_rest(self) -> bool:
        """For what fits no other category."""
        return self.key == REST

    def title(self, locale: str) -> str:
        return in_locale(self.titles, locale)


@dataclass(frozen=True, slots=True)
class Topic:
    key: str
    category: str
    titles: Texts
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # locale -> words and phrases
    hints: Texts = field(default_factory=dict)
    links: Texts = field(default_factory=dict)
    fields: tuple[TopicField, ...] = ()  # what support needs to know
    answer_in: int | None = (
        None  # as that of the category, which it takes the place of; 0: no promise, whatever that has
    )
    order: int | None = None
    hidden: bool = False

    @property
    def is_rest(self) -> bool:
        """For what no other topic of the category fits; such a one is offered, not found."""
        return (self.key == REST or self.key.endswith(f"-{REST}")) and not any(self.keywords.values())

    def title(self, locale: str) -> str:
        return in_locale(self.titles, locale)

    def hint(self, locale: str) -> str:
        return in_locale(self.hints, locale)

    def link(self, locale: str) -> str:
        return in_locale(self.links, locale)


Entry = TypeVar("Entry", bound=Category | Topic)


@dataclass(frozen=True)
class Catalogue:
    """Never changed in place: core/catalogue/edit.py makes new ones."""

    every_category: tuple[Category, ...] = ()
    every_topic: tuple[Topic, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()  # words that mean the same to the search

    def category(self, key: str) -> Category | None:
        return self._categories.get(key)

    def topic(self, key: str) -> Topic | None:
        """Hidden ones too: dialogs keep the topic they were opened with."""
        return self._topics.get(key)

    def categories(self, locale: str) -> list[Category]:
        """Those that sellers may choose: a category without a topic would be a dead end."""
        return in_order([category for category in self.every_category if self.topics(category.key, locale)], locale)

    def topics(self, category: str, locale: str) -> list[Topic]:
        return in_order([topic for topic in self._by_category.get(category, ()) if self.is_open(topic)], locale)

    @property
    def rest(self) -> Topic | None:
        """For what fits nowhere else; a shop may have none."""
        topic = self.topic(REST)
        return topic if topic and self.is_open(topic) else None

    def answer_in(self, topic: str) -> int:
        """Within how many ms of working time an answer is promised on a topic; 0: nothing is."""
        known = self.topic(topic)
        if known is None or known.answer_in is not None:
            return known.answer_in or 0 if known else 0
        category = self.category(known.category)
        return category.answer_in or 0 if category else 0

    def is_open(self, topic: Topic) -> bool:
        """Whether a seller may open a dialog on it."""
        category = self.category(topic.category)
        return not topic.hidden and category is not None and not category.hidden

    @cached_property
    def _categories(self) -> dict[str, Category]:
        return {category.key: category for category in self.every_category}

    @cached_property
    def _topics(self) -> dict[str, Topic]:
        return {topic.key: topic for topic in self.every_topic}

    @cached_property
    def _by_category(self) -> dict[str, list[Topic]]:
        found: dict[str, list[Topic]] = {}
        for topic in self.every_topic:
            found.setdefault(topic.category, []).append(topic)
        return found


def in_order(entries: list[Entry], locale: str) -> list[Entry]:
    """Alphabetical, as people look for them; what an admin numbered stands above, by number, the rest at the end."""
    return sorted(
        entries,
        key=lambda entry: (
            entry.order is None,
            entry.order or 0,
            entry.is_rest,
            *alphabetical(entry.title(locale)),
            entry.key,
        ),
    )


def in_locale(texts: Texts, locale: str) -> str:
    """The text, or its other language where this one has none."""
    return texts.get(locale) or next((text for text in texts.values() if text), "")


@dataclass(frozen=True, slots=True)
class CatalogueReplaced(Change):
    text: str
    at: int
    by: int


class CatalogueReads(Protocol):
    async def catalogue(self) -> str | None:
        """The text that was imported last."""
