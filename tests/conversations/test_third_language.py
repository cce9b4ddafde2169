"""A third language is two folders and one line: here it is added while the tests run."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import texts
from core.languages import LANGUAGES, locales
from core.languages.en import ENGLISH
from core.units import DAY
from tests.conversations.admin.test_catalogue_file import upload
from tests.conversations.shop import Shop

SALUTON = replace(
    ENGLISH,
    code="eo",
    name="Esperanto",
    in_catalogues=False,
    stemmer="spanish",
    letters="a-zĉĝĥĵŝŭ",
    latin={"ĉ": "ch", "ĝ": "g", "ĥ": "h", "ĵ": "j", "ŝ": "sh", "ŭ": "u"},
    stop_words=frozenset({"la", "kaj", "mia"}),
    ordinary_words=frozenset(),
    days=("lu", "ma", "me", "ĵa", "ve", "sa", "di"),
    units={"tagoj": DAY},
    date="%Y-%m-%d",
)
CATALOGUE = """\
categories:
- key: money
  title: {ru: Деньги, en: Money, eo: Mono}
  topics:
  - key: payout
    title: {ru: Выплата, en: Payout, eo: Elpago}
    keywords: {eo: [monŝanĝo]}
  - key: fine
    title: {ru: Штраф, en: Fine, eo: Monpuno}
"""


@pytest.fixture(autouse=True)
def esperanto(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """The folder of sentences, and the line in `core.languages`."""
    folder = tmp_path / "locales"
    shutil.copytree(texts.FOLDER, folder)
    shutil.copytree(folder / "en", folder / "eo")
    for file in (folder / "eo").glob("*.ftl"):
        file.write_text(re.sub(r"\bHello\b", "Saluton", file.read_text(encoding="utf-8")), encoding="utf-8")
    monkeypatch.setattr(texts, "FOLDER", folder)
    monkeypatch.setitem(LANGUAGES, "eo", SALUTON)
    yield
    texts._bundle.cache_clear()


def test_it_is_one_of_the_languages() -> None:
    assert locales() == ("ru", "en", "eo")


async def test_a_seller_is_greeted_in_it_and_may_choose_it(shop: Shop) -> None:
    ludoviko = await shop.seller("Ludoviko", language="eo")
    await ludoviko.send("/start")
    assert "Saluton, Ludoviko!" in ludoviko.last.text

    anna = await shop.seller()
    await anna.send("/language")
    assert anna.buttons == ["Русский", "English", "Esperanto"]
    await anna.click("Esperanto")
    await anna.send("/start")
    assert "Saluton, Анна!" in anna.last.text


async def test_a_catalogue_has_it_and_is_searched_in_it(shop: Shop) -> None:
    admin = await shop.admin()
    await upload(shop, admin, CATALOGUE.encode())
    await admin.click("Заменить")

    ludoviko = await shop.seller("Ludoviko", language="eo")
    await ludoviko.send("kie estas mia monŝanĝo")

    assert "Elpago" in ludoviko.buttons[0]


async def test_an_owner_writes_a_duration_and_hours_in_it(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/settings")
    await admin.click("Хранить завершённые")
    await admin.send("90 tagoj")

    assert shop.app.desk.rules.keep_closed == 90 * DAY
