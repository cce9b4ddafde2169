"""What the spreadsheet says: dialogs, messages, ratings and figures of a period."""

from collections.abc import AsyncIterator, Callable, Iterator
from typing import IO

from bot.reports.spreadsheet.cells import in_minutes, moment
from bot.reports.spreadsheet.dialog_columns import DialogColumns
from bot.reports.spreadsheet.workbook import Book, Row
from bot.texts import Speech
from core.desk import Desk
from core.durations import Spread
from core.export import ExportedDialog, ExportedMessage
from core.figures import Report, report
from core.period_words import Asked
from core.store import Store

MESSAGES = (
    ("number", 10), ("at", 17), ("side", 14), ("author", 24), ("kind", 16), ("text", 80), ("file", 30),
    ("reaction", 10),
)  # fmt: skip
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
        self._since, self._until = asked.period.bounds(self._zone)

    async def write(self, file: IO[bytes], *, messages: bool = True) -> None:
        book = Book(file)
        found = await report(self._store, self._since, self._until, self._zone, self._desk.hours_of, self._now)
        await self._sheet(book, "figures", FIGURES, _each(self._figures(found)))
        await self._dialogs(book)
        await self._sheet(book, "ratings", RATINGS, self._rows(self._rating, self._store.export_ratings))
        if messages:
            await self._sheet(book, "messages", MESSAGES, self._messages())
        await book.close()

    async def _sheet(
        self, book: Book, name: str, columns: tuple[tuple[str, int], ...], rows: AsyncIterator[Row]
    ) -> None:
        headings = [(self._speech.plain(f"export-{column}"), width) for column, width in columns]
        await book.write(self._speech.plain(f"export-sheet-{name}"), headings, rows)

    async def _dialogs(self, book: Book) -> None:
        columns = DialogColumns(self._speech, self._zone, self._desk, self._now).all
        rows = self._rows(lambda exported: [column.cell(exported) for column in columns], self._store.export_dialogs)
        headings = [(column.heading, column.width) for column in columns]
        await book.write(self._speech.plain("export-sheet-dialogs"), headings, rows)

    async def _rows(
        self, row: Callable[[ExportedDialog], Row], read: Callable[[int, int], AsyncIterator[ExportedDialog]]
    ) -> AsyncIterator[Row]:
        async for exported in read(self._since, self._until):
            yield row(exported)

    async def _messages(self) -> AsyncIterator[Row]:
        async for exported in self._store.export_messages(self._since, self._until):
            yield self._message(exported)

    # ---- a row of each kind

    def _rating(self, exported: ExportedDialog) -> Row:
        dialog, locale = exported.dialog, self._speech.locale
        return (
            dialog.number,
            moment(dialog.rated_at, self._zone),
            dialog.rating,
            dialog.rating_comment,
            dialog.titles.category_in(locale),
            dialog.titles.topic_in(locale),
            exported.answered_by or dialog.agent_name,
        )

    def _message(self, exported: ExportedMessage) -> Row:
        message, content = exported.message, exported.message.content
        return (
            message.dialog,
            moment(message.created_at, self._zone),
            self._speech.plain(f"export-side-{message.side}"),
            message.author_name,
            self._speech.plain("kind", kind=content.kind.value),
            content.text,
            content.file.name if content.file else None,
            exported.reaction,
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
        return (head, None, in_minutes(spread.median), in_minutes(spread.p90), spread.count, definition)


async def _each(rows: Iterator[Row]) -> AsyncIterator[Row]:
    for row in rows:
        yield row


def _percent(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 1)
