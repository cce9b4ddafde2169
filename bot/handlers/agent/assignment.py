"""Who has a dialog, and its end: take, release, close."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.agent.actions import Event, on_button, on_command
from bot.handlers.agent.card_menus import close_menu, open_menu
from bot.handlers.agent.filters import pressed
from bot.handlers.agent.replies import done
from bot.inbound.update_context import UpdateContext
from bot.keyboards.agent import CloseAnyway, close_keyboard
from core.desk import AgentActions
from core.dialog import Dialog, Status
from core.person import Agent
from core.threads import ThreadReads


def register(router: Router) -> None:
    for name, handler in (("take", take), ("release", release), ("close", close)):
        on_command(router, name, handler)
        on_button(router, name, handler)
    router.callback_query.register(close_anyway, CloseAnyway.filter(), pressed)


async def take(event: Event, dialog: Dialog, agent: Agent, context: UpdateContext, agent_actions: AgentActions) -> None:
    agent_actions.take(context.work, agent, dialog)
    done(context, event, "agent-taken", number=str(dialog.number))


async def release(
    event: Event, dialog: Dialog, agent: Agent, context: UpdateContext, agent_actions: AgentActions
) -> None:
    agent_actions.release(context.work, agent, dialog)
    whose = "own" if dialog.agent_id == agent.id else "none" if dialog.agent_id is None else "colleague"
    done(context, event, "agent-released", number=str(dialog.number), whose=whose, name=dialog.agent_name or "")


async def close(
    event: Event, dialog: Dialog, agent: Agent, context: UpdateContext, agent_actions: AgentActions
) -> None:
    """Asks once more where support owes an answer: there is no way back."""
    if dialog.status is Status.CREATED:
        return open_menu(context, event, "agent-close-unanswered", close_keyboard(context.screen.speech, dialog))
    agent_actions.close(context.work, agent, dialog)
    done(context, event, "agent-closed", number=str(dialog.number))


async def close_anyway(
    callback: CallbackQuery,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    agent_actions: AgentActions,
    store: ThreadReads,
) -> None:
    agent_actions.close(context.work, agent, dialog)
    await close_menu(context, dialog, store)
    done(context, callback, "agent-closed", number=str(dialog.number))
