"""What is written in the thread of a dialog that became part of another one is read in the other one's thread too."""

from aiogram.types import Message

from bot.handlers.agent.message_meaning import Meaning, Writing
from bot.inbound.update_context import UpdateContext
from bot.telegram.threads import thread_of
from core.dialog import Dialog
from core.outbox import thread_notice
from core.person import Agent
from core.threads import ThreadReads

KINDS = {Meaning.ANSWER: "answer", Meaning.QUESTION: "ask", Meaning.HOLD: "hold", Meaning.NOTE: "note"}


async def show_in_own_thread(
    message: Message, writing: Writing, dialog: Dialog, agent: Agent, context: UpdateContext, store: ThreadReads
) -> None:
    here, own = thread_of(message), await store.thread(dialog.number)
    if here is None or own is None or (own.chat_id, own.thread_id) == (message.chat.id, here):
        return
    content = writing.incoming.content
    text = content.text or context.screen.plain("kind", kind=content.kind.value)
    context.work.notify(
        thread_notice(
            dialog.number,
            "written-in-merged-thread",
            context.now,
            kind=KINDS[writing.meaning],
            name=agent.name,
            text=text,
        )
    )
