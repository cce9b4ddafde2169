"""Buttons of the figures."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import Field

from bot.keyboards.buttons import button, grid
from bot.texts import Speech
from bot.views.stats import Cut

PERIODS = {"today": "today", "7d": "week", "30d": "month"}  # what the button carries: how it is called
Code = Annotated[str, Field(pattern=r"^(today|\d{1,5}d|\d{8}-\d{8})$")]


class ShowStats(CallbackData, prefix="st"):
    period: Code
    cut: Cut = Cut.ALL


class DrawStats(CallbackData, prefix="sp"):
    period: Code


def stats_keyboard(speech: Speech, period: str, cut: Cut, *, drawable: bool) -> InlineKeyboardMarkup:
    def split(other: Cut) -> InlineKeyboardButton:
        text = _marked(speech.plain("stats-cut", cut=other.value), other is cut)
        return button(text, ShowStats(period=period, cut=other))

    return grid(
        [
            button(
                _marked(speech.plain("stats-period", period=name), other == period), ShowStats(period=other, cut=cut)
            )
            for other, name in PERIODS.items()
        ],
        [split(Cut.ALL), split(Cut.CATEGORY)],
        [split(Cut.TOPIC), split(Cut.AGENT)],
        [button(speech.plain("stats-draw"), DrawStats(period=period)) if drawable else None],
    )


def _marked(text: str, chosen: bool) -> str:
    return f"• {text} •" if chosen else text
