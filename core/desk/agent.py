"""What agents do: answer, ask, note, recall, take, release, give, move, close."""

from collections.abc import Sequence
from dataclasses import replace

from core.albums import ALBUM_SETTLES
from core.audit import Audited
from core.content import ATTACHABLE
from core.desk.desk import Desk
from core.desk.due_times import promised
from core.desk.late_words import SEEN_BACK, dialog_after, without_answer
from core.desk.relay import keep_message, relay_message
from core.desk.shifts import OnShift, in_charge
from core.dialog import Dialog, DialogChanged, Event, Titles
from core.errors import SentAlready, TakenAlready
from core.merge import MergedNowhere
from core.message import IncomingMessage, Message, MessageRecalled, Side
from core.outbox import (
    CARD_SETTLES,
    Notice,
    NoticeKind,
    card_notice,
    dialog_stream,
    person_notice,
    stars_notice,
    thread_notice,
)
from core.person import Agent, WrittenTo
from core.search_figures import SearchCounted, SearchEvent
from core.shift import AgentWrote, Assignment, day_began
from core.threads import Thread
from core.unit_of_work import UnitOfWork
from core.units import SECOND

IN_GOOD_TIME = SECOND  # before it is due: what leaves just now can't be held any more


class AgentActions:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def answer(
        self, work: UnitOfWork, agent: Agent, dialog: Dialog, incoming: IncomingMessage, *, asks: bool = False
    ) -> Dialog:
        """To the seller, as an answer or (`asks`) a request for a clarification. Raises: DialogFinished."""
        message = keep_message(work, dialog, Side.AGENT, agent, incoming, asks=asks)
        self._is_there(work, agent, dialog)
        changed = _by(agent, await dialog_after(self._desk, dialog, message, incoming, work.now))
        if incoming.content.kind in ATTACHABLE:
            changed = replace(changed, has_files=True)
        work.add(DialogChanged(changed), WrittenTo(dialog.seller_id, dialog.number))
        relay_message(work, dialog, message, incoming, due_at=self._leaves_at(incoming, work.now))
        await self._take_stars_away(work, dialog)
        if not changed.looks_as(dialog):
            work.notify(card_notice(dialog.number, work.now + CARD_SETTLES))
        return changed

    def hold(self, work: UnitOfWork, agent: Agent, dialog: Dialog, incoming: IncomingMessage) -> Dialog:
        """To the seller, as a word in between: whoever waited for an answer waits on. Raises: DialogFinished."""
        dialog.must_be_open()
        message = keep_message(work, dialog, Side.AGENT, agent, incoming, holds=True)
        self._is_there(work, agent, dialog)
        has_files = dialog.has_files or incoming.content.kind in ATTACHABLE
        changed = replace(_by(agent, dialog), has_files=has_files)
        if changed == dialog:
            work.add(MergedNowhere(dialog.number))
        else:
            work.add(DialogChanged(changed))
            work.notify(card_notice(dialog.number, work.now + CARD_SETTLES))
        work.add(WrittenTo(dialog.seller_id, dialog.number))
        relay_message(work, dialog, message, incoming, due_at=self._leaves_at(incoming, work.now))
        return changed

    def _leaves_at(self, incoming: IncomingMessage, now: int) -> int:
        return now + max(self._desk.rules.answer_delay, ALBUM_SETTLES if incoming.album else 0)

    async def _take_stars_away(self, work: UnitOfWork, dialog: Dialog) -> None:
        """From the answer before: only the newest may be rated."""
        before = await self._desk.store.last_answer(dialog.number)
        if before is not None:
            work.notify(stars_notice(dialog.number, before, work.now + CARD_SETTLES))

    def note(self, work: UnitOfWork, agent: Agent, dialog: Dialog, incoming: IncomingMessage) -> None:
        """An internal note: kept with the history, never told to the seller."""
        keep_message(work, dialog, Side.NOTE, agent, incoming)
        self._is_there(work, agent, dialog)
        work.add(MergedNowhere(dialog.number))

    def _is_there(self, work: UnitOfWork, agent: Agent, dialog: Dialog) -> None:
        """Whoever writes is on shift; programs, and who acts in the group's name, never are."""
        if agent.id > 0 and self._desk.assignment_of(dialog.group_id) is not Assignment.OFF:
            today = day_began(work.now, self._desk.rules.zone)
            work.add(AgentWrote(dialog.group_id, agent, work.now, today))

    async def recall(self, work: UnitOfWork, dialog: Dialog, messages: Sequence[Message]) -> Dialog:
        """Answers that have not left yet stay as notes, and the dialog is again as it was without them.

        Raises: SentAlready, where one of them can't be held any more.
        """
        for message in messages:
            due_at = await self._desk.store.due_at(message.id)
            if due_at is None or due_at < work.now + IN_GOOD_TIME:
                raise SentAlready()
        work.add(*(MessageRecalled(message) for message in messages))
        gone = {message.id for message in messages}
        history = await self._desk.store.last_messages(dialog.number, SEEN_BACK)
        changed = without_answer(dialog, [message for message in history if message.id not in gone])
        changed = promised(self._desk, changed, dialog)
        work.add(DialogChanged(changed))
        work.notify(card_notice(dialog.number, work.now + CARD_SETTLES))
        return changed

    def take(self, work: UnitOfWork, agent: Agent, dialog: Dialog) -> Dialog:
        """Raises: DialogFinished; TakenAlready, where a colleague is in charge."""
        dialog.must_be_open()
        if dialog.agent_id not in (None, agent.id):
            raise TakenAlready(number=dialog.number, name=dialog.agent_name or "")
        return self._assign(work, dialog, agent)

    def release(self, work: UnitOfWork, agent: Agent, dialog: Dialog) -> Dialog:
        """By whoever is in charge, or by a colleague: the one in charge may be away, and is told.

        Raises: DialogFinished.
        """
        dialog.must_be_open()
        if dialog.agent_id not in (None, agent.id):
            had = {"agent_id": dialog.agent_id, "agent": dialog.agent_name or ""}
            work.notify(thread_notice(dialog.number, "released", work.now, by=agent.name, **had))
        return self._assign(work, dialog, None)

    def give(self, work: UnitOfWork, dialog: Dialog, colleague: Agent) -> Dialog:
        """The colleague is told by name: they may not be looking. Raises: DialogFinished."""
        dialog.must_be_open()
        changed = self._assign(work, dialog, colleague)
        if changed.agent_id != dialog.agent_id:
            work.notify(thread_notice(dialog.number, "given", work.now, agent_id=colleague.id, agent=colleague.name))
        return changed

    def _assign(self, work: UnitOfWork, dialog: Dialog, agent: Agent | None) -> Dialog:
        changed = in_charge(dialog, agent)
        if changed != dialog:
            work.add(DialogChanged(changed))
            work.notify(card_notice(dialog.number, work.now))
        return changed

    async def move(
        self, work: UnitOfWork, agent: Agent, dialog: Dialog, topic_key: str, thread: Thread | None
    ) -> Dialog:
        """To another topic, and with it perhaps to another group. `thread`: where the dialog stands until now.

        Raises: DialogFinished, TopicUnknown.
        """
        dialog.must_be_open()
        topic = self._desk.topic(topic_key)
        category = self._desk.category_of(topic)
        changed = replace(
            dialog,
            category=category.key,
            topic=topic.key,
            titles=Titles(category=dict(category.titles), topic=dict(topic.titles)),
            group_id=self._desk.group_of(category),
        )
        if changed == dialog:
            return dialog
        if changed.group_id != dialog.group_id:  # those there decide who takes it
            there = await OnShift.read(self._desk, changed.group_id, work.now)
            changed = there.give(work, in_charge(changed, None))
            _change_thread(work, dialog, thread)
        changed = promised(self._desk, changed, dialog)
        work.add(
            DialogChanged(changed),
            Audited(by=agent.id, action="moved", at=work.now, values={"dialog": dialog.number, "topic": topic.key}),
            SearchCounted(SearchEvent.MOVED, work.now),
        )
        work.notify(card_notice(dialog.number, work.now))
        return changed

    def close(self, work: UnitOfWork, agent: Agent, dialog: Dialog) -> Dialog:
        """Raises: DialogFinished."""
        changed = _by(agent, dialog.after(Event.CLOSED, work.now))
        work.add(DialogChanged(changed))
        work.notify(
            person_notice(dialog.seller_id, "closed", work.now, dialog=dialog.number),
            card_notice(dialog.number, work.now),
        )
        return changed


def _by(agent: Agent, dialog: Dialog) -> Dialog:
    """Whoever acts first on a dialog that nobody took is in charge of it."""
    return dialog if dialog.agent_id is not None else in_charge(dialog, agent)


def _change_thread(work: UnitOfWork, dialog: Dialog, thread: Thread | None) -> None:
    work.notify(
        Notice(
            stream=dialog_stream(dialog.number),
            kind=NoticeKind.MOVE,
            dialog=dialog.number,
            values={"left": thread.to_data() if thread else None},
            due_at=work.now,
        )
    )
