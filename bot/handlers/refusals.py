"""A refusal becomes a sentence, with a way on where there is one."""

from aiogram import Router
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent, InlineKeyboardMarkup
from prometheus_client import Counter

from bot.inbound.update_context import UpdateContext
from bot.keyboards.refusals import way_on
from bot.telegram.screens import Screen
from bot.views.refusals import readable, refusal_key
from core.errors import Refusal


def router() -> Router:
    router = Router(name="refusals")
    router.errors.register(refused, ExceptionTypeFilter(Refusal))
    return router


async def refused(event: ErrorEvent, context: UpdateContext, refusals: Counter) -> None:
    assert isinstance(event.exception, Refusal)
    refusals.labels(event.exception.code).inc()
    context.refuse()
    show_refusal(context.screen, event.exception)


def show_refusal(screen: Screen, refusal: Refusal) -> None:
    """Also for a handler that catches one: it keeps what else it did."""
    to_seller = screen.chat_id > 0
    key = refusal_key(screen.speech, refusal, for_agents=not to_seller)
    keyboard: InlineKeyboardMarkup | None = way_on(screen.speech, refusal) if to_seller else None
    screen.refuse(key, keyboard, **readable(screen.speech, refusal.values))
