"""Announcements and those who wait for their end."""

from collections.abc import Iterator

from core.announcement import AnnouncementEnded, AnnouncementMade, Subscribed, SubscriberNotified
from core.unit_of_work import Conflict
from storage.statements import Statement, statements, to_json


@statements.register
def _(change: AnnouncementMade) -> Iterator[Statement]:
    yield Statement(
        "announcement_made",
        {
            "text": change.text,
            "categories": to_json(list(change.categories)),
            "until": change.until,
            "at": change.at,
            "by": change.by,
        },
    )


@statements.register
def _(change: AnnouncementEnded) -> Iterator[Statement]:
    values = {"id": change.id, "at": change.at, "closing": change.closing}
    yield Statement("announcement_ended", values, guard=Conflict)


@statements.register
def _(change: Subscribed) -> Iterator[Statement]:
    yield Statement("subscribed", _subscriber(change))


@statements.register
def _(change: SubscriberNotified) -> Iterator[Statement]:
    yield Statement("subscriber_notified", _subscriber(change), guard=Conflict)


def _subscriber(change: Subscribed | SubscriberNotified) -> dict[str, int]:
    return {"announcement": change.announcement, "person": change.person_id, "at": change.at}
