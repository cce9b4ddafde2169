"""What waits for an answer, and what one is in charge of."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.deeds import Event
from bot.handlers.agent.who import by_member
from bot.keyboards.lists import PAGE_SIZE, Mine, Queue, pages_keyboard
from bot.slash import Command
from bot.turn import Turn
from bot.views.standing import rows
from core.desk import Agent
from core.ports import Store


def register(router: Router) -> None:
    router.message.register(show_queue, F.text, Command("queue", ignore_case=True))
    router.message.register(show_mine, F.text, Command("mine", ignore_case=True))
    router.callback_query.register(turn_queue, Queue.filter(), by_member)
    router.callback_query.register(turn_mine, Mine.filter(), by_member)


async def show_queue(message: Message, turn: Turn, store: Store) -> None:
    await _queue(message, 0, turn, store)


async def turn_queue(callback: CallbackQuery, callback_data: Queue, turn: Turn, store: Store) -> None:
    await _queue(callback, callback_data.page, turn, store)


async def _queue(event: Event, page: int, turn: Turn, store: Store) -> None:
    group, speech = turn.screen.chat_id, turn.screen.speech
    total = await store.count_queue(group)
    found = await store.queue(group, PAGE_SIZE, page * PAGE_SIZE)
    text = speech.t("queue-title", count=total)
    if found:
        text += "\n\n" + rows(speech, found, turn.now)
    _show(turn, event, text, pages_keyboard(speech, total, page, Queue))


async def show_mine(message: Message, agent: Agent, turn: Turn, store: Store) -> None:
    await _mine(message, 0, agent, turn, store)


async def turn_mine(callback: CallbackQuery, callback_data: Mine, agent: Agent, turn: Turn, store: Store) -> None:
    """Whoever presses sees their own."""
    await _mine(callback, callback_data.page, agent, turn, store)


async def _mine(event: Event, page: int, agent: Agent, turn: Turn, store: Store) -> None:
    speech = turn.screen.speech
    total = await store.count_in_charge(agent.id)
    found = await store.in_charge(agent.id, PAGE_SIZE, page * PAGE_SIZE)
    text = speech.t("queue-mine", count=total, name=agent.name)
    if found:
        text += "\n\n" + rows(speech, found, turn.now, whose=False)
    _show(turn, event, text, pages_keyboard(speech, total, page, Mine))


def _show(turn: Turn, event: Event, text: str, keyboard: object) -> None:
    if isinstance(event, Message):
        turn.screen.send(text, keyboard, reply_to=event.message_id)
    else:
        turn.screen.edit(text, keyboard)
