"""The desk as it is now: the shop's rules, the catalogue with the search over it, and which group answers for what."""

from collections.abc import Collection, Mapping

from core.catalogue import Catalogue, Category, Topic
from core.catalogue.parsed import ParsedCatalogues
from core.errors import TopicUnknown
from core.hours import Hours
from core.live_settings import apply_settings
from core.rules import Rules
from core.search import Learned, SearchIndex
from core.shift import Assignment
from core.store import Store


class Desk:
    def __init__(self, store: Store, rules: Rules, search: SearchIndex) -> None:
        self.store = store
        self.rules = self.default_rules = rules  # the defaults are the environment's
        self.search = search
        self.parsed_catalogues = ParsedCatalogues()
        self.learned: Learned | None = None  # from the desk's own dialogs
        self._moved: dict[int, int] = {}  # groups that became supergroups: the old id and the new one
        self._answering: frozenset[int] = frozenset()  # groups where open dialogs stand, whatever the catalogue says
        self.groups = self._every_group()

    @property
    def catalogue(self) -> Catalogue:
        return self.search.catalogue

    def use_catalogue(self, catalogue: Catalogue) -> None:
        """From now on. The index over it takes a fraction of a second to build."""
        self.search = SearchIndex(catalogue)
        self._answering |= self.groups  # those of before, until it is known which of them still have dialogs
        self.groups = self._every_group()

    def use_rules(self, rules: Rules) -> None:
        self.rules = rules

    async def refresh_settings(self) -> None:
        """As they are kept: the environment's, and over them what owners have changed."""
        self.rules = apply_settings(self.default_rules, await self.store.settings())

    async def refresh_groups(self) -> None:
        """As they are kept: other processes move groups and open dialogs too."""
        self._moved |= await self.store.groups_moved()
        self._answering = frozenset(await self.store.groups_answering())
        self.groups = self._every_group()

    def follow_groups(self, moved: Mapping[int, int]) -> None:
        """Groups became supergroups: the old ids and the new ones."""
        self._moved |= moved
        self.groups = self._every_group()

    def current_id(self, group: int) -> int:
        """The group under the id that it has now."""
        while group in self._moved:
            group = self._moved[group]
        return group

    async def waits(self, seller_id: int, now: int) -> dict[str, int]:
        """Topics that are not free for the seller yet, and how long it takes in ms."""
        cooldown = self.rules.cooldown
        taken = await self.store.topics_taken(seller_id, now - cooldown) if cooldown else {}
        return {topic: at + cooldown - now for topic, at in taken.items()}

    def topic(self, key: str) -> Topic:
        """One that a seller may open a dialog on. Raises: TopicUnknown."""
        topic = self.catalogue.topic(key)
        if topic is None or not self.catalogue.is_open(topic):
            raise TopicUnknown()
        return topic

    def category_of(self, topic: Topic) -> Category:
        category = self.catalogue.category(topic.category)
        assert category is not None, "a topic stands in a category"
        return category

    def group_of(self, category: Category) -> int:
        """The agents' group that answers for a category."""
        return self.current_id(category.group or self.rules.home_group)

    def groups_of(self, categories: Collection[str]) -> list[int]:
        """The agents' groups that answer for these categories; without any, for whichever."""
        every = self.catalogue.every_category
        answering = (self.group_of(each) for each in every if not categories or each.key in categories)
        return list(dict.fromkeys(answering))

    def hours_of(self, group: int) -> Hours:
        own = {self.current_id(known): hours for known, hours in self.rules.group_hours.items()}
        return own.get(self.current_id(group), self.rules.hours)

    def assignment_of(self, group: int) -> Assignment:
        return self.assignment.get(self.current_id(group), Assignment.OFF)

    @property
    def assignment(self) -> dict[int, Assignment]:
        """By groups under the ids that they have now."""
        return {self.current_id(known): how for known, how in self.rules.assignment.items()}

    def back_at(self, group: int, now: int) -> int | None:
        """When people are at that group's desk again; None where they are there."""
        back = self.hours_of(group).next_on(now)
        return back if back > now else None

    @property
    def named_groups(self) -> frozenset[int]:
        """Those that the settings or a category name."""
        routed = {category.group for category in self.catalogue.every_category if category.group}
        return frozenset(map(self.current_id, routed | {self.rules.home_group}))

    def _every_group(self) -> frozenset[int]:
        """A group that a category was routed to before still answers for the dialogs that stand there."""
        return self.named_groups | frozenset(map(self.current_id, self._answering))
