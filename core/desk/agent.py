"""What agents do: answer, ask, note, take, release, close."""

from dataclasses import replace

from core.content import ATTACHABLE
from core.desk.base import ALBUM_SETTLES, CARD_SETTLES, Agent, Base, Letter
from core.dialog import Dialog, Event
from core.errors import TakenAlready
from core.message import Message, Side, new_id
from core.notices import card, line, tell
from core.work import DialogChanged, MessageAdded, Work, WrittenTo


class AgentDeeds(Base):
    def answer(self, work: Work, agent: Agent, dialog: Dialog, letter: Letter, *, asks: bool = False) -> Dialog:
        """An agent's message to the seller, as an answer or (`asks`) a request for a clarification."""
        changed = dialog.after(Event.AGENT_ASKED if asks else Event.AGENT_ANSWERED, work.now)
        if changed.agent_id is None:
            changed = replace(changed, agent_id=agent.id, agent_name=agent.name)
        if letter.content.kind in ATTACHABLE:
            changed = replace(changed, has_files=True)
        work.put(DialogChanged(changed), WrittenTo(dialog.seller_id, dialog.number))
        due_at = work.now + max(self.rules.answer_delay, ALBUM_SETTLES if letter.album else 0)
        self._add_message(work, dialog, Side.AGENT, agent.id, agent.name, letter, due_at, asks=asks)
        if (changed.status, changed.agent_id) != (dialog.status, dialog.agent_id):
            work.tell(card(dialog.number, work.now + CARD_SETTLES))
        return changed

    def note(self, work: Work, agent: Agent, dialog: Dialog, letter: Letter) -> None:
        """An internal note: kept with the history, never told to the seller."""
        message = Message(
            id=new_id(work.now),
            dialog=dialog.number,
            side=Side.NOTE,
            author_id=agent.id,
            author_name=agent.name,
            content=letter.content,
            created_at=work.now,
            album=letter.album,
        )
        work.put(MessageAdded(message, letter.ref))

    def take(self, work: Work, agent: Agent, dialog: Dialog) -> Dialog:
        dialog.must_be_open()
        if dialog.agent_id not in (None, agent.id):
            raise TakenAlready(number=dialog.number, name=dialog.agent_name or "")
        return self._put_in_charge(work, dialog, agent)

    def release(self, work: Work, dialog: Dialog) -> Dialog:
        """By whoever is in charge, or by a colleague: the one in charge may be away."""
        dialog.must_be_open()
        return self._put_in_charge(work, dialog, None)

    def give(self, work: Work, dialog: Dialog, colleague: Agent) -> Dialog:
        """The colleague is told by name: they may not be looking."""
        dialog.must_be_open()
        changed = self._put_in_charge(work, dialog, colleague)
        if changed.agent_id != dialog.agent_id:
            work.tell(line(dialog.number, "given", work.now, agent_id=colleague.id, agent=colleague.name))
        return changed

    def _put_in_charge(self, work: Work, dialog: Dialog, agent: Agent | None) -> Dialog:
        changed = replace(dialog, agent_id=agent.id if agent else None, agent_name=agent.name if agent else None)
        if changed != dialog:
            work.put(DialogChanged(changed))
            work.tell(card(dialog.number, work.now))
        return changed

    def close(self, work: Work, agent: Agent, dialog: Dialog) -> Dialog:
        changed = dialog.after(Event.CLOSED, work.now)
        if changed.agent_id is None:
            changed = replace(changed, agent_id=agent.id, agent_name=agent.name)
        work.put(DialogChanged(changed))
        work.tell(tell(dialog.seller_id, "closed", work.now, dialog=dialog.number), card(dialog.number, work.now))
        return changed
