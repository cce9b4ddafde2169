"""Who has a dialog, and its end: take, release, close."""

from aiogram import Router

from bot.handlers.agent.actions import Event, on_button, on_command
from bot.handlers.agent.replies import done
from bot.inbound.update_context import UpdateContext
from core.desk import AgentActions
from core.dialog import Dialog
from core.person import Agent


def register(router: Router) -> None:
    for name, handler in (("take", take), ("release", release), ("close", close)):
        on_command(router, name, handler)
        on_button(router, name, handler)


async def take(event: Event, dialog: Dialog, agent: Agent, context: UpdateContext, agent_actions: AgentActions) -> None:
    agent_actions.take(context.work, agent, dialog)
    done(context, event, "agent-taken", number=str(dialog.number))


async def release(event: Event, dialog: Dialog, context: UpdateContext, agent_actions: AgentActions) -> None:
    agent_actions.release(context.work, dialog)
    done(context, event, "agent-released", number=str(dialog.number))


async def close(
    event: Event, dialog: Dialog, agent: Agent, context: UpdateContext, agent_actions: AgentActions
) -> None:
    agent_actions.close(context.work, agent, dialog)
    done(context, event, "agent-closed", number=str(dialog.number))
