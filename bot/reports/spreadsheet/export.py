"""What the spreadsheet says: dialogs, messages, ratings and figures of a period."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from functools import cache
from typing import IO

from bot.reports.spreadsheet.workbook import Book, Row
from bot.texts import Speech
from bot.views.dialog import ending_of
from core.asked_period import Asked
from core.desk import Desk
from core.dialog import Dialog
from core.durations import Spread
from core.export import ExportedDialog
from core.figures import Report, is_resolution, report
from core.hours import WorkingTime
from core.message import Message
from core.store import Store
from core.units import MINUTE

DIALOGS = (
    ("number", 10), ("category", 24), ("topic", 36), ("status", 18), ("ending", 26), ("seller", 24), ("seller-id", 14),
    ("username", 18), ("agent", 24), ("opened", 17), ("first-answer", 17), ("ended", 17), ("first-took", 14),
    ("due", 17), ("late", 16),
    ("resolved-in", 14), ("rating", 9), ("rating-comment", 40), ("files", 10), ("fields", 40),
)  # fmt: skip
MESSAGES = (("number", 10), ("at", 17), ("side", 14), ("author", 24), ("kind", 16), ("text", 80), ("file", 30))
RATINGS = (
    ("number", 10), ("at", 17), ("rating", 9), ("rating-comment", 60), ("category", 24), ("topic", 36), ("agent", 24),
)  # fmt: skip
FIGURES = (("figure", 34), ("value", 14), ("median", 16), ("p90", 16), ("count", 12), ("definition", 80))


class Export:
    def __init__(self, speech: Speech, desk: Desk, store: Store, asked: Asked, now: int) -> None:
        self._speech = speech
        self._desk = desk
        self._store = store
        self._zone = speech.texts.zone
        self._now = now
        self._at_work = cache(lambda group: WorkingTime(desk.hours_of(group)))
        self._since, self._until = asked.period.bounds(self._zone)

    async def write(self, file: IO[bytes], *, messages: bool = True) -> None:
        book = Book(file)
        found = await report(self._store, self._since, self._until, self._zone, self._desk.hours_of, self._now)
        await self._sheet(book, "figures", FIGURES, _each(self._figures(found)))
        await self._sheet(book, "dialogs", DIALOGS, self._rows(self._dialog, self._store.export_dialogs))
        await self._sheet(book, "ratings", RATINGS, self._rows(self._rating, self._store.export_ratings))
        if messages:
            await self._sheet(book, "messages", MESSAGES, self._messages())
        await book.close()

    async def _sheet(
        self, book: Book, name: str, columns: tuple[tuple[str, int], ...], rows: AsyncIterator[Row]
    ) -> None:
        headings = [(self._speech.plain(f"export-{column}"), width) for column, width in columns]
        await book.write(self._speech.plain(f"export-sheet-{name}"), headings, rows)

    async def _rows(
        self, row: Callable[[ExportedDialog], Row], read: Callable[[int, int], AsyncIterator[ExportedDialog]]
    ) -> AsyncIterator[Row]:
        async for exported in read(self._since, self._until):
            yield row(exported)

    async def _messages(self) -> AsyncIterator[Row]:
        async for message in self._store.export_messages(self._since, self._until):
            yield self._message(message)

    # ---- a row of each kind

    def _dialog(self, exported: ExportedDialog) -> Row:
        dialog, speech = exported.dialog, self._speech
        return (
            dialog.number,
            dialog.titles.category_in(speech.locale),
            dialog.titles.topic_in(speech.locale),
            speech.plain(f"status-{dialog.status}"),
            ending_of(speech, dialog) or None,
            exported.seller_name,
            str(dialog.seller_id),
            exported.username,
            exported.answered_by or dialog.agent_name,
            self._moment(dialog.created_at),
            self._moment(dialog.first_answer_at),
            self._moment(dialog.ended_at),
            _minutes(dialog.created_at, dialog.first_answer_at),
            self._moment(exported.promised_until),
            self._late(exported),
            _minutes(dialog.created_at, dialog.ended_at) if _is_resolved(dialog) else None,
            dialog.rating,
            dialog.rating_comment,
            speech.plain("export-yes") if dialog.has_files else None,
            "; ".join(f"{field.title_in(speech.locale)}: {field.value}" for field in dialog.fields) or None,
        )

    def _late(self, exported: ExportedDialog) -> float | None:
        """The first answer, in working time; 0 where it was in time."""
        dialog, until = exported.dialog, exported.promised_until
        waited = next(at for at in (dialog.first_answer_at, dialog.ended_at, self._now) if at is not None)
        if until is None or (dialog.first_answer_at is None and waited <= until):
            return None
        return _in_minutes(self._at_work(dialog.group_id).between(until, waited))

    def _rating(self, exported: ExportedDialog) -> Row:
        dialog, locale = exported.dialog, self._speech.locale
        return (
            dialog.number,
            self._moment(dialog.rated_at),
            dialog.rating,
            dialog.rating_comment,
            dialog.titles.category_in(locale),
            dialog.titles.topic_in(locale),
            exported.answered_by or dialog.agent_name,
        )

    def _message(self, message: Message) -> Row:
        content = message.content
        return (
            message.dialog,
            self._moment(message.created_at),
            self._speech.plain(f"export-side-{message.side}"),
            message.author_name,
            self._speech.plain("kind", kind=content.kind.value),
            content.text,
            content.file.name if content.file else None,
        )

    def _figures(self, found: Report) -> Iterator[Row]:
        total = found.total
        yield self._figure("dialogs", total.dialogs)
        for status, count in sorted(found.by_status.items()):
            yield (self._speech.plain(f"status-{status}"), count)
        for name, spread in (
            ("first-response", total.first_response),
            ("first-response-at-work", found.first_response_at_work or total.first_response),
            ("next-response", total.next_response),
            ("resolution", total.resolution),
        ):
            yield self._spread(name, spread)
        if found.promises.made:
            yield self._figure("due", _percent(found.promises.share), found.promises.made)
            yield self._spread("late", found.promises.late)
        yield self._figure("csat", _percent(total.csat), total.ratings)
        yield self._figure("response-rate", _percent(total.response_rate), total.answered)
        yield self._figure("expired", _percent(total.share_expired), total.finished)
        yield self._figure("cancelled", total.cancelled)
        yield self._figure("delivery", _percent(found.deliveries.share), found.deliveries.accepted)

    def _figure(self, name: str, value: float | None, count: int | None = None) -> Row:
        speech = self._speech
        return (speech.plain(f"figure-{name}"), value, None, None, count, speech.plain(f"figure-{name}-is"))

    def _spread(self, name: str, spread: Spread) -> Row:
        head, *_, definition = self._figure(name, None)
        return (head, None, _in_minutes(spread.median), _in_minutes(spread.p90), spread.count, definition)

    def _moment(self, at: int | None) -> datetime | None:
        """As the shop's clock shows it: a spreadsheet knows no time zones."""
        return datetime.fromtimestamp(at / 1000, self._zone).replace(tzinfo=None) if at is not None else None


async def _each(rows: Iterator[Row]) -> AsyncIterator[Row]:
    for row in rows:
        yield row


def _is_resolved(dialog: Dialog) -> bool:
    return is_resolution(dialog.ending) and dialog.merged_into is None


def _minutes(since: int, until: int | None) -> float | None:
    return None if until is None else _in_minutes(until - since)


def _in_minutes(ms: int | None) -> float | None:
    return None if ms is None else round(ms / MINUTE, 1)


def _percent(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 1)
