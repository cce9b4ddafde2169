"""A seller corrects a message: in the draft, or in a dialog's history and at support."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.handlers.seller.draft_card import show_card
from bot.handlers.seller.incoming_message import ref_of
from bot.handlers.seller.states import At, draft_of, keep, keep_draft, recall
from bot.inbound.update_context import UpdateContext
from bot.telegram.content_conversion import read
from bot.telegram.forward_origin import with_origin
from core.content import FROM_SELLER, Content
from core.desk import Desk, relay_correction
from core.draft import Draft
from core.errors import MessageUnknown
from core.message import MessageReads, MessageRef


def register(router: Router) -> None:
    router.edited_message.register(correct)


async def correct(message: Message, context: UpdateContext, desk: Desk, store: MessageReads, state: FSMContext) -> None:
    content, ref = read(message), ref_of(message)
    if content is None or content.kind not in FROM_SELLER:
        return  # a live location that moves, a poll that was voted in: refused when it came
    content = with_origin(content, message, context.screen.speech)
    if await _in_draft(context, desk, state, ref, content) or await _in_waiting(desk, state, ref, content):
        return
    known = await store.message_at(ref)
    if known is None or known.message is None:
        raise MessageUnknown()
    desk.rules.limits.check(content, 0)
    relay_correction(context.work, known.message, content, context.person.id)


async def _in_draft(context: UpdateContext, desk: Desk, state: FSMContext, ref: MessageRef, content: Content) -> bool:
    draft = await draft_of(state)
    if draft is None or not draft.has(ref):
        return False
    await keep_draft(state, draft.edited(ref, content, desk.rules.limits))
    if await state.get_state() == At.drafting.state:
        await show_card(context, desk, state)
    return True


async def _in_waiting(desk: Desk, state: FSMContext, ref: MessageRef, content: Content) -> bool:
    """Words that wait for the seller to say where they go."""
    waiting = await recall(state, "waiting")
    incoming_messages = Draft.from_data(waiting["letters"]) if waiting else Draft()
    if not incoming_messages.has(ref):
        return False
    changed = incoming_messages.edited(ref, content, desk.rules.limits)
    await keep(state, waiting=waiting | {"letters": changed.to_data()})
    return True
