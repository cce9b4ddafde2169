"""A canned answer is sent, and with it what it does: all of that, or nothing."""

from dataclasses import replace

from core.canned import Macro
from core.desk.agent import AgentActions
from core.desk.later import LaterActions
from core.dialog import Dialog
from core.message import IncomingMessage
from core.person import Agent
from core.threads import Thread
from core.unit_of_work import UnitOfWork


class MacroActions:
    def __init__(self, agent_actions: AgentActions, later_actions: LaterActions) -> None:
        self._agent_actions = agent_actions
        self._later_actions = later_actions

    async def send(
        self,
        work: UnitOfWork,
        agent: Agent,
        dialog: Dialog,
        incoming: IncomingMessage,
        macro: Macro,
        thread: Thread | None,
    ) -> Dialog:
        """`thread`: where the dialog stands. Raises: DialogFinished, TopicUnknown, MomentWrong."""
        changed = await self._agent_actions.answer(work, agent, dialog, incoming, asks=macro.asks)
        if macro.topic and macro.topic != changed.topic:
            changed = await self._agent_actions.move(work, agent, _as_kept(changed), macro.topic, thread)
        if macro.later:
            changed = self._later_actions.put_off(work, _as_kept(changed), macro.later)
        if macro.closes:
            changed = self._agent_actions.close(work, agent, _as_kept(changed))
        return changed


def _as_kept(dialog: Dialog) -> Dialog:
    """Each change of a dialog is one version."""
    return replace(dialog, version=dialog.version + 1)
