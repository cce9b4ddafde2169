"""/stats: the figures of a period, as a picture and in words."""

import asyncio

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.methods import SendPhoto
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

from bot.chores import Chores
from bot.keyboards.stats import Cut, DrawStats, ShowStats, stats_keyboard
from bot.screens import Screen
from bot.slash import Command
from bot.turn import Turn
from bot.views.stats import stats_page
from core.desk import Desk
from core.errors import PeriodUnreadable
from core.figures import Report, report
from core.period import Asked, read_asked
from core.ports import Store

PICTURE = "stats.png"


def register(router: Router) -> None:
    router.message.register(stats, Command("stats", ignore_case=True))
    router.callback_query.register(turn_to, ShowStats.filter())
    router.callback_query.register(draw, DrawStats.filter())


async def stats(message: Message, command: CommandObject, turn: Turn, desk: Desk, store: Store, chores: Chores) -> None:
    try:
        asked = read_asked(command.args or "", turn.now, turn.screen.texts.zone)
    except PeriodUnreadable:
        return turn.screen.send(turn.screen.t("stats-usage"))

    async def work(screen: Screen) -> None:
        found = await _report(screen, desk, store, asked)
        if found.total.dialogs:
            await _put_picture(screen, desk, found, asked)
        screen.send(*_page(screen, desk, found, asked, Cut.ALL))

    chores.after(turn, work)


async def turn_to(
    callback: CallbackQuery, callback_data: ShowStats, turn: Turn, desk: Desk, store: Store, chores: Chores
) -> None:
    asked = read_asked(callback_data.period, turn.now, turn.screen.texts.zone)
    pressed = turn.screen.pressed_id

    async def work(screen: Screen) -> None:
        found = await _report(screen, desk, store, asked)
        page = _page(screen, desk, found, asked, callback_data.cut)
        if pressed:
            screen.edit_at(pressed, *page)
        else:
            screen.send(*page)

    chores.after(turn, work)


async def draw(
    callback: CallbackQuery, callback_data: DrawStats, turn: Turn, desk: Desk, store: Store, chores: Chores
) -> None:
    asked = read_asked(callback_data.period, turn.now, turn.screen.texts.zone)

    async def work(screen: Screen) -> None:
        await _put_picture(screen, desk, await _report(screen, desk, store, asked), asked)

    chores.after(turn, work)


async def _report(screen: Screen, desk: Desk, store: Store, asked: Asked) -> Report:
    zone = screen.texts.zone
    return await report(store, *asked.period.bounds(zone), zone, desk.hours_of)


def _page(screen: Screen, desk: Desk, found: Report, asked: Asked, cut: Cut) -> tuple[str, InlineKeyboardMarkup]:
    speech = screen.speech
    text = stats_page(speech, found, desk.catalogue, str(asked), cut)
    return text, stats_keyboard(speech, asked.code, cut, drawable=found.total.dialogs > 0)


async def _put_picture(screen: Screen, desk: Desk, found: Report, asked: Asked) -> None:
    from bot.picture.stats import draw_stats  # the drawing library is loaded when the first picture is asked for

    picture = await asyncio.to_thread(draw_stats, screen.speech, found, desk.catalogue, asked)
    screen.call(SendPhoto(chat_id=screen.chat_id, photo=BufferedInputFile(picture, PICTURE)))
