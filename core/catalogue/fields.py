"""The fields of one entry, read one by one. What is wrong is noted with its line, and reading goes on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from core.catalogue.topic_field import is_pattern
from core.content import is_blank
from core.duration_words import is_off, read_duration
from core.languages import LANGUAGES, locales

KEY = re.compile(r"[a-z0-9-]{1,24}")  # callback data is short
NUMBER = re.compile(r"[+-]?[0-9]{1,18}")
LINK = re.compile(r"https?://[^\s/]\S*")
FLAGS = {"true": True, "yes": True, "false": False, "no": False}
NOTHING = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class Wrong:
    """One error. `code` has its sentence, `catalogue-error-<code>`, in every locale; `values` fill it."""

    line: int
    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"line {self.line}: {self.code} {dict(self.values)}"


class Fields:
    def __init__(self, node: yaml.Node, errors: list[Wrong], name: str) -> None:
        self.node = node
        self.errors = errors
        self.name = name
        self.nodes: dict[str, yaml.Node] = {}
        if isinstance(node, yaml.MappingNode):
            self._index(node)
        else:
            self.wrong(node, "not-fields", field=name)

    @property
    def line(self) -> int:
        return _line(self.node)

    def wrong(self, node: yaml.Node, code: str, **values: str | int) -> None:
        self.errors.append(Wrong(_line(node), code, values))

    def end(self) -> None:
        """All known fields are read: what is left is unknown."""
        for name, node in self.nodes.items():
            self.wrong(node, "unknown-field", field=name)

    # ---- single values

    def key(self) -> str:
        node = self._take("key", required=True)
        key = self._text(node, "key", limit=None) if node else ""
        if node and key and not KEY.fullmatch(key):
            self.wrong(node, "bad-key", value=key)
        return key

    def number(self, name: str) -> int | None:
        node = self._take(name)
        value = self._text(node, name, limit=None) if node else ""
        if node and value and not NUMBER.fullmatch(value):
            self.wrong(node, "no-number", field=name, value=value)
            return None
        return int(value) if value else None

    def duration(self, name: str, least: int, most: int) -> int | None:
        """Milliseconds, 0 where it is switched off: as people write it in any language."""
        node = self._take(name)
        value = self._text(node, name, limit=None) if node else ""
        if node is None or not value:
            return None
        found = read_duration(value)
        if is_off(value):
            return 0
        if found is None or not least <= found <= most:
            self.wrong(node, "no-duration", field=name, value=value)
            return None
        return found

    def flag(self, name: str) -> bool:
        node = self._take(name)
        value = self._text(node, name, limit=None).lower() if node else "no"
        if node and value and value not in FLAGS:
            self.wrong(node, "no-flag", field=name, value=value)
        return FLAGS.get(value, False)

    def one_of(self, name: str, known: Sequence[str], default: str) -> str:
        node = self._take(name)
        value = self._text(node, name, limit=None) if node else default
        if node and value and value not in known:
            self.wrong(node, "not-one-of", field=name, value=value, known=", ".join(known))
        return value if value in known else default

    def pattern(self, name: str, limit: int) -> str:
        node = self._take(name)
        value = self._text(node, name, limit) if node else ""
        if node and not is_pattern(value):
            self.wrong(node, "bad-pattern", field=name, value=value)
        return value

    # ---- values in each language

    def texts(self, name: str, limit: int, required: bool = False, lines: bool = False) -> dict[str, str]:
        """Required ones are complete; of the others a language may be left out."""
        return {
            locale: text
            for locale, node in self._languages(name, required)
            if (text := self._text(node, f"{name}.{locale}", limit, lines))
        }

    def words(self, name: str, most: int, limit: int) -> dict[str, tuple[str, ...]]:
        return {
            locale: words
            for locale, node in self._languages(name, required=False)
            if (words := self._words(node, f"{name}.{locale}", most, limit))
        }

    def links(self, name: str, limit: int) -> dict[str, str]:
        """One link for all languages, or one for each."""
        node = self.nodes.get(name)
        if isinstance(node, yaml.ScalarNode):
            link = self._link(self._take(name) or node, name, limit)
            return dict.fromkeys(locales(), link) if link else {}
        return {
            locale: link
            for locale, node in self._languages(name, required=False)
            if (link := self._link(node, f"{name}.{locale}", limit))
        }

    # ---- lists

    def entries(self, name: str, most: int, required: bool = False) -> Iterator["Fields"]:
        node = self._take(name, required)
        for child in self._items(node, name, most) if node else ():
            yield Fields(child, self.errors, name)

    def groups(self, name: str, most: int, limit: int) -> tuple[tuple[str, ...], ...]:
        node = self._take(name)
        return tuple(self._words(child, name, most, limit) for child in (self._items(node, name, most) if node else ()))

    # ---- nodes

    def _index(self, node: yaml.MappingNode) -> None:
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            if name in self.nodes:
                self.wrong(key, "field-twice", field=name)
            else:
                self.nodes[name] = value

    def _take(self, name: str, required: bool = False) -> yaml.Node | None:
        """The field's value; one that is there and empty is as good as left out."""
        node = self.nodes.pop(name, None)
        if node is not None and node.tag == NOTHING:
            node = None
        if node is None and required and isinstance(self.node, yaml.MappingNode):
            self.wrong(self.node, "missing-field", field=name)
        return node

    def _languages(self, name: str, required: bool) -> Iterator[tuple[str, yaml.Node]]:
        node = self._take(name, required)
        if node is None:
            return
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, "not-by-language", field=name)
            return
        languages = Fields(node, self.errors, name)
        for locale in locales():
            if child := languages._take(locale):
                yield locale, child
            elif required and LANGUAGES[locale].in_catalogues:
                self.wrong(node, "missing-language", field=name, locale=locale)
        for locale, child in languages.nodes.items():
            self.wrong(child, "unknown-language", field=name, locale=locale)

    def _items(self, node: yaml.Node, name: str, most: int) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(node, "no-list", field=name)
            return []
        items: list[yaml.Node] = node.value
        if len(items) > most:
            self.wrong(node, "too-many", field=name, count=len(items), limit=most)
            return []
        return items

    def _words(self, node: yaml.Node, name: str, most: int, limit: int) -> tuple[str, ...]:
        words = (self._text(item, name, limit) for item in self._items(node, name, most))
        return tuple(dict.fromkeys(word for word in words if word))

    def _link(self, node: yaml.Node, name: str, limit: int) -> str:
        link = self._text(node, name, limit)
        if link and not LINK.fullmatch(link):
            self.wrong(node, "bad-link", field=name, value=link)
        return link

    def _text(self, node: yaml.Node, name: str, limit: int | None, lines: bool = False) -> str:
        """What stands there, whatever type YAML would make of it: «on» and 1 are words too."""
        if not isinstance(node, yaml.ScalarNode):
            self.wrong(node, "no-text", field=name)
            return ""
        text = node.value.strip() if lines else " ".join(node.value.split())
        if node.tag == NOTHING or is_blank(text):
            self.wrong(node, "empty", field=name)
            return ""
        if limit is not None and len(text) > limit:
            self.wrong(node, "too-long", field=name, length=len(text), limit=limit)
        return str(text)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
