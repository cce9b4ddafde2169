"""What agents write in a dialog goes to the seller, except commands and internal notes."""

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.handlers.agent.asking import Asking, take_asked_for
from bot.handlers.agent.saying import NOTED, first_time, say, show_usage
from bot.handlers.agent.writing import Meaning, Writing
from bot.turn import Turn
from core.desk import Agent, Desk
from core.dialog import Dialog

UNSENDABLE = {
    ContentType.POLL,
    ContentType.DICE,
    ContentType.GAME,
    ContentType.STORY,
    ContentType.PAID_MEDIA,
    ContentType.LIVE_PHOTO,
    ContentType.CHECKLIST,
    ContentType.INVOICE,
    ContentType.GIVEAWAY,
    ContentType.RICH_MESSAGE,
    ContentType.UNKNOWN,
}


def router() -> Router:
    router = Router(name="relay")
    router.message.register(refuse_kind, F.content_type.in_(UNSENDABLE))
    router.message.register(write, has_writing)
    return router


def has_writing(message: Message, writing: Writing | None) -> bool:
    """Service messages carry none."""
    return writing is not None


async def refuse_kind(message: Message, turn: Turn) -> None:
    say(turn, message, "agent-kind-unsendable")


async def write(
    message: Message, writing: Writing, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk, state: FSMContext
) -> None:
    match writing.meaning:
        case Meaning.COMMAND:
            say(turn, message, "agent-command-unknown")
        case Meaning.NOTE:
            await note(message, writing, dialog, agent, turn, desk)
        case _ if not dialog.is_open:
            await say_finished(message, dialog, turn, state)
        case _:
            await answer(message, writing, dialog, agent, turn, desk, state)


async def note(message: Message, writing: Writing, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk) -> None:
    if writing.is_empty:
        return show_usage(turn, message, "note")
    desk.note(turn.work, agent, dialog, writing.letter)
    turn.screen.react(message.message_id, NOTED)


async def answer(
    message: Message, writing: Writing, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk, state: FSMContext
) -> None:
    asks = writing.meaning is Meaning.QUESTION
    if asks and writing.is_empty:
        return show_usage(turn, message, "ask")
    asks = await take_asked_for(state, Asking.question, dialog) or asks
    if dialog.agent_id not in (None, agent.id) and await first_time(state, str(dialog.number), str(dialog.agent_id)):
        say(turn, message, "agent-colleague-has-it", name=dialog.agent_name or "")
    desk.answer(turn.work, agent, dialog, writing.letter, asks=asks)


async def say_finished(message: Message, dialog: Dialog, turn: Turn, state: FSMContext) -> None:
    """Once per album."""
    if message.media_group_id is None or await first_time(state, "finished", message.media_group_id):
        ending = dialog.ending.value if dialog.ending else ""
        say(turn, message, "agent-finished", number=str(dialog.number), ending=ending)
