"""Words and files that came before their topic: they wait, while topics that fit the words are offered."""

from collections.abc import Callable

from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardMarkup, Message

from bot.handlers.seller.draft_card import add_part
from bot.handlers.seller.states import At, draft_of, enter, recall
from bot.inbound.update_context import UpdateContext
from bot.keyboards.new_dialog import categories_keyboard, found_keyboard
from core.desk import Desk
from core.draft import Draft
from core.message import IncomingMessage

MOST_FOUND = 8
BURST = 3_000  # ms
Show = Callable[[str, InlineKeyboardMarkup], None]


async def goes_on(message: Message, context: UpdateContext, state: FSMContext) -> bool:
    """Several messages are forwarded at once, and asked about once."""
    since = await recall(state, "since")
    return message.forward_origin is not None and since is not None and context.now - since <= BURST


async def wait_for_topic(
    context: UpdateContext, desk: Desk, state: FSMContext, draft: Draft, part: IncomingMessage
) -> None:
    """A message that came before its topic is kept; of an album only the first is answered."""
    if await add_part(context, desk, state, draft, part) and draft.is_first_of(part.album):
        await show_waiting(context, desk, state, part.content.text, context.screen.send)


async def show_waiting(context: UpdateContext, desk: Desk, state: FSMContext, words: str, show: Show) -> None:
    """Topics that fit the words; without words, the categories."""
    if words:
        await show_found(context, desk, state, words, show)
        return
    await enter(state, At.choosing, context.now)
    speech = context.screen.speech
    show(speech.t("new-file-kept"), categories_keyboard(speech, desk.catalogue.categories(speech.locale), 0))


async def show_found(context: UpdateContext, desk: Desk, state: FSMContext, words: str, show: Show) -> None:
    await enter(state, At.choosing, context.now)
    draft = await draft_of(state)
    kept = "-kept" if draft and not draft.is_empty else ""
    speech = context.screen.speech
    found = desk.search.look_up(words, speech.locale, MOST_FOUND)
    waits = await desk.waits(context.person.id, context.now)
    text = speech.t(f"new-found{kept}" if found.topics else f"new-nothing{kept}")
    show(text, found_keyboard(speech, desk.catalogue, found, waits))
