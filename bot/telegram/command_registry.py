"""Every command once: its spellings, whose it is, where it works. Menus, usage, parser and filters read it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, StrEnum, auto

from core.languages import LANGUAGES
from core.rules import Rules
from core.shift import Assignment

NEARLY = 0.75  # of 1: as alike as a command and its misspelling


class Role(StrEnum):
    SELLER = "seller"
    AGENT = "agent"
    ADMIN = "admin"
    ANYBODY = "anybody"  # in no menu


class Place(Enum):
    ANYWHERE = auto()
    PRIVATE = auto()
    GROUP = auto()  # anywhere in an agents' group
    DIALOG = auto()  # in a dialog's thread, or in reply to one of its messages


def always(rules: Rules) -> bool:
    return True


def may_recall(rules: Rules) -> bool:
    """Where answers leave at once, it is always too late."""
    return rules.answer_delay > 0


def gives_out(rules: Rules) -> bool:
    """Some group's dialogs find their agents by themselves."""
    return any(how is not Assignment.OFF for how in rules.assignment.values())


@dataclass(frozen=True, slots=True)
class RegisteredCommand:
    name: str  # as Telegram's menu shows it, which has Latin letters only
    spellings: tuple[str, ...]  # the other ways to write it, in small letters: nobody has to switch layouts
    role: Role
    place: Place
    needs_words: bool = False
    owners_only: bool = False
    is_offered: Callable[[Rules], bool] = always  # in the menu and the help

    @property
    def description(self) -> str:
        """Key of the line in the menu."""
        return f"command-{self.role}-{self.name}"

    @property
    def usage(self) -> str:
        """Key of the line that shows how to write it."""
        return f"usage-{self.role}-{self.name}"


def _seller(name: str, *spellings: str) -> RegisteredCommand:
    return RegisteredCommand(name, spellings, Role.SELLER, Place.PRIVATE)


def _agent(
    name: str,
    *spellings: str,
    place: Place = Place.DIALOG,
    needs_words: bool = False,
    is_offered: Callable[[Rules], bool] = always,
) -> RegisteredCommand:
    return RegisteredCommand(name, spellings, Role.AGENT, place, needs_words, is_offered=is_offered)


def _admin(name: str, *spellings: str, owners_only: bool = False) -> RegisteredCommand:
    return RegisteredCommand(name, spellings, Role.ADMIN, Place.PRIVATE, owners_only=owners_only)


# In the order of the menus.
COMMANDS = (
    RegisteredCommand("id", ("ид", "айди"), Role.ANYBODY, Place.ANYWHERE),
    _seller("start", "старт"),
    _seller("new", "новый"),
    _seller("dialogs", "диалоги"),
    _seller("help", "помощь"),
    _seller("language", "язык"),
    _seller("mydata", "моиданные"),
    _agent("queue", "очередь", place=Place.GROUP),
    _agent("mine", "мои", place=Place.GROUP),
    _agent("on", "смена", place=Place.GROUP, is_offered=gives_out),
    _agent("off", "перерыв", "ушел", "ушла", place=Place.GROUP, is_offered=gives_out),
    _agent("find", "найти", place=Place.GROUP, needs_words=True),
    _agent("take", "взять"),
    _agent("release", "вернуть", "отпустить"),
    _agent("give", "передать"),
    _agent("ask", "вопрос", needs_words=True),
    _agent("hold", "минутку", needs_words=True),
    _agent("note", "заметка", needs_words=True),
    _agent("t", "ответ"),
    _agent("similar", "похожие"),
    _agent("undo", "отменить", "отозвать", is_offered=may_recall),
    _agent("later", "отложить"),
    _agent("move", "перенести"),
    _agent("merge", "объединить"),
    _agent("history", "история"),
    _agent("close", "закрыть"),
    _agent("ban", "бан", "заблокировать"),
    _agent("unban", "разбан", "разблокировать"),
    _admin("stats", "статистика"),
    _admin("export", "выгрузка"),
    _admin("catalogue", "каталог"),
    _admin("templates", "шаблоны"),
    _admin("settings", "настройки", owners_only=True),
    _admin("announce", "объявление"),
    _admin("admins", "админы", owners_only=True),
    _admin("ban", "бан", "заблокировать"),
    _admin("unban", "разбан", "разблокировать"),
    _admin("audit", "журнал"),
    _admin("check", "проверка"),
)

_NAMES = {spelling: command.name for command in COMMANDS for spelling in (command.name, *command.spellings)}
_PRIVATE = {command.name for command in COMMANDS if command.place in (Place.PRIVATE, Place.ANYWHERE)}
_OF_GROUPS = {command.name for command in COMMANDS if command.place is not Place.PRIVATE}
PRIVATE_ONLY = _PRIVATE - _OF_GROUPS
GROUP_ONLY = _OF_GROUPS - _PRIVATE


def name_of(spelling: str) -> str:
    """The name under which handlers know what was written; a word that is no command stays as it is."""
    return _NAMES.get(spelling.replace("ё", "е"), spelling)


def is_known(spelling: str) -> bool:
    return spelling.replace("ё", "е") in _NAMES


def spelling_in(locale: str, name: str) -> str:
    """How who writes this language spells a command: in its letters, where it has such a spelling."""
    letters = re.compile(f"[{LANGUAGES[locale].letters}]+")
    spellings = (spelling for spelling, named in _NAMES.items() if named == name and letters.fullmatch(spelling))
    return next(spellings, name)


def nearest(spelling: str, commands: Iterable[RegisteredCommand]) -> str | None:
    """What was meant by a word that is nearly one of these commands, in the same letters."""
    known = [known for command in commands for known in (command.name, *command.spellings)]
    return next(iter(get_close_matches(spelling, known, 1, NEARLY)), None)


def is_private(spelling: str) -> bool:
    return name_of(spelling) in _PRIVATE


def find_command(role: Role, name: str) -> RegisteredCommand:
    return next(command for command in COMMANDS if (command.role, command.name) == (role, name))


def commands_of(role: Role) -> list[RegisteredCommand]:
    return [command for command in COMMANDS if command.role is role]


def offered_to_agents(rules: Rules) -> list[RegisteredCommand]:
    return [command for command in commands_of(Role.AGENT) if command.is_offered(rules)]


def names(commands: Iterable[RegisteredCommand]) -> list[str]:
    return [command.name for command in commands]
