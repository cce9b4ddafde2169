"""The list of a seller's dialogs, and which of them it shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.texts import Speech
from bot.views.status_icons import SIGNS
from core.dialog import DialogFilter, Status
from core.languages import LANGUAGES
from core.period import DAYS, Period, latest


@dataclass(frozen=True, slots=True)
class Filters:
    """As the seller chose them: `today` is another day tomorrow."""

    when: str | None = None  # today, 7d, 30d
    period: Period | None = None  # or dates that were typed
    status: Status | None = None
    topic: str | None = None
    topic_title: str = ""

    def __bool__(self) -> bool:
        return any((self.when, self.period, self.status, self.topic))

    def asked(self, now: int, zone: ZoneInfo) -> DialogFilter:
        period = latest(DAYS[self.when], now, zone) if self.when else self.period
        since, until = period.bounds(zone) if period else (None, None)
        return DialogFilter(since=since, until=until, status=self.status, topic=self.topic)

    def to_data(self) -> dict[str, Any]:
        period = self.period
        return {
            "when": self.when,
            "period": [period.first.isoformat(), period.last.isoformat()] if period else None,
            "status": self.status.value if self.status else None,
            "topic": self.topic,
            "topic_title": self.topic_title,
        }

    @classmethod
    def from_data(cls, data: dict[str, Any] | None) -> "Filters":
        if not data:
            return cls()
        period, status = data["period"], data["status"]
        return cls(
            when=data["when"],
            period=Period(*map(date.fromisoformat, period)) if period else None,
            status=Status(status) if status else None,
            topic=data["topic"],
            topic_title=data["topic_title"],
        )


def dialogs_page(speech: Speech, filters: Filters, total: int) -> str:
    lines = [speech.t("dialogs-title", count=total)]
    if filters:
        lines.append(speech.t("dialogs-filters", filters=" · ".join(_shown(speech, filters))))
    if total:
        lines += ["", speech.t("dialogs-legend", **{status.value: sign for status, sign in SIGNS.items()})]
        lines += ["", speech.t("dialogs-how")]
    else:
        lines += ["", speech.t("dialogs-none-match")]
    return "\n".join(lines)


def _shown(speech: Speech, filters: Filters) -> list[str]:
    shown = []
    if filters.when:
        shown.append(speech.plain(f"dialogs-{filters.when}"))
    if filters.period:
        form = LANGUAGES[speech.locale].date
        first, last = filters.period.first.strftime(form), filters.period.last.strftime(form)
        shown.append(first if first == last else speech.plain("dialogs-period-shown", first=first, last=last))
    if filters.status:
        shown.append(speech.plain(f"status-{filters.status.value}"))
    if filters.topic:
        shown.append(filters.topic_title)
    return shown
