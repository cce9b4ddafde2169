"""What waits for an answer, and what one is in charge of."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.actions import Event
from bot.handlers.agent.filters import by_member
from bot.inbound.update_context import UpdateContext
from bot.keyboards.agent_lists import PAGE_SIZE, Mine, Queue, pages_keyboard
from bot.telegram.written_command import Command
from bot.views.agent_lists import rows
from core.person import Agent
from core.threads import ThreadReads


def register(router: Router) -> None:
    router.message.register(show_queue, F.text, Command("queue"))
    router.message.register(show_mine, F.text, Command("mine"))
    router.callback_query.register(turn_queue, Queue.filter(), by_member)
    router.callback_query.register(turn_mine, Mine.filter(), by_member)


async def show_queue(message: Message, context: UpdateContext, store: ThreadReads) -> None:
    await _queue(message, 0, context, store)


async def turn_queue(callback: CallbackQuery, callback_data: Queue, context: UpdateContext, store: ThreadReads) -> None:
    await _queue(callback, callback_data.page, context, store)


async def _queue(event: Event, page: int, context: UpdateContext, store: ThreadReads) -> None:
    group, speech = context.screen.chat_id, context.screen.speech
    total = await store.count_queue(group)
    found = await store.queue(group, PAGE_SIZE, page * PAGE_SIZE)
    text = speech.t("queue-title", count=total)
    if found:
        text += "\n\n" + rows(speech, found, context.now)
    if snoozed := await store.count_snoozed(group):
        text += "\n\n" + speech.t("queue-snoozed", count=snoozed)
    _show(context, event, text, pages_keyboard(speech, total, page, Queue))


async def show_mine(message: Message, agent: Agent, context: UpdateContext, store: ThreadReads) -> None:
    await _mine(message, 0, agent, context, store)


async def turn_mine(
    callback: CallbackQuery, callback_data: Mine, agent: Agent, context: UpdateContext, store: ThreadReads
) -> None:
    """Whoever presses sees their own."""
    await _mine(callback, callback_data.page, agent, context, store)


async def _mine(event: Event, page: int, agent: Agent, context: UpdateContext, store: ThreadReads) -> None:
    speech = context.screen.speech
    total = await store.count_assigned_to(agent.id)
    found = await store.assigned_to(agent.id, PAGE_SIZE, page * PAGE_SIZE)
    text = speech.t("queue-mine", count=total, name=agent.name)
    if found:
        text += "\n\n" + rows(speech, found, context.now, whose=False)
    _show(context, event, text, pages_keyboard(speech, total, page, Mine))


def _show(context: UpdateContext, event: Event, text: str, keyboard: object) -> None:
    if isinstance(event, Message):
        context.screen.send(text, keyboard, reply_to=event.message_id)
    else:
        context.screen.edit(text, keyboard)
