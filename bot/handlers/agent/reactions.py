"""An agent reacts to a seller's message: it is remembered, and the seller sees it on their own."""

from aiogram import Router
from aiogram.types import MessageReactionUpdated

from bot.handlers.agent.filters import by_reacting_agent
from bot.inbound.update_context import UpdateContext
from bot.telegram.reactions import KEPT, emoji_of
from core.desk import react_to_question
from core.message import MessageReads, MessageRef, Side


def register(router: Router) -> None:
    router.message_reaction.register(carry_over, by_reacting_agent)


async def carry_over(event: MessageReactionUpdated, context: UpdateContext, store: MessageReads) -> None:
    """Without one, the sign that the message was taken comes back."""
    known = await store.message_at(MessageRef(event.chat.id, event.message_id))
    if known is None or known.message is None or known.message.side is not Side.SELLER:
        return
    if known.dialog.group_id != event.chat.id:
        return
    emoji = emoji_of(event.new_reaction)
    react_to_question(context.work, known.message, emoji)
    for ref, written_there in await store.message_refs(known.message.id):
        if written_there:
            context.screen.react_at(ref, emoji or KEPT)
