"""Announcements and those who wait for their end."""

from collections.abc import Iterator

from core.announcement import AnnouncementEnded, AnnouncementMade, Subscribed, SubscriberTold
from core.unit_of_work import Conflict
from storage.statements import Statement, statements, to_json


@statements.register
def _(record: AnnouncementMade) -> Iterator[Statement]:
    yield Statement(
        "announcement_made",
        {
            "text": record.text,
            "categories": to_json(list(record.categories)),
            "until": record.until,
            "at": record.at,
            "by": record.by,
        },
    )


@statements.register
def _(record: AnnouncementEnded) -> Iterator[Statement]:
    yield Statement("announcement_ended", {"id": record.id, "at": record.at}, guard=Conflict)


@statements.register
def _(record: Subscribed) -> Iterator[Statement]:
    yield Statement("subscribed", _subscriber(record))


@statements.register
def _(record: SubscriberTold) -> Iterator[Statement]:
    yield Statement("subscriber_told", _subscriber(record), guard=Conflict)


def _subscriber(record: Subscribed | SubscriberTold) -> dict[str, int]:
    return {"announcement": record.announcement, "person": record.person_id, "at": record.at}
