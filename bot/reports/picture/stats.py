"""The figures of a period on one sheet: the main ones in large, volume over time, waiting, categories and agents."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.reports.picture.canvas import AMBER, BLUE, GREEN, GREY, INK, LINE, SOFT, Canvas
from bot.texts import Speech
from bot.views.stats import Cut, percent, tallies
from core.asked_period import Asked
from core.catalogue import Catalogue
from core.durations import Spread
from core.figures import Promises, Report
from core.tally import Tally
from core.units import MINUTE

WIDTH, MARGIN = 1080, 48
INSIDE = WIDTH - 2 * MARGIN
SECOND_COLUMN = WIDTH - MARGIN - 260
GAP = 56  # between sections
TILE = 150
CHART = 240
ROW = 62
MOST_ROWS = 6
MOST_BARS = 62  # more days than that are drawn as weeks


def draw_stats(speech: Speech, report: Report, catalogue: Catalogue, asked: Asked) -> bytes:
    """A PNG."""
    categories = tallies(speech, report, catalogue, Cut.CATEGORY)[:MOST_ROWS]
    agents = tallies(speech, report, catalogue, Cut.AGENT)[:MOST_ROWS]
    sheet = _Sheet(speech, _height(len(categories), len(agents), promises=report.promises.made > 0))
    sheet.head(speech.plain("picture-title"), str(asked))
    sheet.tiles(report.total)
    sheet.volume(report, asked.period.first, asked.period.last)
    sheet.waiting(report)
    sheet.split(speech.plain("picture-categories"), categories)
    if agents:
        sheet.split(speech.plain("picture-agents"), agents)
    return sheet.canvas.png()


def _height(categories: int, agents: int, *, promises: bool) -> int:
    splits = sum(GAP + 50 + rows * ROW for rows in (categories, agents) if rows)
    return 150 + TILE + GAP + 50 + CHART + GAP + 50 + (3 + promises) * ROW + splits + MARGIN


class _Sheet:
    def __init__(self, speech: Speech, height: int) -> None:
        self.speech = speech
        self.canvas = Canvas(WIDTH, height)
        self.y = float(MARGIN)

    def head(self, title: str, period: str) -> None:
        self.canvas.text(MARGIN, self.y + 20, title, 40, bold=True)
        self.canvas.text(MARGIN, self.y + 68, period, 28, color=GREY)
        self.y += 112

    def tiles(self, total: Tally) -> None:
        rate = self.speech.plain("picture-ratings", rate=percent(self.speech, total.response_rate))
        shown = [
            ("picture-dialogs", str(total.dialogs), INK, ""),
            ("picture-first-response", self._duration(total.first_response.median), BLUE, ""),
            ("picture-csat", percent(self.speech, total.csat), GREEN, rate),
            ("picture-expired", percent(self.speech, total.share_expired), AMBER, ""),
        ]
        width = (INSIDE - 3 * 16) / 4
        for number, (key, value, color, below) in enumerate(shown):
            x = MARGIN + number * (width + 16)
            self.canvas.box(x, self.y, width, TILE, SOFT, 16)
            self.canvas.text(
                x + 18, self.y + 32, self.canvas.fitted(self.speech.plain(key), 22, width - 30), 22, color=GREY
            )
            size = next((size for size in (44, 36, 30, 24, 20) if self._fits(value, size, width - 34)), 18)
            self.canvas.text(x + 18, self.y + 82, value, size, bold=True, color=color)
            self.canvas.text(x + 18, self.y + 124, self.canvas.fitted(below, 17, width - 30), 17, color=GREY)
        self.y += TILE

    def _fits(self, text: str, size: int, width: float) -> bool:
        return self.canvas.measure(text, size, bold=True) <= width

    def volume(self, report: Report, first: date, last: date) -> None:
        self._section("picture-volume")
        bars = _bars(report, first, last)
        highest = max(count for _, count in bars) or 1
        step = INSIDE / len(bars)
        bottom = self.y + CHART - 34
        for number, (day, count) in enumerate(bars):
            height = (CHART - 74) * count / highest
            x = MARGIN + number * step
            self.canvas.box(x + step * 0.12, bottom - height, step * 0.76, height, BLUE, 5)
            if count and len(bars) <= 31:
                size = 22 if len(bars) <= 14 else 16
                label = str(count)
                middle = x + (step - self.canvas.measure(label, size)) / 2
                self.canvas.text(middle, bottom - height - 16, label, size, color=INK)
            if number % max(1, -(-len(bars) // 8)) == 0:
                self.canvas.text(x + step * 0.12, bottom + 22, day.strftime("%d.%m"), 20, color=GREY)
        self.canvas.line(MARGIN, bottom, INSIDE)
        self.y += CHART

    def waiting(self, report: Report) -> None:
        """Half of the sellers wait no longer than this, nine of ten no longer than that."""
        self._section("picture-waiting", legend=("picture-median", "picture-p90"))
        total = report.total
        self._wait("picture-first", total.first_response)
        self._wait("picture-next", total.next_response)
        self._wait("picture-resolution", total.resolution)
        if report.promises.made:
            self._promises(report.promises)

    def _wait(self, key: str, spread: Spread) -> None:
        middle = self._row(key)
        self.canvas.text(SECOND_COLUMN, middle, self._duration(spread.median), 28, bold=True, color=BLUE, to_right=True)
        self.canvas.text(WIDTH - MARGIN, middle, self._duration(spread.p90), 28, to_right=True)

    def _promises(self, promises: Promises) -> None:
        """Answers that were promised within a time: how many came in it, and how late the others were."""
        middle = self._row("picture-due")
        share = percent(self.speech, promises.share)
        self.canvas.text(SECOND_COLUMN, middle, share, 28, bold=True, color=BLUE, to_right=True)
        if promises.late.median is not None:
            late = self.speech.plain("picture-due-late", late=self._duration(promises.late.median))
            self.canvas.text(WIDTH - MARGIN, middle, late, 20, color=GREY, to_right=True)

    def _row(self, key: str) -> float:
        """Its middle."""
        middle = self.y + ROW / 2 - 6
        self.canvas.text(MARGIN, middle, self.speech.plain(key), 26)
        self.y += ROW
        self.canvas.line(MARGIN, self.y - 6, INSIDE)
        return middle

    def _duration(self, ms: int | None) -> str:
        """In short: there is little room on a phone."""
        if ms is None:
            return "—"
        minutes = max(1, -(-ms // MINUTE))
        days, minutes = divmod(minutes, 1440)
        units = (("days", days), ("hours", minutes // 60), ("minutes", minutes % 60))
        shown = [self.speech.plain(f"picture-{name}", count=str(count)) for name, count in units if count]
        return " ".join(shown[:2])

    def split(self, title: str, rows: Sequence[tuple[str, Tally]]) -> None:
        """A bar a row: how many dialogs, how soon the first answer, how many were satisfied."""
        self._section("", title, legend=("picture-columns",))
        most = max((tally.dialogs for _, tally in rows), default=0) or 1
        for name, tally in rows:
            top = self.y
            waited = self._duration(tally.first_response.median)
            figures = f"{tally.dialogs} · {waited} · {percent(self.speech, tally.csat)}"
            room = INSIDE - self.canvas.measure(figures, 24) - 24
            self.canvas.text(MARGIN, top + 18, self.canvas.fitted(name, 24, room), 24)
            self.canvas.text(WIDTH - MARGIN, top + 18, figures, 24, color=INK, to_right=True)
            self.canvas.box(MARGIN, top + 40, INSIDE, 8, LINE, 4)
            self.canvas.box(MARGIN, top + 40, max(INSIDE * tally.dialogs / most, 8), 8, BLUE, 4)
            self.y += ROW

    def _section(self, key: str, title: str = "", legend: Sequence[str] = ()) -> None:
        """`legend`: what the figures at the right are, the last one rightmost."""
        self.y += GAP
        self.canvas.text(MARGIN, self.y, title or self.speech.plain(key), 28, bold=True)
        for x, words in zip((WIDTH - MARGIN, SECOND_COLUMN), reversed(legend), strict=False):
            self.canvas.text(x, self.y, self.speech.plain(words), 20, color=GREY, to_right=True)
        self.y += 50


def _bars(report: Report, first: date, last: date) -> list[tuple[date, int]]:
    """Days, or weeks where there are many."""
    days = (last - first).days + 1
    step = 1 if days <= MOST_BARS else 7
    return [
        (start, sum(report.by_day[start + timedelta(days=after)] for after in range(step)))
        for start in (first + timedelta(days=passed) for passed in range(0, days, step))
    ]
