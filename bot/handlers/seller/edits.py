"""A seller corrects a message: in the draft, or in a dialog's history and at support."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.content import read
from bot.handlers.seller.card import show_card
from bot.handlers.seller.conversation import At, draft_of, keep, keep_draft, recall
from bot.handlers.seller.incoming import ref_of
from bot.turn import Turn
from core.content import FROM_SELLER, Content
from core.desk import Desk
from core.draft import Draft, MessageRef
from core.errors import MessageUnknown
from core.ports import Store


def register(router: Router) -> None:
    router.edited_message.register(correct)


async def correct(message: Message, turn: Turn, desk: Desk, store: Store, state: FSMContext) -> None:
    content, ref = read(message), ref_of(message)
    if content is None or content.kind not in FROM_SELLER:
        return  # a live location that moves, a poll that was voted in: refused when it came
    if await _in_draft(turn, desk, state, ref, content) or await _in_waiting(desk, state, ref, content):
        return
    known = await store.known(ref)
    if known is None or known.message is None:
        raise MessageUnknown()
    desk.rules.limits.check(content, 0)
    desk.correct(turn.work, known.message, content, turn.person.id)


async def _in_draft(turn: Turn, desk: Desk, state: FSMContext, ref: MessageRef, content: Content) -> bool:
    draft = await draft_of(state)
    if draft is None or not draft.has(ref):
        return False
    await keep_draft(state, draft.edited(ref, content, desk.rules.limits))
    if await state.get_state() == At.drafting.state:
        await show_card(turn, desk, state)
    return True


async def _in_waiting(desk: Desk, state: FSMContext, ref: MessageRef, content: Content) -> bool:
    """Words that wait for the seller to say where they go."""
    waiting = await recall(state, "waiting")
    letters = Draft.from_data(waiting["letters"]) if waiting else Draft()
    if not letters.has(ref):
        return False
    changed = letters.edited(ref, content, desk.rules.limits)
    await keep(state, waiting=waiting | {"letters": changed.to_data()})
    return True
