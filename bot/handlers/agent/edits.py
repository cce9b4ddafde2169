"""An agent corrects a message: the seller's copy follows. What was sent can't be made unsent."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import Message

from bot.handlers.agent.filters import of_dialog
from bot.handlers.agent.message_meaning import Meaning, read_meaning, without_mentions
from bot.handlers.agent.replies import say
from bot.inbound.update_context import UpdateContext
from bot.telegram.content_conversion import read
from bot.telegram.forward_origin import with_origin
from bot.telegram.reactions import NOTED
from core.content import Kind
from core.desk import AgentActions, relay_correction
from core.dialog import Dialog
from core.errors import SentAlready
from core.message import Message as Kept
from core.message import MessageReads, MessageRef, Side


def register(router: Router) -> None:
    router.edited_message.register(correct, known_message)
    router.edited_message.register(tell_unsent, of_dialog)


async def known_message(message: Message, store: MessageReads) -> bool | dict[str, object]:
    known = await store.message_at(MessageRef(message.chat.id, message.message_id))
    return {"kept": known.message, "dialog": known.dialog} if known and known.message else False


async def correct(
    message: Message, kept: Kept, dialog: Dialog, context: UpdateContext, agent_actions: AgentActions
) -> None:
    content = read(message)
    if content is None or content.kind is Kind.LOCATION:  # a live one moves: the seller has where it began
        return
    meaning, content = read_meaning(without_mentions(content))
    content = with_origin(content, message, context.screen.speech, people=kept.side is Side.NOTE)
    if kept.side is Side.NOTE:
        if meaning is not Meaning.NOTE and content.text:
            say(context, message, "agent-note-stays")
    elif meaning is Meaning.NOTE:  # while it waits, an answer can still become one
        await agent_actions.recall(context.work, dialog, [kept])
        kept = replace(kept, side=Side.NOTE)
        context.screen.react(message.message_id, NOTED)
    elif meaning is Meaning.COMMAND:
        raise SentAlready()
    relay_correction(context.work, kept, content, dialog.seller_id)


async def tell_unsent(message: Message, context: UpdateContext) -> None:
    """Such as a command with a slip, mended: nothing of it is sent late and by surprise."""
    content = read(message)
    if content and content.kind is not Kind.LOCATION and read_meaning(content)[0] is Meaning.ANSWER:
        say(context, message, "agent-edit-unsent")
