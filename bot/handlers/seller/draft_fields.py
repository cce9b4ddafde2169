"""Fields of the topic are answered one by one on the draft's card, and changed there."""

from typing import Any
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller.draft_card import open_card
from bot.handlers.seller.draft_card_position import DraftCards
from bot.handlers.seller.incoming_message import written
from bot.handlers.seller.states import At, draft_of, draft_or_gone, keep_draft, undisturbed
from bot.inbound.update_context import UpdateContext
from bot.keyboards.draft import ChangeField, SkipField
from bot.telegram.reactions import KEPT
from bot.texts import Texts
from core.catalogue import FieldKind, TopicField
from core.desk import Desk
from core.errors import FieldWrong

SENTENCE = 4  # words: who writes more tells what happened, whatever was asked
CAN_BE_MISTYPED = 2  # words: more that can't be read are no mistake, but something else


def register(router: Router) -> None:
    router.message.register(answer, At.drafting, written, F.text, undisturbed, to_a_field)
    router.callback_query.register(change, ChangeField.filter())
    router.callback_query.register(skip, SkipField.filter())


async def to_a_field(
    message: Message, context: UpdateContext, desk: Desk, texts: Texts, state: FSMContext
) -> dict[str, Any] | bool:
    """Words that can't be a try at the field that is asked are for the comment."""
    draft = await draft_of(state)
    topic = desk.catalogue.topic(draft.topic) if draft else None
    asked = draft.asks(topic.fields) if draft and topic else None
    if asked is None:
        return False
    return {"field": asked} if _tries(message.text or "", asked, context.now, texts.zone) else False


def _tries(text: str, field: TopicField, now: int, zone: ZoneInfo) -> bool:
    if field.kind is FieldKind.TEXT and not field.pattern:
        return True
    words = len(text.split())
    if words == 1:
        return True
    if words > SENTENCE or not any(character.isdigit() for character in text):
        return False
    return words <= CAN_BE_MISTYPED or _is_understood(text, field, now, zone)


def _is_understood(text: str, field: TopicField, now: int, zone: ZoneInfo) -> bool:
    """Whether it is a value, if only one that is refused, such as a day to come."""
    try:
        field.read(text, now, zone)
    except FieldWrong as refusal:
        return refusal.values["reason"] in ("future", "long")
    return True


async def answer(
    message: Message,
    field: TopicField,
    context: UpdateContext,
    draft_cards: DraftCards,
    texts: Texts,
    state: FSMContext,
) -> None:
    value = field.read(message.text or "", context.now, texts.zone)
    draft = await draft_or_gone(state)
    await keep_draft(state, draft.with_answer(field.key, value))
    context.screen.react(message.message_id, KEPT)
    draft_cards.follow(context, after=0)


async def change(
    callback: CallbackQuery, callback_data: ChangeField, context: UpdateContext, desk: Desk, state: FSMContext
) -> None:
    draft = await draft_or_gone(state)
    await open_card(context, desk, state, draft.with_changing(callback_data.key))


async def skip(
    callback: CallbackQuery, callback_data: SkipField, context: UpdateContext, desk: Desk, state: FSMContext
) -> None:
    """One that was answered keeps its answer."""
    draft = await draft_or_gone(state)
    kept = draft.answers.get(callback_data.key, "")
    await open_card(context, desk, state, draft.with_answer(callback_data.key, kept))
