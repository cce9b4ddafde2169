"""What every action at the desk needs: the store, the shop's rules, the catalogue, and how a message is added."""

from collections.abc import Mapping
from typing import Any

from core.catalogue import Catalogue, Topic
from core.dialog import Dialog
from core.errors import TopicUnknown
from core.hours import Hours
from core.message import IncomingMessage, Message, MessageAdded, Side, new_id
from core.outbox import AlbumGrew, Notice, NoticeKind, dialog_stream, seller_stream
from core.rules import Rules
from core.store import Store
from core.unit_of_work import UnitOfWork
from core.units import SECOND

ALBUM_SETTLES = 3 * SECOND  # after its last item, until an album is taken as complete
CARD_SETTLES = 3 * SECOND  # in which changes of one card are merged


class Base:
    def __init__(self, store: Store, rules: Rules, catalogue: Catalogue) -> None:
        self.store = store
        self.rules = self.default_rules = rules  # the defaults are the environment's
        self._moved: dict[int, int] = {}  # groups that became supergroups: the old id and the new one
        self._answering: frozenset[int] = frozenset()  # groups where open dialogs stand, whatever the catalogue says
        self.groups: frozenset[int] = frozenset()
        self.use_catalogue(catalogue)

    def use_catalogue(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.search = catalogue.search
        self._answering |= self.groups  # those of before, until it is known which of them still have dialogs
        self.groups = self._every_group()

    async def look_at_groups(self) -> None:
        """As they are kept: other processes move groups and open dialogs too."""
        self._moved |= await self.store.groups_moved()
        self._answering = frozenset(await self.store.groups_answering())
        self.groups = self._every_group()

    def follow(self, moved: Mapping[int, int]) -> None:
        """Groups became supergroups: the old ids and the new ones."""
        self._moved |= moved
        self.groups = self._every_group()

    def use_rules(self, rules: Rules) -> None:
        self.rules = rules

    def topic(self, key: str) -> Topic:
        topic = self.catalogue.topic(key)
        if topic is None or not self.catalogue.is_open(topic):
            raise TopicUnknown()
        return topic

    def group_of(self, category: str) -> int:
        """The agents' group that answers for a category."""
        found = self.catalogue.category(category)
        return self.followed((found.group if found else None) or self.rules.home_group)

    def _every_group(self) -> frozenset[int]:
        """A group that a category was routed to before still answers for the dialogs that stand there."""
        routed = {category.group for category in self.catalogue.every_category if category.group}
        return frozenset(map(self.followed, routed | self._answering | {self.rules.home_group}))

    def hours_of(self, group: int) -> Hours:
        own = {self.followed(known): hours for known, hours in self.rules.group_hours.items()}
        return own.get(self.followed(group), self.rules.hours)

    def back_at(self, group: int, now: int) -> int | None:
        """When people are at that desk again; None where they are there."""
        back = self.hours_of(group).next_on(now)
        return back if back > now else None

    def followed(self, group: int) -> int:
        while group in self._moved:
            group = self._moved[group]
        return group

    def _add_message(
        self,
        work: UnitOfWork,
        dialog: Dialog,
        side: Side,
        author_id: int,
        author_name: str,
        incoming: IncomingMessage,
        due_at: int,
        asks: bool = False,
    ) -> None:
        message = Message(
            id=new_id(work.now),
            dialog=dialog.number,
            side=side,
            author_id=author_id,
            author_name=author_name,
            content=incoming.content,
            created_at=work.now,
            asks=asks,
            album=incoming.album,
        )
        work.add(MessageAdded(message, incoming.ref))
        work.tell(
            Notice(
                stream=dialog_stream(dialog.number) if side is Side.SELLER else seller_stream(dialog.seller_id),
                kind=NoticeKind.RELAY,
                dialog=dialog.number,
                message=message.id,
                values=_values(side, incoming),
                album=incoming.album,
                due_at=due_at,
            )
        )
        if incoming.album and due_at > work.now:
            work.add(AlbumGrew(album=incoming.album, due_at=due_at))


def _values(side: Side, incoming: IncomingMessage) -> dict[str, Any]:
    """What the message replies to; of an answer also where it was written, to be marked when it has arrived."""
    values: dict[str, Any] = {"reply_to": incoming.reply_to} if incoming.reply_to else {}
    if side is Side.AGENT:
        values["from"] = [incoming.ref.chat_id, incoming.ref.message_id]
    return values
