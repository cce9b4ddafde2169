"""A seller reacts to an answer: the agent sees it on their own message, in place of the mark of delivery."""

from aiogram import Router
from aiogram.types import MessageReactionUpdated

from bot.inbound.update_context import UpdateContext
from bot.telegram.reactions import emoji_of, shown_to_agents
from core.desk import react_to_answer
from core.message import MessageRef, Side
from core.store import Store


def register(router: Router) -> None:
    router.message_reaction.register(carry_over)


async def carry_over(event: MessageReactionUpdated, context: UpdateContext, store: Store) -> None:
    known = await store.message_at(MessageRef(event.chat.id, event.message_id))
    if known is None or known.message is None or known.message.side is not Side.AGENT:
        return
    if known.dialog.seller_id != context.person.id or context.person.banned_at is not None:
        return
    emoji = emoji_of(event.new_reaction)
    await react_to_answer(context.work, store, known.dialog, known.message, emoji)
    for ref, written_there in await store.message_refs(known.message.id):
        if written_there:
            context.screen.react_at(ref, shown_to_agents(emoji))
