"""A canned answer is sent, and with it what it does: all of that, or nothing."""

from dataclasses import replace

from core.canned import Macro
from core.desk.agent import AgentActions
from core.dialog import Dialog
from core.message import IncomingMessage
from core.person import Agent
from core.threads import Thread
from core.unit_of_work import UnitOfWork


async def send_macro(
    work: UnitOfWork,
    agent_actions: AgentActions,
    agent: Agent,
    dialog: Dialog,
    incoming: IncomingMessage,
    macro: Macro,
    thread: Thread | None,
) -> Dialog:
    """`thread`: where the dialog stands. Raises: DialogFinished, TopicUnknown."""
    changed = await agent_actions.answer(work, agent, dialog, incoming, asks=macro.asks)
    if macro.topic and macro.topic != changed.topic:
        changed = await agent_actions.move(work, agent, _as_kept(changed), macro.topic, thread)
    if macro.closes:
        changed = agent_actions.close(work, agent, _as_kept(changed))
    return changed


def _as_kept(dialog: Dialog) -> Dialog:
    """Each change of a dialog is one version."""
    return replace(dialog, version=dialog.version + 1)
