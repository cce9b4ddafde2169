"""What people do, by who they are. Handlers read, call one deed of the desk, and show."""

from aiogram import Router

from bot.handlers import admin, agent, refusals, seller, strangers


def routers() -> list[Router]:
    """Fresh routers, in the order in which they are asked."""
    return [refusals.router(), admin.router(), agent.router(), seller.router(), strangers.router()]
