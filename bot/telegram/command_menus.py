"""Commands in Telegram's menu: each person sees only their own, in their language."""

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.telegram.command_registry import RegisteredCommand, Role, commands_of, offered_to_agents
from bot.texts import Texts
from core.languages import locales
from core.rules import Rules

log = structlog.get_logger()

AGAIN_AFTER = 600  # seconds


@dataclass(frozen=True, slots=True)
class Menu:
    """What one kind of person finds behind the menu button."""

    chat: int | None  # None: every private chat
    offered: tuple[RegisteredCommand, ...]

    @property
    def scope(self) -> BotCommandScopeAllPrivateChats | BotCommandScopeChat:
        return BotCommandScopeChat(chat_id=self.chat) if self.chat else BotCommandScopeAllPrivateChats()

    def commands(self, texts: Texts, locale: str) -> list[BotCommand]:
        return [
            BotCommand(command=command.name, description=texts.plain(locale, command.description))
            for command in self.offered
        ]


def seller_menu() -> Menu:
    return Menu(None, tuple(commands_of(Role.SELLER)))


def agent_menu(group: int, rules: Rules) -> Menu:
    return Menu(group, tuple(offered_to_agents(rules)))


def admin_menu(admin: int) -> Menu:
    """An admin may write to support as any seller does, so both are there."""
    return Menu(admin, (*commands_of(Role.ADMIN), *commands_of(Role.SELLER)))


class Commands:
    """Sets the menus that differ from what Telegram has, and drops those of people who are no admins any more."""

    def __init__(
        self,
        bot: Bot,
        texts: Texts,
        groups: Callable[[], Iterable[int]],
        admins: Callable[[], Iterable[int]],
        rules: Callable[[], Rules],
    ) -> None:
        self._bot = bot
        self._texts = texts
        self._groups = groups
        self._admins = admins
        self._rules = rules
        self._shown: set[Menu] = set()
        self._due = asyncio.Event()

    async def run(self) -> None:
        while True:
            await self.register()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._due.wait(), AGAIN_AFTER)
            self._due.clear()

    def look_again(self) -> None:
        """There may be another group, admin or rule, or one who could not be reached before."""
        self._due.set()

    def lacks(self, admin: int) -> bool:
        """A person who has not started the bot can't be given a menu."""
        return admin_menu(admin) not in self._shown

    async def register(self) -> None:
        rules = self._rules()
        groups = {agent_menu(group, rules) for group in self._groups()}
        wanted = {seller_menu(), *groups, *map(admin_menu, self._admins())}
        kept = {menu.chat for menu in wanted}
        left = {menu for menu in self._shown if menu.chat not in kept}
        await asyncio.gather(*map(self._show, wanted - self._shown), *map(self._drop, left))

    async def _show(self, menu: Menu) -> None:
        try:
            for locale in locales():
                await self._set(menu, locale)
        except TelegramAPIError as error:
            log.info("commands not set", chat=menu.chat, reason=error.message)
        else:
            self._shown = {other for other in self._shown if other.chat != menu.chat} | {menu}

    async def _set(self, menu: Menu, locale: str) -> None:
        wanted, language = menu.commands(self._texts, locale), self._language(locale)
        known = await self._bot.get_my_commands(scope=menu.scope, language_code=language)
        if words(known) != words(wanted):
            await self._bot.set_my_commands(wanted, scope=menu.scope, language_code=language)

    async def _drop(self, menu: Menu) -> None:
        try:
            for locale in locales():
                await self._bot.delete_my_commands(scope=menu.scope, language_code=self._language(locale))
        except TelegramAPIError as error:
            log.info("commands not dropped", chat=menu.chat, reason=error.message)
        else:
            self._shown.discard(menu)

    def _language(self, locale: str) -> str | None:
        """The shop's own language is shown to everybody whose language has no menu."""
        return None if locale == self._texts.default_locale else locale


def words(commands: list[BotCommand]) -> list[tuple[str, str]]:
    """Commands to compare: objects of aiogram also differ by the bot that they came from."""
    return [(one.command, one.description) for one in commands]
