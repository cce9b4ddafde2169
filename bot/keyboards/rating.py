"""Five stars, and «Пропустить» for the words that may follow."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import Field

from bot.keyboards.buttons import Number, button, grid
from bot.texts import Speech
from core.dialog import Dialog

Stars = Annotated[int, Field(ge=1, le=5)]


class Rate(CallbackData, prefix="rate"):
    number: Number
    stars: Stars
    asked: bool = False  # on the screen that asked for it, which may change


class AskRating(CallbackData, prefix="ask-rate"):
    number: Number


class Unsolved(CallbackData, prefix="unsolved"):
    """The question of a dialog that was rated badly is asked again."""

    number: Number


class AskInstead(CallbackData, prefix="ask-instead"):
    """The words after the stars were a question."""


class SkipComment(CallbackData, prefix="skip"):
    number: Number


def stars_row(speech: Speech, number: int, asked: bool = False) -> list[InlineKeyboardButton]:
    return [
        button(speech.plain("rating-star", stars=str(stars)), Rate(number=number, stars=stars, asked=asked))
        for stars in range(1, 6)
    ]


def ask_instead_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid([button(speech.plain("rating-was-question"), AskInstead())])


def skip_keyboard(speech: Speech, dialog: Dialog) -> InlineKeyboardMarkup:
    """After one star or two there is also a way on with the question."""
    unsolved = button(speech.plain("rating-unsolved"), Unsolved(number=dialog.number), "primary")
    return grid(
        [unsolved if dialog.is_rated_badly else None],
        [button(speech.plain("rating-skip"), SkipComment(number=dialog.number))],
    )
