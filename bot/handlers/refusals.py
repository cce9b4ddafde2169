"""A refusal becomes a sentence, with a way on where there is one."""

from aiogram import Router
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent, InlineKeyboardMarkup
from prometheus_client import Counter

from bot.inbound.update_context import UpdateContext
from bot.keyboards.refusals import way_on
from bot.telegram.screens import Screen
from bot.views.refusals import readable, refusal_key
from core.desk import Desk
from core.errors import DialogFinished, Refusal


def router() -> Router:
    router = Router(name="refusals")
    router.errors.register(refused, ExceptionTypeFilter(Refusal))
    return router


async def refused(event: ErrorEvent, context: UpdateContext, desk: Desk, refusals: Counter) -> None:
    refusal = event.exception
    assert isinstance(refusal, Refusal)
    refusals.labels(refusal.code).inc()
    context.refuse()
    wait = await _wait(context, desk, refusal) if isinstance(refusal, DialogFinished) else None
    show_refusal(context.screen, refusal, wait)


async def _wait(context: UpdateContext, desk: Desk, refusal: DialogFinished) -> int | None:
    """Until the finished dialog's topic is free for another one, in ms."""
    dialog = await desk.store.dialog(refusal.values["number"])
    return (await desk.waits(context.person.id, context.now)).get(dialog.topic) if dialog else None


def show_refusal(screen: Screen, refusal: Refusal, wait: int | None = None) -> None:
    """Also for a handler that catches one: it keeps what else it did."""
    to_seller = screen.chat_id > 0
    key = refusal_key(screen.speech, refusal, for_agents=not to_seller)
    keyboard: InlineKeyboardMarkup | None = way_on(screen.speech, refusal, wait) if to_seller else None
    screen.refuse(key, keyboard, **readable(screen.speech, refusal.values))
