"""The mark on an agent's words by what is kept of them, whichever process delivered them, or heard the seller react."""

from bot.telegram.reactions import FAILED, NOTED, WAITING, shown_to_agents
from core.message import MessageReads, MessageRef, MessageState, Side


async def mark_at(store: MessageReads, ref: MessageRef) -> str | None:
    """None where no agent has written."""
    known = await store.message_at(ref)
    message = known.message if known else None
    if message is None or message.side is Side.SELLER:
        return None
    if message.side is Side.NOTE:
        return NOTED
    states = await store.message_states(message.dialog, message.id, message.id)
    state = states.get(message.id, MessageState())
    if state.failure:
        return FAILED
    if await store.due_at(message.id) is not None:
        return WAITING
    return shown_to_agents(state.reaction)
