"""A refusal becomes a sentence, with a way on where there is one."""

from typing import Any

from aiogram import Router
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent, InlineKeyboardMarkup

from bot.inbound.update_context import UpdateContext
from bot.keyboards.refusals import way_on
from bot.telegram.screens import Screen
from bot.texts import Speech
from bot.views.formatting import file_name
from bot.views.status_icons import stars
from core.errors import Refusal


def router() -> Router:
    router = Router(name="refusals")
    router.errors.register(refused, ExceptionTypeFilter(Refusal))
    return router


async def refused(event: ErrorEvent, context: UpdateContext) -> None:
    assert isinstance(event.exception, Refusal)
    context.refuse()
    show_refusal(context.screen, event.exception)


def show_refusal(screen: Screen, refusal: Refusal) -> None:
    """Also for a handler that catches one: it keeps what else it did."""
    to_seller = screen.chat_id > 0
    key = f"refusal-{refusal.code}"
    if not to_seller and screen.texts.has(screen.locale, f"{key}-for-agents"):
        key += "-for-agents"
    keyboard: InlineKeyboardMarkup | None = way_on(screen.speech, refusal) if to_seller else None
    screen.refuse(key, keyboard, **readable(screen.speech, refusal.values))


def readable(speech: Speech, values: dict[str, Any]) -> dict[str, Any]:
    """The refusal's values as people read them."""
    forms: dict[str, Any] = {
        "number": str,
        "left": speech.duration,
        "size": speech.size,
        "limit": speech.size,
        "room": speech.size,
        "stars": stars,
        "ending": lambda ending: speech.plain(f"ending-{ending}"),
        "reason": lambda reason: reason or "none",
    }
    shown = {name: forms[name](value) if name in forms else value for name, value in values.items()}
    if "name" in values and "kind" in values:
        shown["what"] = file_name(speech, values["name"], values["kind"])
    return shown
