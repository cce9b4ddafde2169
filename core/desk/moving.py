"""A dialog is moved to another category and topic, and with it perhaps to another group of agents."""

from dataclasses import replace

from core.desk.base import Agent, Base
from core.dialog import Dialog, Titles
from core.notices import Notice, NoticeKind, card, dialog_lane
from core.ports import Place
from core.work import DialogChanged, Noted, Work


class Moving(Base):
    def move(self, work: Work, agent: Agent, dialog: Dialog, topic_key: str, place: Place | None) -> Dialog:
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
            self._change_place(work, dialog, place)
        work.put(
            DialogChanged(changed),
            Noted(by=agent.id, deed="moved", at=work.now, values={"dialog": dialog.number, "topic": topic.key}),
        )
        work.tell(card(dialog.number, work.now))
        return changed

    def _change_place(self, work: Work, dialog: Dialog, place: Place | None) -> None:
        left = [place.chat_id, place.thread_id, place.card_id] if place else None
        work.tell(
            Notice(
                lane=dialog_lane(dialog.number),
                kind=NoticeKind.MOVE,
                dialog=dialog.number,
                values={"left": left},
                due_at=work.now,
            )
        )
