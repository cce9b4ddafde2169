"""What every deed at the desk needs: the store, the shop's rules, the catalogue, and how a message is added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from typing import Any

from core.catalogue import Catalogue, Topic
from core.content import Content, Limits
from core.dialog import DAY, Dialog
from core.draft import MessageRef
from core.errors import TopicUnknown
from core.hours import ALWAYS, Hours
from core.message import Message, Side, new_id
from core.notices import Notice, NoticeKind, dialog_lane, seller_lane
from core.ports import Store
from core.work import AlbumGrew, MessageAdded, Work

SECOND = 1_000
ALBUM_SETTLES = 3 * SECOND  # after its last item, until an album is taken as complete
CARD_SETTLES = 3 * SECOND  # in which changes of one card are merged


@dataclass(slots=True)
class Rules:
    """What a shop sets. Times in ms; 0 in `remind_before` means no reminder."""

    cooldown: int = 15 * 60 * SECOND
    auto_close: int = 3 * DAY
    remind_before: int = DAY
    limits: Limits = field(default_factory=Limits)
    home_group: int = 0
    answer_delay: int = 0  # an answer waits so long, and can be taken back meanwhile
    show_agent: bool = False  # sellers see the name of the agent who answers
    replies_only: bool = False  # only what replies to the seller's messages goes to the seller
    nudge_after: int = 60 * 60 * SECOND  # of working time without an answer, until agents are reminded; 0: never
    escalate_after: int = 4 * 60 * 60 * SECOND  # … until admins are told; 0: never
    digest_at: int | None = 9 * 60  # the minute of the day at which agents see what is unanswered
    hours: Hours = ALWAYS  # of every agents' group without hours of its own
    group_hours: dict[int, Hours] = field(default_factory=dict)
    zone: tzinfo = UTC
    keep_closed: int = 0  # so long after its end a dialog is kept; 0: for ever


@dataclass(frozen=True, slots=True)
class Agent:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it came: what, where from, part of which album, in reply to which message of the history."""

    content: Content
    ref: MessageRef
    album: str | None = None
    reply_to: int | None = None


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
        work: Work,
        dialog: Dialog,
        side: Side,
        author_id: int,
        author_name: str,
        letter: Letter,
        due_at: int,
        asks: bool = False,
    ) -> None:
        message = Message(
            id=new_id(work.now),
            dialog=dialog.number,
            side=side,
            author_id=author_id,
            author_name=author_name,
            content=letter.content,
            created_at=work.now,
            asks=asks,
            album=letter.album,
        )
        work.put(MessageAdded(message, letter.ref))
        work.tell(
            Notice(
                lane=dialog_lane(dialog.number) if side is Side.SELLER else seller_lane(dialog.seller_id),
                kind=NoticeKind.RELAY,
                dialog=dialog.number,
                message=message.id,
                values=_values(side, letter),
                album=letter.album,
                due_at=due_at,
            )
        )
        if letter.album and due_at > work.now:
            work.put(AlbumGrew(album=letter.album, due_at=due_at))


def _values(side: Side, letter: Letter) -> dict[str, Any]:
    """What the message replies to; of an answer also where it was written, to be marked when it has arrived."""
    values: dict[str, Any] = {"reply_to": letter.reply_to} if letter.reply_to else {}
    if side is Side.AGENT:
        values["from"] = [letter.ref.chat_id, letter.ref.message_id]
    return values
