"""The columns of the sheet of dialogs: another one is a line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from bot.reports.spreadsheet.cells import in_minutes, minutes, moment
from bot.reports.spreadsheet.workbook import Cell
from bot.texts import Speech
from bot.views.dialog_page import ending_of
from bot.views.formatting import one_line
from core.desk import Desk
from core.dialog import Dialog
from core.export import ExportedDialog
from core.figures import is_resolution
from core.hours import WorkingTime

QUESTION_SHOWN = 200  # characters
MOST_FIELDS = 40  # columns


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    width: int
    cell: Callable[[ExportedDialog], Cell]


class DialogColumns:
    def __init__(self, speech: Speech, zone: ZoneInfo, desk: Desk, now: int) -> None:
        self._speech = speech
        self._zone = zone
        self._now = now
        self._at_work = cache(lambda group: WorkingTime(desk.hours_of(group)))
        asked = (field.title(speech.locale) for topic in desk.catalogue.every_topic for field in topic.fields)
        self._fields = list(dict.fromkeys(asked))[:MOST_FIELDS]  # titles: topics that ask for the same share a column

    @property
    def all(self) -> list[Column]:
        return [*self._of_dialogs(), *(Column(title, 20, self._field(title)) for title in self._fields)]

    def _of_dialogs(self) -> Iterator[Column]:
        speech, locale = self._speech, self._speech.locale

        def column(key: str, width: int, cell: Callable[[ExportedDialog], Cell]) -> Column:
            return Column(speech.plain(f"export-{key}"), width, cell)

        yield column("number", 10, lambda row: row.dialog.number)
        yield column("category", 24, lambda row: row.dialog.titles.category_in(locale))
        yield column("topic", 36, lambda row: row.dialog.titles.topic_in(locale))
        yield column("question", 60, lambda row: one_line(row.question, QUESTION_SHOWN))
        yield column("status", 18, lambda row: speech.plain(f"status-{row.dialog.status}"))
        yield column("ending", 26, lambda row: ending_of(speech, row.dialog))
        yield column("merged", 14, lambda row: row.dialog.merged_into)
        yield column("seller", 24, lambda row: row.seller_name)
        yield column("seller-id", 14, lambda row: str(row.dialog.seller_id))
        yield column("username", 18, lambda row: row.username)
        yield column("agent", 24, lambda row: row.answered_by or row.dialog.agent_name)
        yield column("opened", 17, lambda row: moment(row.dialog.created_at, self._zone))
        yield column("first-answer", 17, lambda row: moment(row.dialog.first_answer_at, self._zone))
        yield column("ended", 17, lambda row: moment(row.dialog.ended_at, self._zone))
        yield column("first-took", 14, lambda row: minutes(row.dialog.created_at, row.dialog.first_answer_at))
        yield column("due", 17, lambda row: moment(row.promised_until, self._zone))
        yield column("late", 16, self._late)
        yield column("resolved-in", 14, lambda row: _resolved_in(row.dialog))
        yield column("rating", 9, lambda row: row.dialog.rating)
        yield column("rating-comment", 40, lambda row: row.dialog.rating_comment)
        yield column("files", 10, lambda row: row.files)
        yield column("fields", 40, self._other_fields)

    def _late(self, row: ExportedDialog) -> float | None:
        """The first answer, in working time; 0 where it was in time."""
        dialog, until = row.dialog, row.promised_until
        waited = next(at for at in (dialog.first_answer_at, dialog.ended_at, self._now) if at is not None)
        if until is None or (dialog.first_answer_at is None and waited <= until):
            return None
        return in_minutes(self._at_work(dialog.group_id).between(until, waited))

    def _field(self, title: str) -> Callable[[ExportedDialog], Cell]:
        return lambda row: next((value for named, value in self._values(row) if named == title), None)

    def _other_fields(self, row: ExportedDialog) -> str:
        """Those that no topic asks for any more."""
        return "; ".join(f"{title}: {value}" for title, value in self._values(row) if title not in self._fields)

    def _values(self, row: ExportedDialog) -> list[tuple[str, str]]:
        return [(field.title_in(self._speech.locale), field.value) for field in row.dialog.fields]


def _resolved_in(dialog: Dialog) -> float | None:
    is_resolved = is_resolution(dialog.ending) and dialog.merged_into is None
    return minutes(dialog.created_at, dialog.ended_at) if is_resolved else None
