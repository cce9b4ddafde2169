"""A catalogue becomes a text that a person can edit, and that `parse` reads as the same catalogue."""

from collections.abc import Mapping
from typing import Any

import yaml

from core.catalogue.model import Catalogue, Category, Topic
from core.catalogue.topic_field import TopicField
from core.duration_words import write_duration
from core.languages import locales

WIDTH = 110
OFF = "off"


def dump(catalogue: Catalogue) -> str:
    topics: dict[str, list[dict[str, Any]]] = {category.key: [] for category in catalogue.every_category}
    for topic in catalogue.every_topic:
        topics[topic.category].append(_topic(topic))
    data: dict[str, Any] = {
        "categories": [
            _category(category) | ({"topics": topics[category.key]} if topics[category.key] else {})
            for category in catalogue.every_category
        ]
    }
    if catalogue.synonyms:
        data["synonyms"] = [_Row(group) for group in catalogue.synonyms]
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH))


def _category(category: Category) -> dict[str, Any]:
    return _filled(
        key=category.key,
        title=_by_language(category.titles),
        group=category.group,
        answer_in=_duration(category.answer_in),
        order=category.order,
        hidden=category.hidden or None,
    )


def _topic(topic: Topic) -> dict[str, Any]:
    return _filled(
        key=topic.key,
        title=_by_language(topic.titles),
        keywords=_by_language({locale: _Row(words) for locale, words in topic.keywords.items()}),
        hint=_by_language(topic.hints),
        link=_link(topic.links),
        fields=[_field(field) for field in topic.fields] or None,
        answer_in=_duration(topic.answer_in),
        order=topic.order,
        hidden=topic.hidden or None,
    )


def _field(field: TopicField) -> dict[str, Any]:
    return _filled(
        key=field.key,
        title=_by_language(field.titles),
        kind=field.kind.value,
        pattern=field.pattern or None,
        required=field.required or None,
    )


def _duration(ms: int | None) -> str | None:
    return None if ms is None else write_duration(ms) if ms else OFF


def _link(links: Mapping[str, str]) -> Any:
    different = set(links.values())
    return different.pop() if len(links) == len(locales()) and len(different) == 1 else _by_language(links)


def _by_language(values: Mapping[str, Any]) -> dict[str, Any]:
    return {locale: values[locale] for locale in locales() if values.get(locale)}


def _filled(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, {})}


class _Row(list[str]):
    """Words in one line, [like, this]."""


_Dumper: Any = type("_Dumper", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {})
_Dumper.ignore_aliases = lambda self, data: True
_Dumper.add_representer(
    _Row, lambda dumper, row: dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True)
)
_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)
