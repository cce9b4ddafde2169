"""What people do, by who they are. Handlers read, call one action of the desk, and show."""

from aiogram import Router

import bot.handlers.admin as admin
import bot.handlers.agent as agent
import bot.handlers.refusals as refusals
import bot.handlers.seller as seller
from bot.handlers import group_membership, ids, leaving_agents


def routers() -> list[Router]:
    """Fresh routers, in the order in which they are asked: few, since asking one costs more than asking a handler."""
    most = [seller.plain_words(), agent.plain_answers()]
    people = [ids.router(), admin.router(), agent.router(), seller.router()]
    return [*most, *people, group_membership.router(), leaving_agents.router(), refusals.router()]
