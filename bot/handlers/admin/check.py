"""/check: is everything in order."""

from collections.abc import Iterable, Iterator

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from bot.inbound.background import Background
from bot.inbound.update_context import UpdateContext
from bot.keyboards.after_restore import held_row
from bot.keyboards.buttons import Row, grid
from bot.keyboards.first_steps import RunCheck
from bot.keyboards.missed_words import missed_rows
from bot.keyboards.stranded_dialogs import stranded_row
from bot.operations.self_check import Finding, SelfCheck
from bot.settings import Settings
from bot.telegram.screens import Screen
from bot.telegram.written_command import Command
from bot.texts import Speech, Texts
from bot.views.search_figures import missed_lines
from core.desk import Desk
from core.store import Store

MOST_MISSED = 5


def register(router: Router) -> None:
    router.message.register(check, Command("check"))
    router.callback_query.register(check, RunCheck.filter())


async def check(
    event: Message | CallbackQuery,
    context: UpdateContext,
    desk: Desk,
    store: Store,
    settings: Settings,
    texts: Texts,
    bot: Bot,
    background: Background,
) -> None:
    """Telegram is asked about each group, and may be slow just then: nobody's messages wait for that."""
    self_check = SelfCheck(bot, store, settings, texts, context.screen.locale, desk)

    async def look(screen: Screen) -> None:
        findings = await self_check.look(desk.groups, context.now)
        missed = await store.missed_words(MOST_MISSED)
        lines = [*map(self_check.line, findings), *missed_lines(screen.speech, missed)]
        rows = [*_rows(screen.speech, findings), *missed_rows(screen.speech, desk.catalogue, missed)]
        screen.send("\n".join(lines), grid(*rows) if rows else None)

    background.after(context, look)


def _rows(speech: Speech, findings: Iterable[Finding]) -> Iterator[Row]:
    """What can be done about it with one tap."""
    for finding in findings:
        if finding.key == "held":
            yield held_row(speech)
        elif finding.key == "stranded":
            yield stranded_row(speech, *(finding.values[name] for name in ("group", "title", "count")))
