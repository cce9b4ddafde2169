"""The picture of the figures: its colours mean something, and a phone shows its smallest letters."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageColor

from bot.reports.picture.canvas import GREEN, RED
from bot.reports.picture.stats import SMALL, WIDTH, draw_stats
from bot.texts import Speech, Texts
from core.catalogue import parse
from core.durations import Spread
from core.figures import Deliveries, Place, Promises, Report
from core.period import Period
from core.tally import Tally

CATALOGUE = parse((Path(__file__).parents[3] / "bot" / "catalogue.yaml").read_text(encoding="utf-8"))
PHONE = 390  # points


def drawn(tally: Tally, before: Tally, locale: str = "ru") -> Image.Image:
    report = Report(
        since=0, until=0, by_status={}, by_place={Place("returns", "return-defect"): tally}, by_agent={1: tally},
        agents={1: "Пётр"}, opened={}, deliveries=Deliveries(0, 0, {}), promises=Promises(0, Spread()),
    )  # fmt: skip
    speech = Speech(Texts(ZoneInfo("Europe/Moscow"), "ru"), locale)
    png = draw_stats(speech, report, before, CATALOGUE, Period(date(2026, 11, 22), date(2026, 11, 28)))
    return Image.open(BytesIO(png)).convert("RGB")


def has(picture: Image.Image, color: str) -> bool:
    colors = {found for _, found in picture.getcolors(1 << 24) or []}
    return ImageColor.getrgb(color) in colors


def rated(satisfied: int, first_response: int) -> Tally:
    return Tally(
        dialogs=4, answered=4, ratings=4, ratings_of_answered=4, satisfied=satisfied,
        first_response=Spread([first_response] * 4),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("satisfied", "green", "red"),
    [(0, False, True), (4, True, False)],
)
def test_nobody_satisfied_is_red_and_everybody_green(satisfied: int, green: bool, red: bool) -> None:
    picture = drawn(rated(satisfied, 600), Tally())

    assert (has(picture, GREEN), has(picture, RED)) == (green, red)


def test_nobody_asked_has_no_colour() -> None:
    picture = drawn(Tally(dialogs=1), Tally())

    assert not has(picture, GREEN)
    assert not has(picture, RED)


@pytest.mark.parametrize(("before", "green", "red"), [(900, True, False), (300, False, True), (600, False, False)])
def test_a_change_is_green_where_it_is_better(before: int, green: bool, red: bool) -> None:
    """Fewer minutes until the first answer are."""
    without_ratings = Tally(dialogs=4, answered=4, first_response=Spread([600]))

    picture = drawn(without_ratings, Tally(dialogs=4, answered=4, first_response=Spread([before])))

    assert (has(picture, GREEN), has(picture, RED)) == (green, red)


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_it_is_read_on_a_phone(locale: str) -> None:
    """Eleven points are what iOS has as its smallest."""
    assert drawn(rated(2, 600), rated(3, 900), locale).width == WIDTH
    assert SMALL * PHONE / WIDTH >= 11
