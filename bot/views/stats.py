"""The figures in words: each with its definition, and with the count that it was made of."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from bot.texts import Speech
from bot.views.formatting import one_line
from core.catalogue import Catalogue
from core.dialog import Status
from core.durations import Spread
from core.figures import Promises, Report
from core.languages import LANGUAGES
from core.period import Period
from core.tally import Tally

ROWS = 15
NAME_LIMIT = 50


class Cut(StrEnum):
    """What the figures are split by."""

    ALL = "all"
    CATEGORY = "category"
    TOPIC = "topic"
    AGENT = "agent"


def stats_page(speech: Speech, report: Report, before: Tally, catalogue: Catalogue, period: Period, cut: Cut) -> str:
    """`before`: of the period before, which is named where anything happened in it."""
    head = speech.t("stats-title", period=str(period))
    if not report.total.dialogs:
        return f"{head}\n\n{speech.t('stats-empty')}"
    if cut is not Cut.ALL:
        return "\n".join([head, "", *_split(speech, report, catalogue, cut)])
    if before.dialogs:
        head = f"{head}\n{speech.t('stats-compared', period=str(period.before))}"
    return "\n".join([head, "", *_overall(speech, report, before)])


def percent(speech: Speech, share: float | None) -> str:
    if share is None:
        return "—"
    number = f"{share * 100:.1f}".removesuffix(".0")
    language = LANGUAGES[speech.locale]
    return language.percent.format(number.replace(".", language.decimal))


# ---- all of them


def _overall(speech: Speech, report: Report, before: Tally) -> Iterable[str]:
    total = report.total
    was = str(before.dialogs) if before.dialogs else None
    yield speech.t("stats-volume", count=total.dialogs) + _was(speech, was)
    yield " · ".join(
        f"{speech.plain(f'status-{status}')}: {report.by_status[status]}"
        for status in Status
        if report.by_status[status]
    )
    yield ""
    yield _spread(speech, "first-response", total.first_response, before.first_response)
    at_work = report.first_response_at_work
    if at_work and at_work.count and at_work.median != total.first_response.median:
        yield _spread(speech, "first-response-at-work", at_work)
    yield _spread(speech, "next-response", total.next_response)
    yield _spread(speech, "resolution", total.resolution, before.resolution)
    if report.promises.made:
        yield _promises(speech, report.promises)
    yield ""
    yield speech.t(
        "stats-csat",
        csat=percent(speech, total.csat),
        satisfied=total.satisfied,
        ratings=total.ratings,
        was=_was(speech, None if before.csat is None else percent(speech, before.csat)),
        rate=percent(speech, total.response_rate),
        answered=total.answered,
    )
    yield speech.t(
        "stats-apart",
        share=percent(speech, total.share_expired),
        expired=total.expired,
        finished=total.finished,
        cancelled=total.cancelled,
        was=_was(speech, None if before.share_expired is None else percent(speech, before.share_expired)),
    )
    yield _delivery(speech, report)


def _was(speech: Speech, before: str | None) -> str:
    return "" if before is None else speech.plain("stats-was", before=before)


def _spread(speech: Speech, name: str, spread: Spread, before: Spread | None = None) -> str:
    median, p90 = spread.median, spread.p90
    if median is None or p90 is None:
        return speech.t(f"stats-{name}", figures=speech.plain("stats-none"))
    figures = speech.plain("stats-spread", median=speech.length(median), p90=speech.duration(p90), count=spread.count)
    was = None if before is None or before.median is None else speech.length(before.median)
    return speech.t(f"stats-{name}", figures=figures + _was(speech, was))


def _promises(speech: Speech, promises: Promises) -> str:
    late = promises.late.median
    return speech.t(
        "stats-due",
        share=percent(speech, promises.share),
        kept=promises.kept,
        promised=promises.made,
        late="none" if late is None else speech.duration(late),
    )


def _delivery(speech: Speech, report: Report) -> str:
    found = report.deliveries
    line = speech.t(
        "stats-delivery",
        share=percent(speech, found.share),
        delivered=str(found.delivered),
        accepted=str(found.accepted),
    )
    failed = [f"{_reason(speech, reason)}: {count}" for reason, count in found.failures.items()]
    if found.waiting:
        failed.append(speech.plain("stats-waiting", count=found.waiting))
    return f"{line}\n{speech.t('stats-undelivered', reasons='; '.join(failed))}" if failed else line


def _reason(speech: Speech, reason: str) -> str:
    key = f"failure-{reason}"
    return speech.plain(key) if speech.texts.has(speech.locale, key) else reason


# ---- by category, topic or agent


def _split(speech: Speech, report: Report, catalogue: Catalogue, cut: Cut) -> Iterable[str]:
    named = tallies(speech, report, catalogue, cut)
    yield speech.t("stats-split-legend")
    yield ""
    for name, tally in named[:ROWS]:
        yield speech.t(
            "stats-split-line",
            name=one_line(name, NAME_LIMIT),
            count=str(tally.dialogs),
            first=_short(speech, tally.first_response),
            csat=percent(speech, tally.csat),
        )
    if len(named) > ROWS:
        yield speech.t("stats-split-more", count=len(named) - ROWS)


def _short(speech: Speech, spread: Spread) -> str:
    return "—" if spread.median is None else speech.length(spread.median)


def tallies(speech: Speech, report: Report, catalogue: Catalogue, cut: Cut) -> list[tuple[str, Tally]]:
    """Most dialogs first."""
    found: Mapping[str, Tally] | Mapping[int, Tally]
    match cut:
        case Cut.TOPIC:
            found, name = report.by_topic, _topic_names(speech, catalogue)
        case Cut.AGENT:
            found, name = report.by_agent, lambda key: report.agents.get(int(key)) or str(key)
        case _:
            found, name = report.by_category, _category_names(speech, catalogue)
    ordered = sorted(found.items(), key=lambda pair: (-pair[1].dialogs, -pair[1].next_response.count))
    return [(name(str(key)), tally) for key, tally in ordered]


def _category_names(speech: Speech, catalogue: Catalogue) -> Callable[[str], str]:
    def name(key: str) -> str:
        category = catalogue.category(key)
        return category.title(speech.locale) if category else key

    return name


def _topic_names(speech: Speech, catalogue: Catalogue) -> Callable[[str], str]:
    def name(key: str) -> str:
        topic = catalogue.topic(key)
        return topic.title(speech.locale) if topic else key

    return name
