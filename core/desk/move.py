"""A dialog is moved to another category and topic, and with it perhaps to another group of agents."""

from dataclasses import replace

from core.audit import Audited
from core.desk.base import Base
from core.dialog import Dialog, DialogChanged, Titles
from core.outbox import Notice, NoticeKind, card, dialog_stream
from core.person import Agent
from core.threads import Thread
from core.unit_of_work import UnitOfWork


class Moves(Base):
    def move(self, work: UnitOfWork, agent: Agent, dialog: Dialog, topic_key: str, thread: Thread | None) -> Dialog:
        """`place`: where the dialog stands until now."""
        dialog.must_be_open()
        topic = self.topic(topic_key)
        category = self.catalogue.category(topic.category)
        assert category is not None, "a topic stands in a category"
        changed = replace(
            dialog,
            category=category.key,
            topic=topic.key,
            titles=Titles(category=dict(category.titles), topic=dict(topic.titles)),
            group_id=self.group_of(category.key),
        )
        if changed == dialog:
            return dialog
        if changed.group_id != dialog.group_id:  # those there decide who takes it
            changed = replace(changed, agent_id=None, agent_name=None)
            self._change_thread(work, dialog, thread)
        work.add(
            DialogChanged(changed),
            Audited(by=agent.id, action="moved", at=work.now, values={"dialog": dialog.number, "topic": topic.key}),
        )
        work.tell(card(dialog.number, work.now))
        return changed

    def _change_thread(self, work: UnitOfWork, dialog: Dialog, thread: Thread | None) -> None:
        left = [thread.chat_id, thread.thread_id, thread.card_id] if thread else None
        work.tell(
            Notice(
                stream=dialog_stream(dialog.number),
                kind=NoticeKind.MOVE,
                dialog=dialog.number,
                values={"left": left},
                due_at=work.now,
            )
        )
