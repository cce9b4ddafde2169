"""Words that could go to several places, or whose dialog is finished: they wait until the seller says where."""

from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.handlers.refusals import show_refusal
from bot.handlers.seller.adding import add_letters
from bot.handlers.seller.card import add_part, open_card
from bot.handlers.seller.conversation import At, draft_of, keep, recall
from bot.handlers.seller.finding import show_waiting
from bot.keyboards.writing import SendNowhere, SendTo, SendToDraft, SendToNew, finished_keyboard, which_keyboard
from bot.turn import Turn
from core.desk import Desk
from core.dialog import DAY, Dialog
from core.draft import Draft, Part
from core.errors import ContentRefused
from core.ports import Store

BURST = 3_000  # ms in which several messages are asked about once
FORGOTTEN_AFTER = DAY


def register(router: Router) -> None:
    router.callback_query.register(send_to_dialog, SendTo.filter())
    router.callback_query.register(send_to_draft, SendToDraft.filter())
    router.callback_query.register(send_to_new, SendToNew.filter())
    router.callback_query.register(send_nowhere, SendNowhere.filter())


async def ask_where(
    turn: Turn, desk: Desk, store: Store, state: FSMContext, part: Part, finished: Dialog | None = None
) -> None:
    """Keeps the message and asks: of an album or a burst, once."""
    waiting = await recall(state, "waiting")
    if waiting and turn.now - waiting["asked_at"] > FORGOTTEN_AFTER:
        waiting = None
    before = Draft.from_data(waiting["letters"]) if waiting else Draft()
    try:
        letters = before.with_part(part, desk.rules.limits)
    except ContentRefused as refusal:
        show_refusal(turn.screen, refusal)
        if part.content.file and part.words:
            await ask_where(turn, desk, store, state, part.words, finished)
        return
    asked_now = waiting is not None and turn.now - waiting["asked_at"] <= BURST
    asked_at = waiting["asked_at"] if waiting and asked_now else turn.now
    await keep(state, waiting={"letters": letters.to_data(), "asked_at": asked_at})
    if not asked_now:
        await _ask(turn, store, state, letters, finished)


async def _ask(turn: Turn, store: Store, state: FSMContext, letters: Draft, finished: Dialog | None) -> None:
    speech = turn.screen.speech
    first = letters.parts[0].ref.message_id
    dialogs = await store.open_dialogs(turn.person.id)
    draft = await draft_of(state)
    has_draft = draft is not None and (not draft.is_empty or await state.get_state() == At.drafting.state)
    if finished is None or finished.ending is None:
        text = speech.t("writing-which", count=len(letters.parts))
        turn.screen.send(text, which_keyboard(speech, dialogs, has_draft, first))
        return
    text = speech.t(
        "writing-finished", number=str(finished.number), ending=speech.plain(f"ending-{finished.ending.value}")
    )
    turn.screen.send(text, finished_keyboard(speech, finished, dialogs, has_draft, first))


# ---- the answer


async def send_to_dialog(
    callback: CallbackQuery, callback_data: SendTo, turn: Turn, desk: Desk, state: FSMContext
) -> None:
    letters = await _take(turn, state, callback_data.first)
    if letters is None:
        return
    dialog = await desk.dialog_of(turn.person.id, callback_data.number)
    await add_letters(turn, desk, state, dialog, letters.parts)
    await state.set_state(None)
    topic = dialog.titles.topic_in(turn.screen.locale)
    turn.screen.edit(turn.screen.t("writing-chosen", number=str(dialog.number), topic=topic))


async def send_to_draft(
    callback: CallbackQuery, callback_data: SendToDraft, turn: Turn, desk: Desk, state: FSMContext
) -> None:
    letters = await _take(turn, state, callback_data.first)
    if letters is None:
        return
    draft = await _join_draft(turn, desk, state, letters)
    if desk.catalogue.topic(draft.topic):
        await open_card(turn, desk, state, draft)
    else:
        await show_waiting(turn, desk, state, draft.comment, turn.screen.edit)


async def send_to_new(
    callback: CallbackQuery, callback_data: SendToNew, turn: Turn, desk: Desk, state: FSMContext
) -> None:
    """A draft that was begun meanwhile is not lost: the words join it."""
    topic = None
    if callback_data.like:
        like = await desk.dialog_of(turn.person.id, callback_data.like)
        topic = await desk.choose(turn.person, like.topic, turn.now)
    letters = await _take(turn, state, callback_data.first)
    if letters is None:
        return
    draft = await _join_draft(turn, desk, state, letters)
    if topic:
        await open_card(turn, desk, state, draft.about(topic.key))
    else:
        await show_waiting(turn, desk, state, draft.comment, turn.screen.edit)


async def send_nowhere(callback: CallbackQuery, callback_data: SendNowhere, turn: Turn, state: FSMContext) -> None:
    if await _take(turn, state, callback_data.first):
        turn.screen.edit(turn.screen.t("writing-forgotten"))


async def _take(turn: Turn, state: FSMContext, first: int) -> Draft | None:
    """The words that the pressed button was asked about; they can be taken once."""
    waiting: dict[str, Any] | None = await recall(state, "waiting")
    letters = Draft.from_data(waiting["letters"]) if waiting else Draft()
    if letters.is_empty or letters.parts[0].ref.message_id != first:
        turn.screen.alert(turn.screen.plain("home-button-gone"))
        return None
    await keep(state, waiting=None)
    return letters


async def _join_draft(turn: Turn, desk: Desk, state: FSMContext, letters: Draft) -> Draft:
    draft = await draft_of(state) or Draft()
    for part in letters.parts:
        await add_part(turn, desk, state, draft, part)
        draft = await draft_of(state) or draft
    return draft
