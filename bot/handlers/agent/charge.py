"""Who has a dialog, and its end: take, release, close."""

from aiogram import Router

from bot.handlers.agent.deeds import Event, on_button, on_command
from bot.handlers.agent.saying import done
from bot.turn import Turn
from core.desk import Agent, Desk
from core.dialog import Dialog


def register(router: Router) -> None:
    for name, handler in (("take", take), ("release", release), ("close", close)):
        on_command(router, name, handler)
        on_button(router, name, handler)


async def take(event: Event, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk) -> None:
    desk.take(turn.work, agent, dialog)
    done(turn, event, "agent-taken", number=str(dialog.number))


async def release(event: Event, dialog: Dialog, turn: Turn, desk: Desk) -> None:
    desk.release(turn.work, dialog)
    done(turn, event, "agent-released", number=str(dialog.number))


async def close(event: Event, dialog: Dialog, agent: Agent, turn: Turn, desk: Desk) -> None:
    desk.close(turn.work, agent, dialog)
    done(turn, event, "agent-closed", number=str(dialog.number))
