"""The registry is whole: the promised names, one meaning per spelling, texts for each, in every language."""

import re
from collections import defaultdict
from zoneinfo import ZoneInfo

import pytest

from bot.telegram.command_registry import COMMANDS, Place, RegisteredCommand, Role, commands_of, names
from bot.texts import Texts
from core.languages import locales

PROMISED = {
    Role.SELLER: "start new dialogs help language mydata",
    Role.AGENT: "take release give ask hold note t similar undo later move merge history close ban unban "
    "queue mine on off find",
    Role.ADMIN: "stats export catalogue templates settings announce admins ban unban audit check",
    Role.ANYBODY: "id",
}
TEXTS = Texts(ZoneInfo("Europe/Moscow"))


@pytest.mark.parametrize("role", Role)
def test_names_are_those_that_were_promised(role: Role) -> None:
    assert sorted(names(commands_of(role))) == sorted(PROMISED[role].split())


def test_a_spelling_means_one_thing() -> None:
    meanings = defaultdict(set)
    for command in COMMANDS:
        for spelling in (command.name, *command.spellings):
            meanings[spelling].add(command.name)

    assert {spelling: found for spelling, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: f"{command.role}-{command.name}")
def test_each_can_be_written_in_russian(command: RegisteredCommand) -> None:
    assert command.spellings
    assert all(re.fullmatch("[а-яё]+", spelling) for spelling in command.spellings)


@pytest.mark.parametrize("locale", locales())
def test_each_that_can_be_misplaced_says_how_it_is_used(locale: str) -> None:
    for command in COMMANDS:
        if command.place is Place.DIALOG or command.needs_words:
            assert TEXTS.get(locale, command.usage, command="/x").startswith("/x ")
