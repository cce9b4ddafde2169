"""A month of made-up dialogs for the demo, so that figures, queue and search have something to show.

They go through the desk's own actions, at moments that have passed; what is over is told to nobody any more. The newest
few are open, and reach the sandbox's sellers and agents as any dialog does.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, cycle, islice

from bot.texts import Speech
from core.catalogue import Topic
from core.catalogue.topic_field import FieldKind
from core.content import Content, Kind
from core.desk import AgentActions, Desk, SellerActions
from core.dialog import Dialog
from core.draft import Draft
from core.message import IncomingMessage, MessageAdded, MessageRef
from core.outbox import Delivered, NoticeQueued
from core.person import Agent, Person, PersonSeen
from core.unit_of_work import UnitOfWork
from core.units import DAY, HOUR, MINUTE

DIALOGS = 240
OVER = 30 * DAY
LEFT_OPEN = 5
FIRST_SELLER = 590_000_001  # no person of the sandbox
SHORTEST_QUESTION = 18  # characters of a keyword that reads as a question
SAMPLES = {FieldKind.NUMBER: "10203040", FieldKind.DATE: "12.11.2026", FieldKind.AMOUNT: "1250"}
STARS = (5, 5, 5, 4, 5, 4, 3, 5, 2, 1)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who writes, and who answers."""

    sellers: Sequence[Person]  # of the sandbox: they can be written to
    agents: Sequence[Agent]


class MadeUpMonth:
    def __init__(self, desk: Desk, cast: Cast, speech: Speech, now: int) -> None:
        """`desk` of its own: here nobody waits between two dialogs on a topic."""
        desk.use_rules(replace(desk.rules, cooldown=0, show_agent=False))
        self._desk = desk
        self._cast = cast
        self._speech = speech
        self._now = now
        self._chance = random.Random(1)
        self._posts = count(1)
        self._asked = [(topic, words) for topic in desk.catalogue.every_topic if (words := self._questions(topic))]
        names = speech.plain("demo-shops").split("; ")
        self._shops = [Person(FIRST_SELLER + n, name, language=speech.locale) for n, name in enumerate(names)]

    async def fill(self, dialogs: int = DIALOGS) -> int:
        """So many that are over, and some that are open; how many there are now."""
        moments = sorted(self._now - DAY - self._chance.randrange(OVER - DAY) for _ in range(dialogs))
        for at in moments:
            await self._finished(at)
        for seller in islice(cycle(self._cast.sellers), LEFT_OPEN):
            await self._asks(seller, self._now - self._chance.randrange(5 * MINUTE, 20 * HOUR), is_over=False)
        return dialogs + LEFT_OPEN

    async def _finished(self, at: int) -> None:
        seller, agent = self._chance.choice(self._shops), self._chance.choice(self._cast.agents)
        topic, dialog = await self._asks(seller, at, is_over=True)
        answered_at = at + int(self._chance.lognormvariate(3.2, 1)) * MINUTE + MINUTE
        answer = topic.hint(self._speech.locale) or self._speech.plain("demo-answer")
        dialog = await self._answers(dialog, agent, answer, answered_at)
        ended_at = min(answered_at + self._chance.randrange(MINUTE, 8 * HOUR), self._now)
        work = UnitOfWork(ended_at)
        if self._chance.random() < 0.6:
            await SellerActions(self._desk).rate(work, seller, dialog.number, self._chance.choice(STARS))
        else:
            AgentActions(self._desk).close(work, agent, dialog)
        await self._keep(work, is_over=True)

    async def _asks(self, seller: Person, at: int, *, is_over: bool) -> tuple[Topic, Dialog]:
        topic, questions = self._chance.choice(self._asked)
        words = self._chance.choice(questions)
        question = self._speech.plain("demo-question", words=f"{words[0].upper()}{words[1:]}")
        code = self._speech.plain("demo-code")
        answers = {field.key: SAMPLES.get(field.kind, code) for field in topic.fields}
        draft = Draft(topic=topic.key, parts=(self._said(seller.id, question, at),), answers=answers)
        work = UnitOfWork(at)
        work.add(PersonSeen(seller, at))
        dialog = await SellerActions(self._desk).open_dialog(work, seller, draft)
        if is_over:
            work.add(self._delivered(work, dialog.group_id, dialog.number, at))
        await self._keep(work, is_over=is_over)
        return topic, dialog

    async def _answers(self, dialog: Dialog, agent: Agent, text: str, at: int) -> Dialog:
        kept = await self._desk.store.dialog(dialog.number)
        assert kept is not None
        work = UnitOfWork(at)
        await AgentActions(self._desk).answer(work, agent, kept, self._said(agent.id, text, at))
        work.add(replace(self._delivered(work, dialog.seller_id, dialog.number, at), first_answer=True))
        await self._keep(work, is_over=True)
        changed = await self._desk.store.dialog(dialog.number)
        assert changed is not None
        return changed

    def _delivered(self, work: UnitOfWork, chat: int, number: int, at: int) -> Delivered:
        message = next(change.message for change in work.changes if isinstance(change, MessageAdded))
        return Delivered(0, at, ((MessageRef(chat, -next(self._posts)), message.id),), number)

    def _said(self, author: int, text: str, at: int) -> IncomingMessage:
        return IncomingMessage(Content(Kind.TEXT, text), MessageRef(author, -next(self._posts)), second=at)

    async def _keep(self, work: UnitOfWork, *, is_over: bool) -> None:
        """What is over is not told any more."""
        kept = [change for change in work.changes if not (is_over and isinstance(change, NoticeQueued))]
        await self._desk.store.commit(replace(work, changes=kept))

    def _questions(self, topic: Topic) -> list[str]:
        """What upset sellers write when they mean it: keywords that are whole sentences."""
        keywords = topic.keywords.get(self._speech.locale, ())
        return [words for words in keywords if len(words) >= SHORTEST_QUESTION and " " in words]
