"""What an owner has still to set up: each step leads to where it is done."""

from collections.abc import Iterable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.buttons import button, grid
from bot.keyboards.canned_editor import ShowCannedAnswers
from bot.keyboards.catalogue import ShowCatalogue
from bot.keyboards.settings import ShowSetting
from bot.texts import Speech
from core.desk import FirstStep


class RunCheck(CallbackData, prefix="rc"):
    """As `/check`."""


WHERE: dict[FirstStep, CallbackData] = {
    FirstStep.RIGHTS: RunCheck(),
    FirstStep.CATALOGUE: ShowCatalogue(),
    FirstStep.HOURS: ShowSetting(name="hours"),
    FirstStep.CANNED: ShowCannedAnswers(),
    FirstStep.DELAY: ShowSetting(name="answer_delay"),
}


def first_steps_keyboard(speech: Speech, steps: Iterable[FirstStep]) -> InlineKeyboardMarkup:
    return grid(*([button(speech.plain(f"first-step-{step}-button"), WHERE[step])] for step in steps))
