"""An admin was asked for words: the next message has them, unless it is a command or a button of the menu.

An admin may be a seller as well: what waits in the conversation, such as a draft, stays there.
"""

from collections.abc import Callable
from typing import Any

from aiogram import F
from aiogram.filters import StateFilter
from aiogram.fsm.state import State
from aiogram.types import Message

from bot.handlers.seller.menu_labels import is_label
from bot.texts import Texts


def answers(state: State) -> tuple[Callable[..., Any], ...]:
    """The filters of a handler that takes the answer."""
    return StateFilter(state), F.text, is_words


def is_words(message: Message, texts: Texts) -> bool:
    return not (message.text or "").startswith("/") and not is_label(message.text, texts)
