"""Words and files that came before their topic: they wait, while topics that fit the words are offered."""

from collections.abc import Callable

from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardMarkup

from bot.handlers.seller.card import add_part
from bot.handlers.seller.conversation import At, draft_of, enter
from bot.keyboards.new_dialog import categories_keyboard, found_keyboard
from bot.turn import Turn
from core.desk import Desk
from core.draft import Draft, Part

MOST_FOUND = 8
Show = Callable[[str, InlineKeyboardMarkup], None]


async def wait_for_topic(turn: Turn, desk: Desk, state: FSMContext, draft: Draft, part: Part) -> None:
    """A message that came before its topic is kept; of an album only the first is answered."""
    if await add_part(turn, desk, state, draft, part) and draft.begins(part.album):
        await show_waiting(turn, desk, state, part.content.text, turn.screen.send)


async def show_waiting(turn: Turn, desk: Desk, state: FSMContext, words: str, show: Show) -> None:
    """Topics that fit the words; without words, the categories."""
    if words:
        await show_found(turn, desk, state, words, show)
        return
    await enter(state, At.choosing, turn.now)
    speech = turn.screen.speech
    show(speech.t("new-file-kept"), categories_keyboard(speech, desk.catalogue.categories(speech.locale), 0))


async def show_found(turn: Turn, desk: Desk, state: FSMContext, words: str, show: Show) -> None:
    await enter(state, At.choosing, turn.now)
    draft = await draft_of(state)
    kept = "-kept" if draft and not draft.is_empty else ""
    speech = turn.screen.speech
    found = desk.search.find(words, speech.locale, MOST_FOUND)
    show(speech.t(f"new-found{kept}" if found else f"new-nothing{kept}"), found_keyboard(speech, desk.catalogue, found))
