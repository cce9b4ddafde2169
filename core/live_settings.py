"""What an owner may change while the desk runs: each setting with its kind and its bounds.

The environment gives the defaults; a value that was set here wins, until it is taken back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from core.change import Change
from core.content import Limits
from core.duration_words import is_off, read_duration
from core.hours import Hours, HoursWrong
from core.languages import LANGUAGES
from core.rules import Rules
from core.shift import Assignment
from core.units import DAY, HOUR, MEGABYTE, MINUTE, SECOND

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?")
MEGABYTES = re.compile(r"(\d{1,7})\s*(\w*)\.?")
GROUP = re.compile(r"(-\d{1,18})\s*[:=]?\s+(.+)")


class SettingWrong(ValueError):
    """`reason` names the sentence that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Kind(StrEnum):
    DURATION = "duration"
    MEGABYTES = "megabytes"
    SWITCH = "switch"
    CLOCK = "clock"  # a time of day
    HOURS = "hours"  # of a week
    GROUP_HOURS = "group-hours"
    ASSIGNMENT = "assignment"  # of each group


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    kind: Kind
    least: int = 0
    most: int = 0
    may_be_off: bool = False


SETTINGS = (
    Setting("cooldown", Kind.DURATION, 0, 7 * DAY, may_be_off=True),
    Setting("auto_close", Kind.DURATION, HOUR, 60 * DAY),
    Setting("remind_before", Kind.DURATION, MINUTE, 30 * DAY, may_be_off=True),
    Setting("max_file", Kind.MEGABYTES, 1, 2_000),
    Setting("max_total", Kind.MEGABYTES, 1, 20_000),
    Setting("answer_delay", Kind.DURATION, SECOND, 2 * MINUTE, may_be_off=True),
    Setting("replies_only", Kind.SWITCH),
    Setting("show_agent", Kind.SWITCH),
    Setting("hours", Kind.HOURS, may_be_off=True),
    Setting("group_hours", Kind.GROUP_HOURS, may_be_off=True),
    Setting("assignment", Kind.ASSIGNMENT, may_be_off=True),
    Setting("nudge_after", Kind.DURATION, MINUTE, 7 * DAY, may_be_off=True),
    Setting("escalate_after", Kind.DURATION, MINUTE, 30 * DAY, may_be_off=True),
    Setting("digest_at", Kind.CLOCK, may_be_off=True),
    Setting("keep_closed", Kind.DURATION, DAY, 3_650 * DAY, may_be_off=True),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}


@dataclass(frozen=True, slots=True)
class SettingChanged(Change):
    """`value` is anything that JSON can say; None: as the environment has it."""

    name: str
    value: Any
    by: int
    at: int


class SettingReads(Protocol):
    async def settings(self) -> dict[str, Any]:
        """Those that were changed while it ran, by name."""


def read(setting: Setting, text: str) -> Any:
    """What an owner typed as a value that can be kept; SettingWrong where it is none, or out of bounds."""
    words = text.strip().casefold()
    if setting.may_be_off and is_off(words):
        return (
            ""
            if setting.kind in (Kind.HOURS, Kind.GROUP_HOURS, Kind.ASSIGNMENT)
            else -1
            if setting.kind is Kind.CLOCK
            else 0
        )
    match setting.kind:
        case Kind.DURATION:
            return _within(setting, _duration(words))
        case Kind.MEGABYTES:
            return _within(setting, _megabytes(words))
        case Kind.CLOCK:
            return _clock(words)
        case Kind.HOURS:
            return _hours(words)
        case Kind.GROUP_HOURS:
            return "\n".join(f"{group} {_hours(hours)}" for group, hours in _groups(words))
    raise SettingWrong(setting.kind)


def value_of(rules: Rules, name: str) -> Any:
    """As `read` would give it."""
    match name:
        case "max_file":
            return rules.limits.max_file // MEGABYTE
        case "max_total":
            return rules.limits.max_total // MEGABYTE
        case "hours":
            return str(rules.hours)
        case "group_hours":
            return "\n".join(f"{group} {hours}" for group, hours in rules.group_hours.items())
        case "assignment":
            return _ways(rules.assignment)
        case "digest_at":
            return -1 if rules.digest_at is None else rules.digest_at
    return getattr(rules, name)


def with_assignment(assignment: Mapping[int, Assignment], group: int, how: Assignment) -> str:
    """The setting's value with another way in one group."""
    return _ways({**assignment, group: how})


def _ways(assignment: Mapping[int, Assignment]) -> str:
    return "\n".join(f"{group} {how.value}" for group, how in assignment.items() if how is not Assignment.OFF)


def apply_settings(rules: Rules, values: Mapping[str, Any]) -> Rules:
    """The rules with these values in place of theirs; unknown names are of another version, and left alone."""
    for name, value in values.items():
        if name in BY_NAME:
            rules = _applied(rules, name, value)
    return rules


def checked(rules: Rules) -> Rules:
    """SettingWrong where two settings contradict each other."""
    if rules.remind_before >= rules.auto_close:
        raise SettingWrong("reminder")
    if rules.limits.max_file > rules.limits.max_total:
        raise SettingWrong("total")
    return rules


def _applied(rules: Rules, name: str, value: Any) -> Rules:
    match name:
        case "max_file":
            return replace(rules, limits=Limits(value * MEGABYTE, rules.limits.max_total))
        case "max_total":
            return replace(rules, limits=Limits(rules.limits.max_file, value * MEGABYTE))
        case "hours":
            return replace(rules, hours=Hours.parse(value, rules.zone))
        case "group_hours":
            return replace(
                rules, group_hours={group: Hours.parse(hours, rules.zone) for group, hours in _groups(value)}
            )
        case "assignment":
            return replace(rules, assignment={group: Assignment(how) for group, how in _groups(value)})
        case "digest_at":
            return replace(rules, digest_at=None if value < 0 else value)
    return replace(rules, **{name: value})


def _within(setting: Setting, value: int) -> int:
    if value < setting.least:
        raise SettingWrong("too-little")
    if value > setting.most:
        raise SettingWrong("too-much")
    return value


def _duration(words: str) -> int:
    """A number alone may be minutes as well as days."""
    value = read_duration(words)
    if value is None:
        raise SettingWrong("no-unit" if words.isdecimal() else Kind.DURATION)
    return value


def _megabytes(words: str) -> int:
    """`20`, «20 МБ»."""
    found, units = MEGABYTES.fullmatch(words), {unit for language in LANGUAGES.values() for unit in language.megabytes}
    if found is None or found[2] not in {"", *units}:
        raise SettingWrong(Kind.MEGABYTES)
    return int(found[1])


def _clock(words: str) -> int:
    """`8:30`, `9`."""
    found = CLOCK.fullmatch(words)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise SettingWrong(Kind.CLOCK)
    return int(found[1]) * 60 + int(found[2] or 0)


def _hours(words: str) -> str:
    try:
        hours = Hours.parse(words)
    except HoursWrong:
        raise SettingWrong(Kind.HOURS) from None
    if not hours.spans:
        raise SettingWrong(Kind.HOURS)
    return str(hours)


def _groups(words: str) -> list[tuple[int, str]]:
    """A line a group: `-1001234567890 mon-fri 09:00-18:00`."""
    lines = [GROUP.fullmatch(line.strip()) for line in words.splitlines() if line.strip()]
    if any(line is None for line in lines):
        raise SettingWrong(Kind.GROUP_HOURS)
    return [(int(line[1]), line[2]) for line in lines if line]
