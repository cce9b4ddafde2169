"""The agents' groups: what is written and pressed there, by their members."""

from aiogram import Router

from bot.handlers.agent import (
    ask,
    ban,
    canned,
    card,
    channels,
    charge,
    edits,
    find,
    give,
    history,
    move,
    moved,
    queue,
    relay,
    undo,
    usage,
)
from bot.handlers.agent.who import by_agent, in_agents_group, of_dialog
from bot.handlers.agent.writing import read_writing


def router() -> Router:
    router = Router(name="agent")
    for observer in (router.message, router.edited_message, router.callback_query):
        observer.filter(in_agents_group)
    router.include_routers(_by_agents(), channels.router())
    return router


def _by_agents() -> Router:
    router = Router(name="by agents")
    router.message.filter(by_agent)
    router.edited_message.filter(by_agent)
    router.include_routers(usage.anywhere(), queue.router(), find.router(), edits.router())
    router.include_router(_in_a_dialog())
    router.include_routers(moved.router(), usage.router())
    return router


def _in_a_dialog() -> Router:
    router = Router(name="in a dialog")
    router.message.filter(of_dialog, read_writing)
    deeds = (charge, give, move, canned, undo, history, ask, ban)
    router.include_routers(*(deed.router() for deed in deeds), card.router(), relay.router())
    return router
