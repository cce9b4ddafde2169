from zoneinfo import ZoneInfo

import pytest

from bot.telegram.command_menus import COMMANDS, admin_menu, agent_menu, seller_menu
from bot.texts import Texts
from core.languages import locales

NAMES = {
    "seller": "start new dialogs help language mydata",
    "agent": "take release give ask note t undo move history close ban unban queue mine find",
    "admin": "stats export catalogue templates settings announce admins ban unban audit check",
}


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(ZoneInfo("Europe/Moscow"))


@pytest.mark.parametrize("who", NAMES)
def test_names_are_those_that_were_promised(who: str) -> None:
    assert sorted(COMMANDS[who]) == sorted(NAMES[who].split())


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("menu", [seller_menu(), agent_menu(-1), admin_menu(1)], ids=lambda menu: menu.whose[0])
def test_each_has_a_short_description_in_every_language(menu: object, locale: str, texts: Texts) -> None:
    commands = menu.commands(texts, locale)  # type: ignore[attr-defined]

    assert all(0 < len(command.description) <= 100 for command in commands)
    assert len({command.command for command in commands}) == len(commands)
