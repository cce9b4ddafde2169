"""The agents' groups: what is written and pressed there, by their members."""

from aiogram import Router
from aiogram.types import Message

from bot.handlers.agent import (
    ask,
    assignment,
    ban,
    canned,
    card,
    channel_posts,
    edits,
    find,
    handover,
    history,
    later,
    merge,
    move,
    moved_dialogs,
    queue,
    reactions,
    recall,
    relay,
    shifts,
    similar,
    thread_state,
    unknown_threads,
    usage,
)
from bot.handlers.agent.filters import by_agent, in_agents_group, of_dialog
from bot.handlers.agent.message_meaning import read_writing
from bot.telegram.written_command import for_another_bot


def plain_answers() -> Router:
    """Asked before all others: what agents write most is for this one, and nothing of it is for them."""
    router = Router(name="plain answers")
    relay.register_plain(router)
    return router


def router() -> Router:
    router = Router(name="agent")
    for observer in (router.message, router.edited_message, router.callback_query, router.message_reaction):
        observer.filter(in_agents_group)
    router.include_routers(_for_others(), _by_agents(), _by_channels())
    return router


def _for_others() -> Router:
    """Nobody's words: they are neither carried out nor passed on, and nothing is said."""
    router = Router(name="for others")
    router.message.register(leave_alone, for_another_bot)
    router.edited_message.register(leave_alone, for_another_bot)
    return router


async def leave_alone(message: Message) -> None:
    pass


def _by_agents() -> Router:
    router = Router(name="by agents")
    router.message.filter(by_agent)
    router.edited_message.filter(by_agent)
    usage.register_anywhere(router)
    for actions in (thread_state, queue, find, shifts, edits, reactions):
        actions.register(router)
    router.include_routers(_in_a_dialog(), _elsewhere())
    return router


def _in_a_dialog() -> Router:
    router = Router(name="in a dialog")
    router.message.filter(of_dialog, read_writing)
    usage.register_in_a_dialog(router)
    for actions in (assignment, later, handover, move, merge, canned, similar, recall, history, ask, ban, card, relay):
        actions.register(router)
    return router


def _elsewhere() -> Router:
    router = Router(name="elsewhere")
    for actions in (moved_dialogs, usage, unknown_threads):
        actions.register(router)
    return router


def _by_channels() -> Router:
    router = Router(name="by channels")
    channel_posts.register(router)
    return router
