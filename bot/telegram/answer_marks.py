"""The mark on an agent's words by what is kept of them, whichever process delivered them, or heard the seller react."""

from bot.telegram.reactions import FAILED, NOTED, WAITING, shown_to_agents
from core.message import MessageReads, MessageRef


async def mark_at(store: MessageReads, ref: MessageRef) -> str | None:
    """None where no agent has written."""
    answer = await store.answer_at(ref)
    if answer is None:
        return None
    if answer.is_note:
        return NOTED
    if answer.waits:
        return WAITING
    return FAILED if answer.failed else shown_to_agents(answer.reaction)
