"""/stats: the figures of a period, as a picture and in words."""

import asyncio
from dataclasses import dataclass

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.methods import SendPhoto
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

from bot.inbound.background import Background
from bot.inbound.update_context import UpdateContext
from bot.keyboards.stats import DrawStats, ShowStats, stats_keyboard
from bot.telegram.screens import Screen
from bot.telegram.written_command import Command
from bot.views.search_figures import search_lines
from bot.views.stats import Cut, stats_page
from core.desk import Desk
from core.errors import PeriodUnreadable
from core.figures import Report, report, total_of
from core.period_words import Asked, read_asked
from core.store import Store
from core.tally import Tally

PICTURE = "stats.png"


def register(router: Router) -> None:
    router.message.register(stats, Command("stats"))
    router.callback_query.register(turn_to, ShowStats.filter())
    router.callback_query.register(draw, DrawStats.filter())


@dataclass(frozen=True, slots=True)
class Figures:
    """What is shown: of the period that was asked for, and the sum of the one before."""

    asked: Asked
    report: Report
    before: Tally


async def stats(
    message: Message, command: CommandObject, context: UpdateContext, desk: Desk, store: Store, background: Background
) -> None:
    try:
        asked = read_asked(command.args or "", context.now, context.screen.texts.zone)
    except PeriodUnreadable:
        return context.screen.send(context.screen.t("stats-usage"))

    async def work(screen: Screen) -> None:
        found = await _figures(screen, desk, store, asked, context.now)
        if found.report.total.dialogs:
            await _put_picture(screen, desk, found)
        text, keyboard = _page(screen, desk, found, Cut.ALL)
        figures = await store.search_figures(*asked.period.bounds(screen.texts.zone))
        screen.send("\n".join([text, *search_lines(screen.speech, figures)]), keyboard)

    background.after(context, work)


async def turn_to(
    callback: CallbackQuery,
    callback_data: ShowStats,
    context: UpdateContext,
    desk: Desk,
    store: Store,
    background: Background,
) -> None:
    asked = read_asked(callback_data.period, context.now, context.screen.texts.zone)
    pressed = context.screen.pressed_id

    async def work(screen: Screen) -> None:
        page = _page(screen, desk, await _figures(screen, desk, store, asked, context.now), callback_data.cut)
        if pressed:
            screen.edit_at(pressed, *page)
        else:
            screen.send(*page)

    background.after(context, work)


async def draw(
    callback: CallbackQuery,
    callback_data: DrawStats,
    context: UpdateContext,
    desk: Desk,
    store: Store,
    background: Background,
) -> None:
    asked = read_asked(callback_data.period, context.now, context.screen.texts.zone)

    async def work(screen: Screen) -> None:
        await _put_picture(screen, desk, await _figures(screen, desk, store, asked, context.now))

    background.after(context, work)


async def _figures(screen: Screen, desk: Desk, store: Store, asked: Asked, now: int) -> Figures:
    zone = screen.texts.zone
    found = await report(store, *asked.period.bounds(zone), zone, desk.hours_of, now)
    return Figures(asked, found, await total_of(store, *asked.period.bounds_before(zone, now)))


def _page(screen: Screen, desk: Desk, found: Figures, cut: Cut) -> tuple[str, InlineKeyboardMarkup]:
    speech, drawable = screen.speech, found.report.total.dialogs > 0
    text = stats_page(speech, found.report, found.before, desk.catalogue, found.asked.period, cut)
    return text, stats_keyboard(speech, found.asked.code, cut, drawable=drawable)


async def _put_picture(screen: Screen, desk: Desk, found: Figures) -> None:
    from bot.reports.picture.stats import (
        draw_stats,
    )  # the drawing library is loaded when the first picture is asked for

    period = found.asked.period
    picture = await asyncio.to_thread(draw_stats, screen.speech, found.report, found.before, desk.catalogue, period)
    screen.call(SendPhoto(chat_id=screen.chat_id, photo=BufferedInputFile(picture, PICTURE)))
