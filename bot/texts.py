"""Fluent: a key and values become a sentence in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource

from core.languages import LANGUAGES
from core.units import MEGABYTE, MINUTE

FOLDER = Path(__file__).parent / "locales"
LONG = 1000  # characters: fluent.runtime refuses values of more than 2500, and people write 4096


Spelling = Callable[[str, str], str]  # how who reads a language writes a command


def as_named(locale: str, name: str) -> str:
    """In Latin letters, as Telegram's menu has it."""
    return name


class Texts:
    def __init__(self, zone: ZoneInfo, default_locale: str = "ru", spell: Spelling = as_named) -> None:
        self.zone = zone
        self.default_locale = default_locale
        self._spell = spell

    def locale_of(self, chosen: str | None, language: str | None) -> str:
        """The language a person chose, else Telegram's, else the shop's."""
        for wanted in (chosen, (language or "").split("-")[0]):
            if wanted in LANGUAGES:
                return wanted
        return self.default_locale

    def get(self, locale: str, key: str, /, **values: Any) -> str:
        """The sentence as HTML."""
        return self.format(locale, key, escaped(values))

    def plain(self, locale: str, key: str, /, **values: Any) -> str:
        """The sentence for a button, a toast or a topic's name: no markup in it, nothing to escape."""
        return self.format(locale, key, values)

    def has(self, locale: str, key: str) -> bool:
        return _bundle(locale, as_named).has_message(key)

    def format(self, locale: str, key: str, values: dict[str, Any], *, latin: bool = False) -> str:
        """`latin`: the reader writes commands in Latin letters, whatever their language."""
        bundle = _bundle(locale, as_named if latin else self._spell)
        message = bundle.get_message(key)
        assert message.value is not None, key
        long = {name: value for name, value in values.items() if isinstance(value, str) and len(value) > LONG}
        said, errors = bundle.format_pattern(message.value, values | {name: _mark(name) for name in long})
        assert not errors, (key, errors)
        text = str(said)
        for name, value in long.items():
            text = text.replace(_mark(name), value)
        return text

    # ---- times and sizes, the same everywhere

    def moment(self, locale: str, at: int) -> str:
        """Exact time with its zone: 24.11.2026 14:05 (МСК)."""
        return f"{self.minute(locale, at)} ({self.zone_name(locale, at)})"

    def weekday(self, locale: str, at: int) -> str:
        """A time to wait for: «в понедельник, 30 ноября, после 9:00 (МСК)»."""
        language, local = LANGUAGES[locale], self._local(at)
        return self.plain(
            locale,
            "weekday-after",
            weekday=language.on_weekday[local.weekday()],
            date=language.day_of_month[local.month - 1].format(local.day),
            time=f"{local.hour}:{local:%M}",
            zone=self.zone_name(locale, at),
        )

    def until(self, locale: str, at: int, now: int | None = None) -> str:
        """A time to come, by the shop's clock: «14:05» where it is today, else «30 ноября, 14:05»."""
        local = self._local(at)
        clock = f"{local.hour}:{local:%M}"
        if now is not None and self._local(now).date() == local.date():
            return clock
        date = LANGUAGES[locale].day_of_month[local.month - 1].format(local.day)
        return self.plain(locale, "day-and-time", date=date, time=clock)

    def zone_name(self, locale: str, at: int) -> str:
        return LANGUAGES[locale].zones.get(self.zone.key) or self._local(at).tzname() or self.zone.key

    def minute(self, locale: str, at: int) -> str:
        return f"{self.day(locale, at)} {self._local(at):%H:%M}"

    def day(self, locale: str, at: int) -> str:
        return self._local(at).strftime(LANGUAGES[locale].date)

    def short_day(self, locale: str, at: int, now: int) -> str:
        """For a button: this year goes without saying."""
        this_year = self._local(at).year == self._local(now).year
        return self._local(at).strftime(LANGUAGES[locale].date_of_this_year) if this_year else self.day(locale, at)

    def duration(self, locale: str, ms: int, form: str = "duration") -> str:
        """In the two largest units: «1 день 3 часа», «12 минут»; never less than a minute."""
        minutes = max(1, -(-ms // MINUTE))
        days, minutes = divmod(minutes, 1440)
        hours, minutes = divmod(minutes, 60)
        units = [("days", days), ("hours", hours), ("minutes", minutes)]
        shown = [(name, count) for name, count in units if count][:2]
        return " ".join(self.plain(locale, f"{form}-{name}", count=count) for name, count in shown)

    def brief(self, locale: str, ms: int) -> str:
        """In the largest unit, for a button: «11 мин», «3 ч», rounded up."""
        minutes = max(1, -(-ms // MINUTE))
        units = [("minutes", 1, 60), ("hours", 60, 1440), ("days", 1440, minutes + 1)]
        name, size = next((name, size) for name, size, below in units if minutes < below)
        return self.plain(locale, f"brief-{name}", count=-(-minutes // size))

    def size(self, locale: str, size: int) -> str:
        """«12,4 МБ»."""
        return self.plain(locale, "size-mb", number=self.megabytes(locale, size))

    def megabytes(self, locale: str, size: int) -> str:
        """With two digits, rounded up: one byte over a limit must not look like the limit."""
        number = f"{-(-size * 100 // MEGABYTE) / 100:.2f}".rstrip("0").rstrip(".")
        return number.replace(".", LANGUAGES[locale].decimal)

    def _local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at / 1000, self.zone)


@dataclass(frozen=True, slots=True)
class Speech:
    """Texts in the language of one reader: what views and keyboards are given."""

    texts: Texts
    locale: str
    latin: bool = False  # so they write commands

    def t(self, key: str, /, **values: Any) -> str:
        """A sentence as HTML."""
        return self.texts.format(self.locale, key, escaped(values), latin=self.latin)

    def plain(self, key: str, /, **values: Any) -> str:
        """A sentence for a button or a toast."""
        return self.texts.format(self.locale, key, values, latin=self.latin)

    def moment(self, at: int) -> str:
        return self.texts.moment(self.locale, at)

    def weekday(self, at: int) -> str:
        return self.texts.weekday(self.locale, at)

    def until(self, at: int, now: int | None = None) -> str:
        return self.texts.until(self.locale, at, now)

    def minute(self, at: int) -> str:
        return self.texts.minute(self.locale, at)

    def day(self, at: int) -> str:
        return self.texts.day(self.locale, at)

    def short_day(self, at: int, now: int) -> str:
        return self.texts.short_day(self.locale, at, now)

    def duration(self, ms: int) -> str:
        return self.texts.duration(self.locale, ms)

    def brief(self, ms: int) -> str:
        return self.texts.brief(self.locale, ms)

    def length(self, ms: int) -> str:
        """A duration that stands alone as a value: «1 минута», where a sentence has «1 минуту»."""
        return self.texts.duration(self.locale, ms, "length")

    def size(self, size: int) -> str:
        return self.texts.size(self.locale, size)


def escaped(values: dict[str, Any]) -> dict[str, Any]:
    """Whatever people wrote is escaped here and nowhere else."""
    return {name: escape(value, quote=False) if isinstance(value, str) else value for name, value in values.items()}


def _mark(name: str) -> str:
    """Holds the place of a long value; letters of private use, which no keyboard has."""
    return f"\ue000{name}\ue001"


@lru_cache
def _bundle(locale: str, spell: Spelling) -> FluentBundle:
    """A sentence names a command as `{ COMMAND("later") }`, to be shown as its reader writes it."""

    def command(name: Any) -> Any:
        return f"/{spell(locale, str(name))}"

    bundle = FluentBundle([locale], use_isolating=False, functions={"COMMAND": command})
    for resource in _resources(locale):
        bundle.add_resource(resource)
    return bundle


@lru_cache
def _resources(locale: str) -> list[Any]:
    """Read when it is first needed: each language takes a fifth of a second."""
    files = sorted((FOLDER / locale).rglob("*.ftl"))
    return [FluentResource(file.read_text(encoding="utf-8")) for file in files]
