"""/stats: the figures of a period, as a picture and in words."""

import asyncio

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.methods import SendPhoto
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

from bot.inbound.background import Background
from bot.inbound.update_context import UpdateContext
from bot.keyboards.stats import DrawStats, ShowStats, stats_keyboard
from bot.telegram.commands import Command
from bot.telegram.screens import Screen
from bot.views.search_figures import search_lines
from bot.views.stats import Cut, stats_page
from core.asked_period import Asked, read_asked
from core.desk import Desk
from core.errors import PeriodUnreadable
from core.figures import Report, report
from core.store import Store

PICTURE = "stats.png"


def register(router: Router) -> None:
    router.message.register(stats, Command("stats"))
    router.callback_query.register(turn_to, ShowStats.filter())
    router.callback_query.register(draw, DrawStats.filter())


async def stats(
    message: Message, command: CommandObject, context: UpdateContext, desk: Desk, store: Store, background: Background
) -> None:
    try:
        asked = read_asked(command.args or "", context.now, context.screen.texts.zone)
    except PeriodUnreadable:
        return context.screen.send(context.screen.t("stats-usage"))

    async def work(screen: Screen) -> None:
        found = await _report(screen, desk, store, asked, context.now)
        if found.total.dialogs:
            await _put_picture(screen, desk, found, asked)
        text, keyboard = _page(screen, desk, found, asked, Cut.ALL)
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
        found = await _report(screen, desk, store, asked, context.now)
        page = _page(screen, desk, found, asked, callback_data.cut)
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
        await _put_picture(screen, desk, await _report(screen, desk, store, asked, context.now), asked)

    background.after(context, work)


async def _report(screen: Screen, desk: Desk, store: Store, asked: Asked, now: int) -> Report:
    zone = screen.texts.zone
    return await report(store, *asked.period.bounds(zone), zone, desk.hours_of, now)


def _page(screen: Screen, desk: Desk, found: Report, asked: Asked, cut: Cut) -> tuple[str, InlineKeyboardMarkup]:
    speech = screen.speech
    text = stats_page(speech, found, desk.catalogue, str(asked), cut)
    return text, stats_keyboard(speech, asked.code, cut, drawable=found.total.dialogs > 0)


async def _put_picture(screen: Screen, desk: Desk, found: Report, asked: Asked) -> None:
    from bot.reports.picture.stats import (
        draw_stats,
    )  # the drawing library is loaded when the first picture is asked for

    picture = await asyncio.to_thread(draw_stats, screen.speech, found, desk.catalogue, asked)
    screen.call(SendPhoto(chat_id=screen.chat_id, photo=BufferedInputFile(picture, PICTURE)))
