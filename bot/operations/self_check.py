"""Is everything in order: Telegram, groups and rights, database, outbox, disk. For /check and `sellerdesk check`."""

import shutil
import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.metadata import version
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import (
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberOwner,
    ReactionTypeEmoji,
    ReactionTypeUnion,
)

from bot.settings import Misspelt, Settings
from bot.telegram.errors import Failure, read_failure
from bot.telegram.group_rights import missing_rights
from bot.telegram.reactions import DELIVERED, DONE, FAILED, NOTED, WAITING
from bot.telegram.secrets import without_secrets
from bot.texts import Speech, Texts
from bot.views.groups import rights_in_words
from core.desk import Desk, StrandedDialogs
from core.languages import LANGUAGES
from core.outbox import waits_too_long
from core.store import Store
from core.units import DAY

PATIENCE = 10  # seconds for one answer of Telegram
FAILURES_OVER = 7 * DAY
GIGABYTE = 1024**3
LITTLE_SPACE = GIGABYTE // 2
ERROR_SHOWN = 200
OUTSIDE = ChatMemberLeft | ChatMemberBanned
MARKS = (WAITING, DELIVERED, FAILED, NOTED, DONE)  # on an agent's message


class State(StrEnum):
    GOOD = "✅"
    ASIDE = "ℹ️"  # not wrong, and worth knowing
    BAD = "⚠️"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: the sentence `check-<key>`."""

    state: State
    key: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SelfCheck:
    bot: Bot
    store: Store
    settings: Settings
    texts: Texts
    locale: str
    desk: Desk

    async def look(self, groups: Iterable[int], now: int) -> list[Finding]:
        found = [finding async for finding in self._telegram()]
        found += [finding async for finding in self._owners()]
        for group in sorted(groups):
            found += [finding async for finding in self._group(group)]
        found += [finding async for finding in self._database(self.store, now)]
        return [*found, self._disk()]

    def line(self, finding: Finding) -> str:
        """As HTML."""
        return without_secrets(
            f"{finding.state} {self.texts.get(self.locale, f'check-{finding.key}', **finding.values)}"
        )

    # ---- Telegram

    async def _telegram(self) -> AsyncIterator[Finding]:
        try:
            me = await self.bot.get_me(request_timeout=PATIENCE)
            hook = await self.bot.get_webhook_info(request_timeout=PATIENCE)
        except TelegramAPIError as error:
            yield Finding(State.BAD, "telegram-silent", {"reason": error.message})
            return
        mode = "webhook" if self.settings.webhook_url else "polling"
        yield Finding(State.GOOD, "bot", {"name": me.username or "", "version": version("sellerdesk"), "mode": mode})
        if self.settings.webhook_url and hook.last_error_message:
            yield Finding(State.BAD, "webhook-error", {"reason": hook.last_error_message})

    async def _owners(self) -> AsyncIterator[Finding]:
        """Whoever never wrote can't be told of trouble; mostly it is a number that is wrong."""
        for owner in self.settings.admin_ids:
            try:
                await self.bot.get_chat(owner, request_timeout=PATIENCE)
            except TelegramBadRequest:
                yield Finding(State.BAD, "owner-unknown", {"id": str(owner)})
            except TelegramAPIError:
                return  # said already

    async def _group(self, group: int) -> AsyncIterator[Finding]:
        try:
            chat = await self.bot.get_chat(group, request_timeout=PATIENCE)
            member = await self.bot.get_chat_member(group, self.bot.id, request_timeout=PATIENCE)
        except TelegramAPIError as error:
            yield Finding(State.BAD, "group-unreachable", {"group": str(group), "reason": error.message})
            async for finding in self._stranded(group, str(group), is_outside=read_failure(error) is Failure.OUTSIDE):
                yield finding
            return
        title = chat.title or str(group)
        if not isinstance(member, ChatMemberAdministrator | ChatMemberOwner):
            yield Finding(State.BAD, "group-no-admin", {"title": title})
        elif missing := missing_rights(chat, member):
            rights = rights_in_words(Speech(self.texts, self.locale), missing)
            yield Finding(State.BAD, "group-rights", {"title": title, "rights": rights})
        else:
            yield Finding(State.GOOD, "group", {"title": title})
        if chat.available_reactions is not None and not _allows_marks(chat.available_reactions):
            yield Finding(State.ASIDE, "group-reactions", {"title": title})
        if not chat.is_forum:
            yield Finding(State.ASIDE, "group-no-forum", {"title": title})
        async for finding in self._stranded(group, title, is_outside=isinstance(member, OUTSIDE)):
            yield finding

    async def _stranded(self, group: int, title: str, *, is_outside: bool) -> AsyncIterator[Finding]:
        """Open dialogs that other agents answer for, where nobody sees them, or soon nobody will."""
        if not is_outside and group in self.desk.named_groups:
            return
        if count := await StrandedDialogs(self.desk).count(group):
            values = {"title": title, "count": count, "group": group, "reason": "outside" if is_outside else "unnamed"}
            yield Finding(State.BAD if is_outside else State.ASIDE, "stranded", values)

    # ---- what is kept

    async def _database(self, store: Store, now: int) -> AsyncIterator[Finding]:
        started = time.perf_counter()
        await store.person(0)
        latency = (time.perf_counter() - started) * 1000
        health = await store.health(now, now - FAILURES_OVER)
        size = self.texts.size(self.locale, health.size)
        yield Finding(State.GOOD, "database", {"make": health.make, "size": size, "latency": self._number(latency)})
        if health.oldest_waiting is None:
            yield Finding(State.GOOD, "nothing-waits")
        else:
            waited = now - health.oldest_waiting
            state = State.BAD if waits_too_long(health.oldest_waiting, now) else State.GOOD
            age = self.texts.duration(self.locale, waited)
            yield Finding(state, "waits", {"count": health.waiting, "age": age})
        if health.failures:
            count, reasons = sum(health.failures.values()), "; ".join(map(self._failed, health.failures.items()))
            yield Finding(State.ASIDE, "failures", {"count": count, "reasons": reasons})
        if health.held:
            yield Finding(State.BAD, "held", {"count": health.held})
        if health.set_aside:
            error = (health.last_error or "")[:ERROR_SHOWN]
            yield Finding(State.BAD, "set-aside", {"count": health.set_aside, "error": error})

    def _number(self, value: float) -> str:
        return f"{value:.1f}".replace(".", LANGUAGES[self.locale].decimal)

    def _failed(self, failure: tuple[str, int]) -> str:
        reason, count = failure
        key = f"failure-{reason}"
        known = self.texts.plain(self.locale, key) if self.texts.has(self.locale, key) else reason
        return f"{known}: {count}"

    def _disk(self) -> Finding:
        free = shutil.disk_usage(self.settings.data_dir if self.settings.data_dir.exists() else ".").free
        state = State.GOOD if free > LITTLE_SPACE else State.BAD
        return Finding(state, "disk", {"free": self._number(free / GIGABYTE)})


def misspelt(found: Iterable[Misspelt]) -> list[Finding]:
    return [
        Finding(State.ASIDE, "misspelt" if one.meant else "no-setting", {"name": one.written, "meant": one.meant or ""})
        for one in found
    ]


def _allows_marks(reactions: Iterable[ReactionTypeUnion]) -> bool:
    """Whether all that is said by a reaction can be."""
    return {*MARKS} <= {one.emoji for one in reactions if isinstance(one, ReactionTypeEmoji)}
