"""The figures of a period on one sheet: the main ones in large, volume over time, waiting, categories and agents.

On a phone it is 390 points wide, about a third: nothing is written smaller than `SMALL`.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.reports.picture.canvas import AMBER, BLUE, GREEN, GREY, INK, LINE, RED, SOFT, Canvas
from bot.texts import Speech
from bot.views.stats import Cut, percent, tallies
from core.catalogue import Catalogue
from core.figures import Report
from core.period import Period
from core.tally import Tally
from core.units import MINUTE

WIDTH, MARGIN = 1080, 48
INSIDE = WIDTH - 2 * MARGIN
SECOND_COLUMN = WIDTH - MARGIN - 280
SMALL, PLAIN, LARGE = 31, 35, 72  # sizes of letters
GAP = 64  # between sections
HEAD, SECTION, LEGEND = 140, 62, 48
TILE, BETWEEN_TILES = 214, 16
CHART = 300
ROW = 84
MOST_ROWS = 5
MOST_BARS = 62  # more days than that are drawn as weeks
GOOD, FAIR = 0.8, 0.6  # shares of sellers who are satisfied, of answers that came in time


def draw_stats(speech: Speech, report: Report, before: Tally, catalogue: Catalogue, period: Period) -> bytes:
    """A PNG."""
    categories = tallies(speech, report, catalogue, Cut.CATEGORY)[:MOST_ROWS]
    agents = tallies(speech, report, catalogue, Cut.AGENT)[:MOST_ROWS]
    sheet = _Sheet(speech, _height(report, len(categories), len(agents)))
    sheet.head(speech.plain("picture-title"), str(period))
    sheet.tiles(report.total, before)
    sheet.volume(report, period.first, period.last)
    sheet.waiting(report)
    sheet.split(speech.plain("picture-categories"), categories)
    if agents:
        sheet.split(speech.plain("picture-agents"), agents)
    return sheet.canvas.png()


def _height(report: Report, categories: int, agents: int) -> int:
    tiles, waits = 2 * TILE + BETWEEN_TILES, 3 + (report.promises.made > 0)
    splits = sum(GAP + SECTION + LEGEND + rows * ROW for rows in (categories, agents) if rows)
    return MARGIN + HEAD + tiles + GAP + SECTION + CHART + GAP + SECTION + waits * ROW + splits + MARGIN


def _of_share(share: float | None) -> str:
    """The colour says how good it is; of nothing, nothing is said."""
    if share is None:
        return GREY
    return GREEN if share >= GOOD else AMBER if share >= FAIR else RED


def _of_change(now: float | None, before: float | None, *, less_is_better: bool) -> str:
    if now is None or before is None or now == before:
        return GREY
    return GREEN if (now < before) is less_is_better else RED


class _Sheet:
    def __init__(self, speech: Speech, height: int) -> None:
        self.speech = speech
        self.canvas = Canvas(WIDTH, height)
        self.y = float(MARGIN)

    def head(self, title: str, period: str) -> None:
        self.canvas.text(MARGIN, self.y + 26, title, 50, bold=True)
        self.canvas.text(MARGIN, self.y + 88, period, PLAIN, color=GREY)
        self.y += HEAD

    def tiles(self, total: Tally, before: Tally) -> None:
        """Two by two. What a number was before is green where it is better now, and red where it is worse."""
        first, was_first = total.first_response.median, before.first_response.median
        self._tile(0, "picture-dialogs", str(total.dialogs), INK, before.dialogs and str(before.dialogs), GREY)
        was = self._duration(was_first) if was_first is not None else None
        change = _of_change(first, was_first, less_is_better=True)
        self._tile(1, "picture-first-response", self._duration(first), INK, was, change)
        self.y += TILE + BETWEEN_TILES
        was = percent(self.speech, before.csat) if before.csat is not None else None
        change = _of_change(total.csat, before.csat, less_is_better=False)
        rate = self.speech.plain("picture-ratings", rate=percent(self.speech, total.response_rate))
        self._tile(0, "picture-csat", percent(self.speech, total.csat), _of_share(total.csat), was, change, rate)
        was = percent(self.speech, before.share_expired) if before.share_expired is not None else None
        self._tile(1, "picture-expired", percent(self.speech, total.share_expired), INK, was, GREY)
        self.y += TILE

    def _tile(
        self, column: int, key: str, value: str, color: str, was: str | int | None, change: str, beside: str = ""
    ) -> None:
        width = (INSIDE - BETWEEN_TILES) / 2
        x, inside = MARGIN + column * (width + BETWEEN_TILES), width - 48
        self.canvas.box(x, self.y, width, TILE, SOFT, 20)
        caption = self.canvas.fitted(self.speech.plain(key), SMALL, inside)
        self.canvas.text(x + 24, self.y + 40, caption, SMALL, color=GREY)
        size = next((size for size in (LARGE, 60, 48) if self.canvas.measure(value, size, bold=True) <= inside), PLAIN)
        self.canvas.text(x + 24, self.y + 108, value, size, bold=True, color=color)
        before = self.speech.plain("picture-was", before=was) if was else ""
        self.canvas.text(x + 24, self.y + 174, before, SMALL, color=change)
        taken = self.canvas.measure(before, SMALL) + 24 if before else 0
        rest = self.canvas.fitted(beside, SMALL, inside - taken)
        self.canvas.text(x + 24 + taken, self.y + 174, rest, SMALL, color=GREY)

    def volume(self, report: Report, first: date, last: date) -> None:
        """As many counts and dates as there is room for."""
        days = (last - first).days + 1
        bars = _bars(report, first, days)
        self._section(self.speech.plain("picture-volume" if len(bars) == days else "picture-volume-weeks"))
        highest = max(count for _, count in bars) or 1
        step = INSIDE / len(bars)
        bottom = self.y + CHART - 52
        counts_fit = self.canvas.measure(str(highest), SMALL) < step
        every = -(-int(self.canvas.measure("00.00", SMALL) + 24) // max(int(step), 1))
        for number, (day, count) in enumerate(bars):
            height = (CHART - 100) * count / highest
            x = MARGIN + number * step
            self.canvas.box(x + step * 0.12, bottom - height, step * 0.76, height, BLUE, 6)
            if count and counts_fit:
                middle = x + (step - self.canvas.measure(str(count), SMALL)) / 2
                self.canvas.text(middle, bottom - height - 22, str(count), SMALL)
            if number % every == 0:
                self.canvas.text(x + step * 0.12, bottom + 30, day.strftime("%d.%m"), SMALL, color=GREY)
        self.canvas.line(MARGIN, bottom, INSIDE)
        self.y += CHART

    def waiting(self, report: Report) -> None:
        """How long half of the sellers wait at most, and nine of ten."""
        total, promises = report.total, report.promises
        self._section(self.speech.plain("picture-waiting"), columns=("picture-median", "picture-p90"))
        for key, spread in (
            ("picture-first", total.first_response),
            ("picture-next", total.next_response),
            ("picture-resolution", total.resolution),
        ):
            self._wait(key, self._duration(spread.median), self._duration(spread.p90))
        if promises.made:
            late = promises.late.median
            last = self.speech.plain("picture-due-late", late=self._duration(late)) if late is not None else ""
            self._wait("picture-due", percent(self.speech, promises.share), last, _of_share(promises.share))

    def _wait(self, key: str, first: str, last: str, color: str = BLUE) -> None:
        middle = self.y + ROW / 2 - 8
        self.canvas.text(MARGIN, middle, self.speech.plain(key), PLAIN)
        column = min(SECOND_COLUMN, WIDTH - MARGIN - self.canvas.measure(last, PLAIN) - 28)
        self.canvas.text(column, middle, first, PLAIN, bold=True, color=color, to_right=True)
        self.canvas.text(WIDTH - MARGIN, middle, last, PLAIN, to_right=True)
        self.y += ROW
        self.canvas.line(MARGIN, self.y - 8, INSIDE)

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
        self._section(title)
        self.canvas.text(MARGIN, self.y - 6, self.speech.plain("picture-columns"), SMALL, color=GREY)
        self.y += LEGEND
        most = max((tally.dialogs for _, tally in rows), default=0) or 1
        for name, tally in rows:
            middle, right = self.y + 20, float(WIDTH - MARGIN)
            for figure, color in reversed(self._figures(tally)):
                self.canvas.text(right, middle, figure, PLAIN, color=color, to_right=True)
                right -= self.canvas.measure(figure, PLAIN)
            self.canvas.text(MARGIN, middle, self.canvas.fitted(name, PLAIN, right - MARGIN - 24), PLAIN)
            self.canvas.box(MARGIN, self.y + 52, INSIDE, 10, LINE, 5)
            self.canvas.box(MARGIN, self.y + 52, max(INSIDE * tally.dialogs / most, 10), 10, BLUE, 5)
            self.y += ROW

    def _figures(self, tally: Tally) -> list[tuple[str, str]]:
        """Each with its colour."""
        waited = self._duration(tally.first_response.median)
        return [(f"{tally.dialogs} · {waited} · ", INK), (percent(self.speech, tally.csat), _of_share(tally.csat))]

    def _section(self, title: str, columns: Sequence[str] = ()) -> None:
        """`columns`: what the figures at the right are, the last one rightmost."""
        self.y += GAP
        self.canvas.text(MARGIN, self.y, title, 38, bold=True)
        for x, words in zip((WIDTH - MARGIN, SECOND_COLUMN), reversed(columns), strict=False):
            self.canvas.text(x, self.y, self.speech.plain(words), SMALL, color=GREY, to_right=True)
        self.y += SECTION


def _bars(report: Report, first: date, days: int) -> list[tuple[date, int]]:
    """Days, or weeks where there are many."""
    step = 1 if days <= MOST_BARS else 7
    return [
        (start, sum(report.by_day[start + timedelta(days=after)] for after in range(step)))
        for start in (first + timedelta(days=passed) for passed in range(0, days, step))
    ]
