"""An admin was asked for words: the next message has them, unless it is a command, a button of the menu or «отмена».

An admin may be a seller as well: what waits in the conversation, such as a draft, stays there.
"""

from collections.abc import Callable
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import Message

from bot.handlers.seller.menu_labels import is_label
from bot.inbound.update_context import UpdateContext
from bot.texts import Texts
from core.small_talk import is_cancel


def on_words(router: Router, state: State, take: Callable[..., Any]) -> None:
    """`take` is given the answer; «Отмена» in words is none."""
    router.message.register(take, StateFilter(state), F.text, is_words)
    router.message.register(leave, StateFilter(state), F.text, F.text.func(is_cancel))


def is_words(message: Message, texts: Texts) -> bool:
    text = message.text or ""
    return not (text.startswith("/") or is_label(text, texts) or is_cancel(text))


async def leave(message: Message, context: UpdateContext, state: FSMContext) -> None:
    """«Отмена» in words, as its button."""
    await state.set_state(None)
    context.screen.send(context.screen.t("admin-left"))
