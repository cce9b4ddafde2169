"""What a program may do: what a colleague does, by the same rules, and the agents see it in the dialog's thread."""

from bot.api.operation import Write
from bot.api.request_models import Assignment, Move, Nothing, Text
from bot.telegram.membership import Members
from core.content import Content, Kind, must_be_kept
from core.desk import AgentActions
from core.dialog import Dialog
from core.errors import NoSuchColleague, TextTooLong
from core.message import ELSEWHERE, IncomingMessage
from core.outbox import thread_notice
from core.person import Agent
from core.store import Store
from core.unit_of_work import UnitOfWork

LONGEST = 3_500  # UTF-16 units: what stands above the words has its room in the messenger's 4096


class WriteRoutes:
    def __init__(self, store: Store, actions: AgentActions, members: Members) -> None:
        self._store = store
        self._actions = actions
        self._members = members

    @property
    def operations(self) -> list[Write]:
        return [
            Write("answer", Text, self.answer),
            Write("ask", Text, self.ask),
            Write("note", Text, self.note),
            Write("assign", Assignment, self.assign),
            Write("move", Move, self.move),
            Write("close", Nothing, self.close),
        ]

    async def answer(self, work: UnitOfWork, colleague: Agent, dialog: Dialog, body: Text) -> None:
        """Answers the seller."""
        await self._actions.answer(work, colleague, dialog, _written(body))

    async def ask(self, work: UnitOfWork, colleague: Agent, dialog: Dialog, body: Text) -> None:
        """Asks the seller for a clarification."""
        await self._actions.answer(work, colleague, dialog, _written(body), asks=True)

    async def note(self, work: UnitOfWork, colleague: Agent, dialog: Dialog, body: Text) -> None:
        """Leaves an internal note, which the seller never sees."""
        self._actions.note(work, colleague, dialog, _written(body))

    async def assign(self, work: UnitOfWork, colleague: Agent, dialog: Dialog, body: Assignment) -> None:
        """Takes the dialog, releases it, or hands it over to a member of its group."""
        if body.to == "me":
            self._actions.take(work, colleague, dialog)
            _tell(work, colleague, dialog, "took")
        elif body.to == "nobody":
            self._actions.release(work, dialog)
            _tell(work, colleague, dialog, "released")
        else:
            self._actions.give(work, dialog, await self._member(dialog, body.to, work.now))
            _tell(work, colleague, dialog, "gave")

    async def move(self, work: UnitOfWork, colleague: Agent, dialog: Dialog, body: Move) -> None:
        """Moves the dialog to another topic, and with it perhaps to another group."""
        _tell(work, colleague, dialog, "moved")
        await self._actions.move(work, colleague, dialog, body.topic, await self._store.thread(dialog.number))

    async def close(self, work: UnitOfWork, colleague: Agent, dialog: Dialog, body: Nothing) -> None:
        """Closes the dialog."""
        self._actions.close(work, colleague, dialog)
        _tell(work, colleague, dialog, "closed")

    async def _member(self, dialog: Dialog, person_id: int, now: int) -> Agent:
        """Raises: NoSuchColleague."""
        membership = await self._members.membership(dialog.group_id, person_id, now)
        if not membership.inside:
            raise NoSuchColleague(name=membership.name or str(person_id))
        return Agent(person_id, membership.name)


def _written(body: Text) -> IncomingMessage:
    content = Content(Kind.TEXT, body.text)
    must_be_kept(content)
    if len(body.text.encode("utf-16-le")) // 2 > LONGEST:
        raise TextTooLong()
    return IncomingMessage(content, ELSEWHERE)


def _tell(work: UnitOfWork, colleague: Agent, dialog: Dialog, act: str) -> None:
    work.notify(thread_notice(dialog.number, "done-elsewhere", work.now, name=colleague.name, act=act))
