"""What agents write in a dialog goes to the seller, except commands and internal notes."""

from collections.abc import Callable

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.handlers.agent.awaiting_question import is_awaited, take_question
from bot.handlers.agent.filters import by_agent, in_agents_group, of_dialog
from bot.handlers.agent.merged_threads import show_in_own_thread
from bot.handlers.agent.message_meaning import NOTE, Meaning, Writing, read_writing
from bot.handlers.agent.replies import first_time, say, show_usage
from bot.inbound.update_context import UpdateContext
from bot.telegram.command_registry import is_known, nearest, offered_to_agents
from bot.telegram.reactions import NOTED, WAITING
from bot.telegram.written_command import asks_nothing_of_bot, read_command
from core.desk import AgentActions, Desk
from core.dialog import Dialog
from core.errors import SentAlready
from core.message import Message as Kept
from core.message import MessageReads, Side
from core.person import Agent
from core.small_talk import is_cancel
from core.store import Store
from core.threads import ThreadReads

UNSENDABLE = {
    ContentType.POLL,
    ContentType.DICE,
    ContentType.GAME,
    ContentType.STORY,
    ContentType.PAID_MEDIA,
    ContentType.LIVE_PHOTO,
    ContentType.CHECKLIST,
    ContentType.INVOICE,
    ContentType.GIVEAWAY,
    ContentType.GIVEAWAY_WINNERS,
    ContentType.RICH_MESSAGE,
    ContentType.UNKNOWN,
}
FOR_THE_SELLER = (Meaning.ANSWER, Meaning.QUESTION, Meaning.HOLD)


def register_plain(router: Router) -> None:
    router.message.filter(are_plain, by_agent, of_dialog, read_writing)
    router.message.register(answer, is_open)


def register(router: Router) -> None:
    router.message.register(refuse_kind, F.content_type.in_(UNSENDABLE))
    router.message.register(refuse_command, means(Meaning.COMMAND))
    router.message.register(note, means(Meaning.NOTE))
    router.message.register(note, means(Meaning.ANSWER), stays_inside)
    router.message.register(say_finished, means(*FOR_THE_SELLER), is_finished)
    router.message.register(ask_no_more, F.text, F.text.func(is_cancel), means(*FOR_THE_SELLER), asks)
    router.message.register(answer, means(*FOR_THE_SELLER))


def are_plain(message: Message, desk: Desk) -> bool:
    """Words that can only be an answer: no command, no note, no «отмена»."""
    return (
        in_agents_group(message, desk)
        and not desk.rules.replies_only
        and asks_nothing_of_bot(message.text)
        and NOTE.match(message.text or "") is None
    )


def means(*meanings: Meaning) -> Callable[..., bool]:
    def meant(message: Message, writing: Writing | None) -> bool:
        return writing is not None and writing.meaning in meanings  # service messages carry no writing

    return meant


async def stays_inside(
    message: Message,
    writing: Writing,
    dialog: Dialog,
    replied: Kept | None,
    context: UpdateContext,
    desk: Desk,
    state: FSMContext,
) -> bool:
    """Where a shop relays only replies to the seller's messages, the rest is talk among agents."""
    if not desk.rules.replies_only or writing.begun or (replied and replied.side is Side.SELLER):
        return False
    return not await is_awaited(state, dialog, context.now)


def is_open(message: Message, dialog: Dialog) -> bool:
    return dialog.is_open


def is_finished(message: Message, dialog: Dialog) -> bool:
    return not dialog.is_open


async def asks(message: Message, dialog: Dialog, context: UpdateContext, state: FSMContext) -> bool:
    return await is_awaited(state, dialog, context.now)


async def refuse_kind(message: Message, context: UpdateContext) -> None:
    say(context, message, "agent-kind-unsendable")


async def refuse_command(message: Message, context: UpdateContext, desk: Desk) -> None:
    """With the one that was nearly written."""
    command = read_command(message.text or message.caption)
    written = command.spelling if command else ""
    meant = None if is_known(written) else nearest(written, offered_to_agents(desk.rules))
    say(context, message, "agent-command-unknown", meant=f"/{meant}" if meant else "none")


async def note(
    message: Message,
    writing: Writing,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    agent_actions: AgentActions,
    store: Store,
) -> None:
    if writing.is_empty:
        return show_usage(context, message, "note")
    if writing.begun and writing.begun.side is Side.AGENT:
        await hold_album(message, writing.begun.album or "", dialog, context, agent_actions, store)
    agent_actions.note(context.work, agent, dialog, writing.incoming)
    await show_in_own_thread(message, writing, dialog, agent, context, store)
    context.screen.react(message.message_id, NOTED)


async def hold_album(
    message: Message,
    album: str,
    dialog: Dialog,
    context: UpdateContext,
    agent_actions: AgentActions,
    store: MessageReads,
) -> None:
    """The mark of a note came with a later item of the album."""
    try:
        await agent_actions.recall(context.work, dialog, await store.album(album))
    except SentAlready:
        say(context, message, "refusal-sent-already")


async def ask_no_more(message: Message, dialog: Dialog, context: UpdateContext, state: FSMContext) -> None:
    """«Отмена» instead of the question is for the bot, not for the seller."""
    await take_question(state, dialog, context.now)
    say(context, message, "agent-ask-not")


async def answer(
    message: Message,
    writing: Writing,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    desk: Desk,
    agent_actions: AgentActions,
    store: ThreadReads,
    state: FSMContext,
) -> None:
    """Or a question, or a word in between."""
    if dialog.agent_id not in (None, agent.id) and await first_time(state, str(dialog.number), str(dialog.agent_id)):
        say(context, message, "agent-colleague-has-it", name=dialog.agent_name or "")
    if writing.meaning is Meaning.HOLD:
        agent_actions.hold(context.work, agent, dialog, writing.incoming)
    else:
        asks = await take_question(state, dialog, context.now) or writing.meaning is Meaning.QUESTION
        await agent_actions.answer(context.work, agent, dialog, writing.incoming, asks=asks)
    await show_in_own_thread(message, writing, dialog, agent, context, store)
    if desk.rules.answer_delay:
        context.screen.react(message.message_id, WAITING)


async def say_finished(message: Message, dialog: Dialog, context: UpdateContext, state: FSMContext) -> None:
    """Once per album."""
    if message.media_group_id is None or await first_time(state, "finished", message.media_group_id):
        ending = dialog.ending.value if dialog.ending else ""
        say(context, message, "agent-finished", number=str(dialog.number), ending=ending)
