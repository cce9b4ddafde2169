"""Commands in Telegram's menu: each person sees only their own, in their language."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.texts import LOCALES, Texts

log = structlog.get_logger()

COMMANDS = {
    "seller": ("start", "new", "dialogs", "help", "language", "mydata"),
    "agent": (
        "queue", "mine", "find", "take", "release", "give", "ask", "note", "t", "move", "history", "close", "ban",
    ),
    "admin": (
        "stats", "export", "catalogue", "templates", "settings", "announce", "admins", "ban", "unban", "audit", "check",
    ),
}  # fmt: skip

Scope = BotCommandScopeAllPrivateChats | BotCommandScopeChat


@dataclass(frozen=True, slots=True)
class Menu:
    """What one kind of person finds behind the menu button."""

    scope: Scope
    whose: tuple[str, ...]

    def commands(self, texts: Texts, locale: str) -> list[BotCommand]:
        return [
            BotCommand(command=name, description=texts.plain(locale, f"command-{who}-{name}"))
            for who in self.whose
            for name in COMMANDS[who]
        ]


def seller_menu() -> Menu:
    return Menu(BotCommandScopeAllPrivateChats(), ("seller",))


def agent_menu(group: int) -> Menu:
    return Menu(BotCommandScopeChat(chat_id=group), ("agent",))


def admin_menu(admin: int) -> Menu:
    """An admin may write to support as any seller does, so both are there."""
    return Menu(BotCommandScopeChat(chat_id=admin), ("admin", "seller"))


class Commands:
    """Sets the menus that differ from what Telegram has; knows whom it could not reach yet."""

    def __init__(self, bot: Bot, texts: Texts) -> None:
        self._bot = bot
        self._texts = texts
        self.unreached: set[int] = set()  # admins who have not started the bot, groups without the bot

    async def register(self, groups: Iterable[int], admins: Iterable[int]) -> None:
        menus = [seller_menu(), *map(agent_menu, groups), *map(admin_menu, admins)]
        await asyncio.gather(*(self.set_menu(menu) for menu in menus))

    async def set_menu(self, menu: Menu) -> None:
        chat = menu.scope.chat_id if isinstance(menu.scope, BotCommandScopeChat) else 0
        try:
            for locale in LOCALES:
                await self._set(menu, locale)
        except TelegramAPIError as error:
            self.unreached.add(int(chat))
            log.info("commands not set", chat=chat, reason=error.message)
        else:
            self.unreached.discard(int(chat))

    async def drop_menu(self, chat: int) -> None:
        """Somebody is no admin any more: the seller's menu shows through."""
        scope = BotCommandScopeChat(chat_id=chat)
        try:
            for locale in LOCALES:
                await self._bot.delete_my_commands(scope=scope, language_code=self._language(locale))
        except TelegramAPIError as error:
            log.info("commands not dropped", chat=chat, reason=error.message)

    async def _set(self, menu: Menu, locale: str) -> None:
        wanted, language = menu.commands(self._texts, locale), self._language(locale)
        if await self._bot.get_my_commands(scope=menu.scope, language_code=language) != wanted:
            await self._bot.set_my_commands(wanted, scope=menu.scope, language_code=language)

    def _language(self, locale: str) -> str | None:
        """The shop's own language is shown to everybody whose language has no menu."""
        return None if locale == self._texts.default_locale else locale
