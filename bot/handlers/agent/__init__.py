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
    topics,
    undo,
    usage,
)
from bot.handlers.agent.who import by_agent, in_agents_group, of_dialog
from bot.handlers.agent.writing import read_writing


def router() -> Router:
    router = Router(name="agent")
    for observer in (router.message, router.edited_message, router.callback_query):
        observer.filter(in_agents_group)
    router.include_routers(_by_agents(), _by_channels())
    return router


def _by_agents() -> Router:
    router = Router(name="by agents")
    router.message.filter(by_agent)
    router.edited_message.filter(by_agent)
    usage.register_anywhere(router)
    for deeds in (topics, queue, find, edits):
        deeds.register(router)
    router.include_routers(_in_a_dialog(), _elsewhere())
    return router


def _in_a_dialog() -> Router:
    router = Router(name="in a dialog")
    router.message.filter(of_dialog, read_writing)
    for deeds in (charge, give, move, canned, undo, history, ask, ban, card, relay):
        deeds.register(router)
    return router


def _elsewhere() -> Router:
    router = Router(name="elsewhere")
    for deeds in (moved, usage):
        deeds.register(router)
    return router


def _by_channels() -> Router:
    router = Router(name="by channels")
    channels.register(router)
    return router
