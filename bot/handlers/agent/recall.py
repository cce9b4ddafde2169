"""`/undo` takes an answer back while it waits (where a shop lets answers wait)."""

from aiogram import Router
from aiogram.types import Message

from bot.handlers.agent.actions import on_command
from bot.handlers.agent.replies import say, show_usage
from bot.inbound.update_context import UpdateContext
from bot.telegram.reactions import NOTED
from core.desk import AgentActions
from core.dialog import Dialog
from core.message import Message as Kept
from core.message import MessageReads, Side
from core.person import Agent

SEEN_BACK = 50


def register(router: Router) -> None:
    on_command(router, "undo", undo)


async def undo(
    message: Message,
    dialog: Dialog,
    agent: Agent,
    replied: Kept | None,
    context: UpdateContext,
    agent_actions: AgentActions,
    store: MessageReads,
) -> None:
    written = await _written(dialog, agent, replied, store)
    if not written:
        return show_usage(context, message, "undo")
    await agent_actions.recall(context.work, dialog, written)
    for kept in written:
        for ref, is_source in await store.message_refs(kept.id):
            if is_source:
                context.screen.react(ref.message_id, NOTED)
    say(context, message, "agent-recalled")


async def _written(dialog: Dialog, agent: Agent, replied: Kept | None, store: MessageReads) -> list[Kept]:
    """The answer replied to, else the agent's last one; an album whole."""
    history = [kept for kept in await store.last_messages(dialog.number, SEEN_BACK) if kept.side is Side.AGENT]
    own = [kept for kept in history if kept.author_id == agent.id]
    chosen = replied or (own[-1] if own else None)
    if chosen is None or chosen.side is not Side.AGENT:
        return []
    return [kept for kept in history if chosen.album and kept.album == chosen.album] or [chosen]
