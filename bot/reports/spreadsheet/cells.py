"""What a cell holds: moments by the shop's clock, times in minutes."""

from datetime import datetime, tzinfo

from core.units import MINUTE


def moment(at: int | None, zone: tzinfo) -> datetime | None:
    """As the shop's clock shows it: a spreadsheet knows no time zones."""
    return datetime.fromtimestamp(at / 1000, zone).replace(tzinfo=None) if at is not None else None


def minutes(since: int, until: int | None) -> float | None:
    return None if until is None else in_minutes(until - since)


def in_minutes(ms: int | None) -> float | None:
    return None if ms is None else round(ms / MINUTE, 1)
