"""What admins keep."""

from collections.abc import Iterator

from core.admins import AdminAppointed, AdminRevoked
from core.announcement import AnnouncementEnded, AnnouncementMade, Subscribed, SubscriberTold
from core.audit import Audited
from core.canned import CannedAnswerRemoved, CannedAnswerSaved
from core.catalogue.model import CatalogueReplaced
from core.live_settings import SettingChanged
from core.unit_of_work import Conflict
from storage.statements import Statement, statements, to_json


@statements.register
def _(record: CatalogueReplaced) -> Iterator[Statement]:
    yield Statement("catalogue_replaced", {"text": record.text, "at": record.at, "by": record.by})


@statements.register
def _(record: Audited) -> Iterator[Statement]:
    yield Statement(
        "noted",
        {"by": record.by, "deed": record.action, "details": to_json(record.values), "at": record.at},
    )


@statements.register
def _(record: SettingChanged) -> Iterator[Statement]:
    if record.value is None:
        yield Statement("setting_reset", {"name": record.name})
        return
    yield Statement(
        "setting_changed",
        {"name": record.name, "value": to_json(record.value), "at": record.at, "by": record.by},
    )


@statements.register
def _(record: AdminAppointed) -> Iterator[Statement]:
    yield Statement(
        "admin_appointed",
        {"person": record.person_id, "role": record.role, "at": record.at, "by": record.by},
    )


@statements.register
def _(record: AdminRevoked) -> Iterator[Statement]:
    yield Statement("admin_revoked", {"person": record.person_id})


@statements.register
def _(record: CannedAnswerSaved) -> Iterator[Statement]:
    canned_answer = record.canned_answer
    values = {name: getattr(canned_answer, name) for name in ("category", "title", "text", "position")}
    if canned_answer.id is None:
        yield Statement("template_added", values)
    else:
        yield Statement("template_changed", values | {"id": canned_answer.id}, guard=Conflict)


@statements.register
def _(record: CannedAnswerRemoved) -> Iterator[Statement]:
    yield Statement("template_removed", {"id": record.id})


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
