"""What agents do: answer, ask, note, take, release, close."""

from dataclasses import replace

from core.content import ATTACHABLE
from core.desk.base import ALBUM_SETTLES, CARD_SETTLES, Base
from core.dialog import Dialog, DialogChanged, Event
from core.errors import TakenAlready
from core.message import IncomingMessage, Message, MessageAdded, Side, new_id
from core.outbox import card, line, tell
from core.person import Agent, WrittenTo
from core.unit_of_work import UnitOfWork


class AgentActions(Base):
    def answer(
        self, work: UnitOfWork, agent: Agent, dialog: Dialog, incoming: IncomingMessage, *, asks: bool = False
    ) -> Dialog:
        """An agent's message to the seller, as an answer or (`asks`) a request for a clarification."""
        changed = dialog.after(Event.AGENT_ASKED if asks else Event.AGENT_ANSWERED, work.now)
        if changed.agent_id is None:
            changed = replace(changed, agent_id=agent.id, agent_name=agent.name)
        if incoming.content.kind in ATTACHABLE:
            changed = replace(changed, has_files=True)
        work.add(DialogChanged(changed), WrittenTo(dialog.seller_id, dialog.number))
        due_at = work.now + max(self.rules.answer_delay, ALBUM_SETTLES if incoming.album else 0)
        self._add_message(work, dialog, Side.AGENT, agent.id, agent.name, incoming, due_at, asks=asks)
        if (changed.status, changed.agent_id) != (dialog.status, dialog.agent_id):
            work.tell(card(dialog.number, work.now + CARD_SETTLES))
        return changed

    def note(self, work: UnitOfWork, agent: Agent, dialog: Dialog, incoming: IncomingMessage) -> None:
        """An internal note: kept with the history, never told to the seller."""
        message = Message(
            id=new_id(work.now),
            dialog=dialog.number,
            side=Side.NOTE,
            author_id=agent.id,
            author_name=agent.name,
            content=incoming.content,
            created_at=work.now,
            album=incoming.album,
        )
        work.add(MessageAdded(message, incoming.ref))

    def take(self, work: UnitOfWork, agent: Agent, dialog: Dialog) -> Dialog:
        dialog.must_be_open()
        if dialog.agent_id not in (None, agent.id):
            raise TakenAlready(number=dialog.number, name=dialog.agent_name or "")
        return self._assign(work, dialog, agent)

    def release(self, work: UnitOfWork, dialog: Dialog) -> Dialog:
        """By whoever is in charge, or by a colleague: the one in charge may be away."""
        dialog.must_be_open()
        return self._assign(work, dialog, None)

    def give(self, work: UnitOfWork, dialog: Dialog, colleague: Agent) -> Dialog:
        """The colleague is told by name: they may not be looking."""
        dialog.must_be_open()
        changed = self._assign(work, dialog, colleague)
        if changed.agent_id != dialog.agent_id:
            work.tell(line(dialog.number, "given", work.now, agent_id=colleague.id, agent=colleague.name))
        return changed

    def _assign(self, work: UnitOfWork, dialog: Dialog, agent: Agent | None) -> Dialog:
        changed = replace(dialog, agent_id=agent.id if agent else None, agent_name=agent.name if agent else None)
        if changed != dialog:
            work.add(DialogChanged(changed))
            work.tell(card(dialog.number, work.now))
        return changed

    def close(self, work: UnitOfWork, agent: Agent, dialog: Dialog) -> Dialog:
        changed = dialog.after(Event.CLOSED, work.now)
        if changed.agent_id is None:
            changed = replace(changed, agent_id=agent.id, agent_name=agent.name)
        work.add(DialogChanged(changed))
        work.tell(tell(dialog.seller_id, "closed", work.now, dialog=dialog.number), card(dialog.number, work.now))
        return changed
