"""Where a seller is in the conversation with the bot, and what waits there: it outlives a restart."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message

from bot.inbound.update_context import UpdateContext
from core.dialog import DialogReads
from core.draft import Draft
from core.errors import DraftGone


class At(StatesGroup):
    """No state: at home, where free text goes to a dialog."""

    choosing = State()  # a category or a topic; words are a search
    hint = State()  # what the catalogue says on a topic; words are the comment
    drafting = State()  # words and files join the draft
    listing = State()  # «Мои диалоги»; a number opens a dialog
    period = State()  # dates for the filter are to be typed
    commenting = State()  # a rating was given; words are its comment


async def recall(state: FSMContext, name: str) -> Any:
    return (await state.get_data()).get(name)


async def keep(state: FSMContext, **values: Any) -> None:
    """What is None is forgotten."""
    data = await state.get_data() | values
    await state.set_data({name: value for name, value in data.items() if value is not None})


async def enter(state: FSMContext, at: State, now: int) -> None:
    await state.set_state(at)
    await keep(state, since=now)


async def undisturbed(message: Message, context: UpdateContext, store: DialogReads, state: FSMContext) -> bool:
    """Support has not written since the seller came here: else words are rather meant for its dialog."""
    since = await recall(state, "since") or 0
    return all((dialog.support_wrote_at or 0) <= since for dialog in await store.open_dialogs(context.person.id))


async def draft_of(state: FSMContext) -> Draft | None:
    """The draft, in whatever state it was left; a topic may not be chosen yet."""
    data = await recall(state, "draft")
    return Draft.from_data(data) if data else None


async def draft_or_gone(state: FSMContext) -> Draft:
    draft = await draft_of(state)
    if draft is None:
        raise DraftGone()
    return draft


async def keep_draft(state: FSMContext, draft: Draft) -> None:
    await keep(state, draft=draft.to_data())


async def forget_draft(state: FSMContext) -> None:
    await keep(state, draft=None, card=None, reminded=None)
