"""A dialog between one seller and support: its statuses and the moves between them.

All times are UTC milliseconds since 1970.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from core.change import Change
from core.errors import DialogFinished, DialogMerged, MoveRefused, NothingToRate, RatedAlready, RatingTooLate
from core.units import DAY

RATING_WINDOW = 7 * DAY
BAD_RATING = 2  # or less: the question may not be solved


class Status(StrEnum):
    CREATED = "created"  # «Создан»: support owes an answer
    ANSWERED = "answered"  # «Поступил ответ»
    CLARIFYING = "clarifying"  # «Ждём вашего ответа»
    FINISHED = "finished"  # «Завершён»


class Event(StrEnum):
    SELLER_WROTE = "seller_wrote"
    AGENT_ANSWERED = "agent_answered"
    AGENT_ASKED = "agent_asked"
    RATED = "rated"
    CANCELLED = "cancelled"
    CLOSED = "closed"
    EXPIRED = "expired"


class Ending(StrEnum):
    RATED = "rated"
    CANCELLED = "cancelled"
    CLOSED = "closed"
    EXPIRED = "expired"


NO_WAIT: dict[str, Any] = {"waiting_since": None, "due_at": None, "warn_at": None}
IN_THE_QUEUE: dict[str, Any] = {"snoozed_until": None, "snooze_told": False, "woken_at": None, "woken_from": None}

ON_THE_CARD = ("status", "agent_id", "due_at", "snoozed_until")

OPEN = (Status.CREATED, Status.ANSWERED, Status.CLARIFYING)

MOVES: dict[tuple[Status, Event], Status] = {
    (Status.CREATED, Event.SELLER_WROTE): Status.CREATED,
    (Status.CREATED, Event.AGENT_ANSWERED): Status.ANSWERED,
    (Status.CREATED, Event.AGENT_ASKED): Status.CLARIFYING,
    (Status.CREATED, Event.CANCELLED): Status.FINISHED,
    (Status.CREATED, Event.CLOSED): Status.FINISHED,
    (Status.ANSWERED, Event.SELLER_WROTE): Status.CREATED,
    (Status.ANSWERED, Event.AGENT_ANSWERED): Status.ANSWERED,
    (Status.ANSWERED, Event.AGENT_ASKED): Status.CLARIFYING,
    (Status.ANSWERED, Event.RATED): Status.FINISHED,
    (Status.ANSWERED, Event.CANCELLED): Status.FINISHED,
    (Status.ANSWERED, Event.CLOSED): Status.FINISHED,
    (Status.ANSWERED, Event.EXPIRED): Status.FINISHED,
    (Status.CLARIFYING, Event.SELLER_WROTE): Status.CREATED,
    (Status.CLARIFYING, Event.AGENT_ANSWERED): Status.ANSWERED,
    (Status.CLARIFYING, Event.AGENT_ASKED): Status.CLARIFYING,
    (Status.CLARIFYING, Event.CANCELLED): Status.FINISHED,
    (Status.CLARIFYING, Event.CLOSED): Status.FINISHED,
    (Status.CLARIFYING, Event.EXPIRED): Status.FINISHED,
}


@dataclass(frozen=True, slots=True)
class Titles:
    """Category and topic as they were called when the dialog was opened: locale → title."""

    category: dict[str, str]
    topic: dict[str, str]

    def category_in(self, locale: str) -> str:
        return self.category.get(locale) or next(iter(self.category.values()), "")

    def topic_in(self, locale: str) -> str:
        return self.topic.get(locale) or next(iter(self.topic.values()), "")


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What the seller answered to a field of the topic, under the title that it had."""

    titles: dict[str, str]
    value: str

    def title_in(self, locale: str) -> str:
        return self.titles.get(locale) or next(iter(self.titles.values()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialog:
    number: int
    seller_id: int
    category: str
    topic: str
    titles: Titles
    fields: tuple[FieldValue, ...] = ()
    group_id: int  # the agents' group it was routed to
    status: Status = Status.CREATED
    ending: Ending | None = None
    created_at: int
    waiting_since: int | None = None  # support owes an answer since
    due_at: int | None = None  # until when the topic promised that answer
    warn_at: int | None = None  # when agents are warned that it comes to an end
    snoozed_until: int | None = None  # an agent put it off
    snooze_told: bool = False  # and the seller knows until when
    woken_at: int | None = None  # a word of the seller brought it back
    woken_from: int | None = None  # and until when it was put off
    support_wrote_at: int | None = None  # the last answer or question of support came in
    seller_said_at: int | None = None  # the last word of the seller, by the messenger's clock
    support_said_at: int | None = None  # that of support
    reminded_at: int | None = None
    nudged_at: int | None = None  # agents were reminded
    escalated_at: int | None = None  # admins were told
    answered_at: int | None = None  # the first answer was given
    first_answer_at: int | None = None  # the first answer was delivered
    ended_at: int | None = None
    rating: int | None = None
    rating_comment: str | None = None
    rated_at: int | None = None
    agent_id: int | None = None
    agent_name: str | None = None
    has_files: bool = False
    merged_into: int | None = None  # it became part of that dialog
    version: int = 0

    @property
    def is_open(self) -> bool:
        return self.status is not Status.FINISHED

    @property
    def is_rated_badly(self) -> bool:
        return self.rating is not None and self.rating <= BAD_RATING

    def was_said_in_this_wait(self, at: int | None) -> bool:
        """Not in one before."""
        return at is not None and self.waiting_since is not None and at >= self.waiting_since

    def looks_as(self, other: "Dialog") -> bool:
        """To agents, on its card."""
        return all(getattr(self, name) == getattr(other, name) for name in ON_THE_CARD)

    def must_be_open(self) -> None:
        if not self.is_open:
            raise self._finished()

    @property
    def last_said_at(self) -> int:
        """The last word of either side, by the messenger's clock."""
        return max(self.seller_said_at or 0, self.support_said_at or 0)

    def after(self, event: Event, now: int, said_at: int | None = None) -> "Dialog":
        """The dialog after `event`, or a MoveRefused that says why not. `said_at`: by the messenger's clock."""
        said_at = now if said_at is None else said_at
        status = MOVES.get((self.status, event))
        if status is None:
            raise self._refusal(event)
        changes: dict[str, Any] = {"status": status} | IN_THE_QUEUE
        match event:
            case Event.SELLER_WROTE:
                changes["waiting_since"] = said_at if self.waiting_since is None else self.waiting_since
                changes["seller_said_at"] = said_at
            case Event.AGENT_ANSWERED | Event.AGENT_ASKED:
                changes |= NO_WAIT | {"support_wrote_at": now, "support_said_at": said_at}
                changes["reminded_at"] = None
        if event is Event.AGENT_ANSWERED and self.answered_at is None:
            changes["answered_at"] = said_at
        if status is Status.FINISHED:
            changes |= NO_WAIT | {"ended_at": now, "ending": Ending(event.value)}
        return replace(self, **changes)

    def rated(self, stars: int, now: int) -> "Dialog":
        """Closes an answered dialog with a rating, or adds the rating to one that support or silence closed."""
        if not 1 <= stars <= 5:
            raise MoveRefused(number=self.number)
        if self.is_open:
            return replace(self.after(Event.RATED, now), rating=stars, rated_at=now)
        self._must_be_rateable(now)
        return replace(self, rating=stars, rated_at=now)

    def may_be_rated(self, now: int) -> bool:
        try:
            self.rated(5, now)
        except MoveRefused:
            return False
        return True

    def _must_be_rateable(self, now: int) -> None:
        if self.rating is not None:
            raise RatedAlready(number=self.number, stars=self.rating)
        after_answer = self.ending is Ending.EXPIRED and self.answered_at is not None
        if self.ending is not Ending.CLOSED and not after_answer:
            raise self._finished()
        if now - (self.ended_at or 0) > RATING_WINDOW:
            raise RatingTooLate(number=self.number)

    def _refusal(self, event: Event) -> MoveRefused:
        if not self.is_open:
            return self._finished()
        if event is Event.RATED:
            return NothingToRate(number=self.number, status=self.status.value)
        return MoveRefused(number=self.number, status=self.status.value)

    def _finished(self) -> DialogFinished:
        if self.merged_into is not None:
            return DialogMerged(number=self.number, into=self.merged_into)
        return DialogFinished(number=self.number, ending=self.ending.value if self.ending else "closed")


@dataclass(frozen=True, slots=True)
class DialogOpened(Change):
    dialog: Dialog


@dataclass(frozen=True, slots=True)
class TopicTaken(Change):
    """The seller opens a dialog on this topic; a Conflict where one was opened after `free_before`."""

    seller_id: int
    topic: str
    number: int
    at: int
    free_before: int


@dataclass(frozen=True, slots=True)
class DialogChanged(Change):
    """`dialog.version` is the version that was read."""

    dialog: Dialog


@dataclass(frozen=True, slots=True)
class DialogFilter:
    """Which of a seller's dialogs to list. Times are UTC ms, `until` exclusive."""

    since: int | None = None
    until: int | None = None
    status: Status | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class DialogPage:
    """Which of all dialogs to list: a page below a number, so that what is opened meanwhile moves nothing."""

    before: int | None
    limit: int
    seller_id: int | None = None
    topic: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class SellerHistory:
    """What a seller did before: dialogs in all, the last ratings (newest first); and what else is open."""

    dialogs: int
    ratings: tuple[int, ...] = ()
    beside: int = 0


class DialogReads(Protocol):
    async def next_number(self) -> int: ...
    async def dialog(self, number: int) -> Dialog | None: ...
    async def surviving_dialog(self, number: int) -> Dialog | None:
        """The same, or the one that it became part of."""

    async def open_dialogs(self, seller_id: int) -> list[Dialog]: ...
    async def dialogs(self, seller_id: int, which: DialogFilter, limit: int, offset: int) -> list[Dialog]: ...
    async def count_dialogs(self, seller_id: int, which: DialogFilter) -> int: ...
    async def dialog_page(self, which: DialogPage) -> list[Dialog]:
        """Newest first."""

    async def topics_used(self, seller_id: int) -> list[Dialog]:
        """The newest dialog of each topic that the seller ever used."""

    async def topic_taken(self, seller_id: int, topic: str) -> tuple[int, int] | None:
        """When the seller last opened a dialog on the topic, and its number."""

    async def topics_taken(self, seller_id: int, after: int) -> dict[str, int]:
        """When the seller opened a dialog on which topic, of those opened after a moment."""

    async def seller_history(self, seller_id: int, before: int) -> SellerHistory: ...
    async def first_dialog_at(self) -> int | None:
        """When the first of those that are kept was opened."""

    async def usual_answer_time(self, topic: str, since: int) -> int | None:
        """Median of first responses on a topic in ms; None where there are fewer than five."""

    async def dialog_numbers(self, seller_id: int) -> list[int]:
        """Of all the seller's dialogs."""
