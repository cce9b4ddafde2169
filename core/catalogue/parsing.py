"""A text becomes a catalogue, or a list of all that is wrong with it."""

from collections.abc import Iterable, Mapping

from core.catalogue.fields import Fields, Wrong
from core.catalogue.model import Catalogue, Category, Topic
from core.catalogue.titles import as_read
from core.catalogue.topic_field import FieldKind, TopicField
from core.catalogue.tree import Broken, read_tree
from core.units import DAY, MINUTE

MOST_CATEGORIES = 100
MOST_TOPICS = 2_000  # in all
MOST_KEYWORDS = 80  # of one topic in one language
MOST_SYNONYMS = 500
LONGEST_TITLE = 60  # fits a button and a forum topic's name
LONGEST_WORD = 60
LONGEST_HINT = 700
LONGEST_LINK = 300
MOST_FIELDS = 6  # of one topic: each is asked
LONGEST_PATTERN = 100
LEAST_ANSWER_IN, MOST_ANSWER_IN = 5 * MINUTE, 30 * DAY


class CatalogueWrong(Exception):
    """`errors` names every place that is wrong, in the order of the text. Nothing of the text is used."""

    def __init__(self, errors: Iterable[Wrong]) -> None:
        self.errors = tuple(sorted(errors, key=lambda wrong: wrong.line))
        super().__init__("; ".join(str(wrong) for wrong in self.errors))


def parse(text: str, *, kept: bool = False) -> Catalogue:
    """`kept`: it was in use before, and goes on being used where this version would ask for more.

    Raises: CatalogueWrong.
    """
    errors: list[Wrong] = []
    try:
        root = Fields(read_tree(text), errors, "catalogue")
    except Broken as broken:
        raise CatalogueWrong([broken.wrong]) from None
    catalogue = _Reader(errors, kept).catalogue(root)
    if len(catalogue.every_topic) > MOST_TOPICS:
        root.wrong(root.node, "too-many", field="topics", count=len(catalogue.every_topic), limit=MOST_TOPICS)
    elif not errors and not any(map(catalogue.is_open, catalogue.every_topic)):
        root.wrong(root.node, "no-topics")
    if errors:
        raise CatalogueWrong(errors)
    return catalogue


class _Reader:
    def __init__(self, errors: list[Wrong], kept: bool) -> None:
        self.errors = errors
        self.kept = kept
        self.lines: dict[tuple[str, ...], int] = {}  # where each key and title was first seen

    def catalogue(self, fields: Fields) -> Catalogue:
        categories: list[Category] = []
        topics: list[Topic] = []
        for entry in fields.entries("categories", MOST_CATEGORIES, required=True):
            category = self._category(entry)
            categories.append(category)
            topics += [self._topic(child, category.key) for child in entry.entries("topics", MOST_TOPICS)]
            entry.end()
        synonyms = fields.groups("synonyms", MOST_SYNONYMS, LONGEST_WORD)
        fields.end()
        return Catalogue(tuple(categories), tuple(topics), synonyms)

    def _category(self, fields: Fields) -> Category:
        category = Category(
            key=fields.key(),
            titles=fields.texts("title", LONGEST_TITLE, required=True),
            group=self._group(fields),
            answer_in=fields.duration("answer_in", LEAST_ANSWER_IN, MOST_ANSWER_IN),
            order=fields.number("order"),
            hidden=fields.flag("hidden"),
        )
        self._must_be_new(fields, category.key, category.titles, "category", "")
        return category

    def _group(self, fields: Fields) -> int | None:
        """A group's id is negative: without its minus it is somebody's."""
        node, group = fields.nodes.get("group"), fields.number("group")
        if node is None or group is None or group < 0:
            return group
        if not self.kept:
            fields.wrong(node, "no-group", value=str(group))
        return None

    def _topic(self, fields: Fields, category: str) -> Topic:
        topic = Topic(
            key=fields.key(),
            category=category,
            titles=fields.texts("title", LONGEST_TITLE, required=True),
            keywords=fields.words("keywords", MOST_KEYWORDS, LONGEST_WORD),
            hints=fields.texts("hint", LONGEST_HINT, lines=True),
            links=fields.links("link", LONGEST_LINK),
            fields=tuple(map(self._field, fields.entries("fields", MOST_FIELDS))),
            answer_in=fields.duration("answer_in", LEAST_ANSWER_IN, MOST_ANSWER_IN),
            order=fields.number("order"),
            hidden=fields.flag("hidden"),
        )
        fields.end()
        if len({field.key for field in topic.fields}) < len(topic.fields):
            fields.wrong(fields.node, "field-keys", field="fields")
        self._must_be_new(fields, topic.key, topic.titles, "topic", category)
        return topic

    def _field(self, fields: Fields) -> TopicField:
        """Keys are one topic's own, and the same in several topics where the same is asked."""
        field = TopicField(
            key=fields.key(),
            titles=fields.texts("title", LONGEST_TITLE, required=True),
            kind=FieldKind(fields.one_of("kind", [kind.value for kind in FieldKind], FieldKind.TEXT.value)),
            pattern=fields.pattern("pattern", LONGEST_PATTERN),
            required=fields.flag("required"),
        )
        fields.end()
        return field

    def _must_be_new(self, fields: Fields, key: str, titles: Mapping[str, str], kind: str, within: str) -> None:
        """A key names one entry; of two equal titles in one list nobody could tell which is which."""
        if key:
            self._once(fields, "key-twice", key, kind, key)
        for locale, title in titles.items():
            seen_as = title.casefold() if self.kept else as_read(title)
            self._once(fields, "title-twice", title, kind, within, locale, seen_as)

    def _once(self, fields: Fields, code: str, value: str, *where: str) -> None:
        name = (code, *where)
        if name in self.lines:
            fields.wrong(fields.node, code, value=value, before=self.lines[name])
        else:
            self.lines[name] = fields.line
