"""Words and files that came before their topic: they wait, while topics that fit the words are offered."""

from collections.abc import Callable

from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardMarkup, Message

from bot.handlers.seller.draft_card import add_part
from bot.handlers.seller.states import At, draft_of, enter, keep, recall
from bot.inbound.update_context import UpdateContext
from bot.keyboards.new_dialog import categories_keyboard, found_keyboard
from core.desk import Desk
from core.draft import Draft
from core.message import IncomingMessage
from core.search import Found, telling_words
from core.search_figures import SearchCounted, SearchEvent, WordMissed, chosen_at

MOST_FOUND = 8
MOST_WORDS = 12  # of one question
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
    show(speech.t("new-file-kept"), categories_keyboard(speech, desk.catalogue, 0))


async def show_found(context: UpdateContext, desk: Desk, state: FSMContext, words: str, show: Show) -> None:
    await enter(state, At.choosing, context.now)
    draft = await draft_of(state)
    kept = "-kept" if draft and not draft.is_empty else ""
    speech = context.screen.speech
    found = desk.search.look_up(words, speech.locale, MOST_FOUND, desk.learned)
    await _count(context, state, words, found)
    waits = await desk.waits(context.person.id, context.now)
    rest = "yes" if desk.catalogue.rest else "no"
    text = speech.t(f"new-found{kept}") if found.topics else speech.t(f"new-nothing{kept}", rest=rest)
    show(text, found_keyboard(speech, desk.catalogue, found, waits))


async def _count(context: UpdateContext, state: FSMContext, words: str, found: Found) -> None:
    """What is chosen next tells how good the search was."""
    context.work.add(SearchCounted(SearchEvent.ASKED, context.now))
    telling = telling_words(words)[:MOST_WORDS]
    await keep(state, found={"topics": [topic.key for topic in found.topics], "words": telling})
    if not found.topics:
        context.work.add(SearchCounted(SearchEvent.NOTHING, context.now))
        context.work.add(*(WordMissed(word, "", context.now) for word in telling))


async def count_choice(context: UpdateContext, state: FSMContext, topic: str) -> None:
    """Once for each search."""
    found = await recall(state, "found")
    if found is None:
        return
    await keep(state, found=None)
    if topic in found["topics"]:
        context.work.add(SearchCounted(chosen_at(found["topics"].index(topic)), context.now))
        return
    context.work.add(SearchCounted(SearchEvent.ELSEWHERE, context.now))
    context.work.add(*(WordMissed(word, topic, context.now) for word in found["words"]))
