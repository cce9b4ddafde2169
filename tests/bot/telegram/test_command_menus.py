from zoneinfo import ZoneInfo

import pytest

from bot.telegram.command_menus import Menu, admin_menu, agent_menu, seller_menu
from bot.texts import Texts
from core.languages import locales
from core.rules import Rules
from core.units import SECOND


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(ZoneInfo("Europe/Moscow"))


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("menu", [seller_menu(), agent_menu(-1, Rules()), admin_menu(1)], ids=lambda menu: menu.chat)
def test_each_has_a_short_description_in_every_language(menu: Menu, locale: str, texts: Texts) -> None:
    commands = menu.commands(texts, locale)

    assert all(0 < len(command.description) <= 100 for command in commands)
    assert len({command.command for command in commands}) == len(commands)


def test_what_a_shop_has_switched_off_is_not_offered() -> None:
    offered = [agent_menu(-1, rules).offered for rules in (Rules(), Rules(answer_delay=SECOND))]

    assert [sum(command.name == "undo" for command in menu) for menu in offered] == [0, 1]
