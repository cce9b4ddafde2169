"""An agent corrects a message: the seller's copy follows. What was sent can't be made unsent."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import Message

from bot.content import read
from bot.handlers.agent.saying import NOTED, say
from bot.handlers.agent.who import of_dialog
from bot.handlers.agent.writing import Meaning, read_meaning, without_mentions
from bot.turn import Turn
from core.desk import Desk
from core.dialog import Dialog
from core.draft import MessageRef
from core.errors import SentAlready
from core.message import Message as Kept
from core.message import Side
from core.ports import Store


def register(router: Router) -> None:
    router.edited_message.register(correct, known_message)
    router.edited_message.register(tell_unsent, of_dialog)


async def known_message(message: Message, store: Store) -> bool | dict[str, object]:
    known = await store.known(MessageRef(message.chat.id, message.message_id))
    return {"kept": known.message, "dialog": known.dialog} if known and known.message else False


async def correct(message: Message, kept: Kept, dialog: Dialog, turn: Turn, desk: Desk) -> None:
    content = read(message)
    if content is None:
        return
    meaning, content = read_meaning(without_mentions(content))
    if kept.side is Side.NOTE:
        if meaning is not Meaning.NOTE and content.text:
            say(turn, message, "agent-note-stays")
    elif meaning is Meaning.NOTE:  # while it waits, an answer can still become one
        await desk.take_back(turn.work, dialog, [kept])
        kept = replace(kept, side=Side.NOTE)
        turn.screen.react(message.message_id, NOTED)
    elif meaning is Meaning.COMMAND:
        raise SentAlready()
    desk.correct(turn.work, kept, content, dialog.seller_id)


async def tell_unsent(message: Message, turn: Turn) -> None:
    """Such as a command with a slip, mended: nothing of it is sent late and by surprise."""
    content = read(message)
    if content and read_meaning(content)[0] is Meaning.ANSWER:
        say(turn, message, "agent-edit-unsent")
