"""What a program may do: what a colleague does, by the same rules, and the agents see it in the dialog's thread."""

from http import HTTPStatus

from bot.api.operation import Write
from bot.api.problems import Refused, WrongField
from bot.api.request_models import LONGEST_TEXT, Assignment, Move, Nothing, Text
from bot.telegram.content_conversion import utf16_length
from bot.telegram.membership import Members
from bot.telegram.names import agent_called
from core.content import Content, Kind, must_be_kept
from core.desk import AgentActions
from core.dialog import Dialog
from core.errors import NoSuchColleague
from core.message import ELSEWHERE, IncomingMessage
from core.outbox import thread_notice
from core.person import Agent
from core.store import Store
from core.unit_of_work import UnitOfWork


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
        if dialog.merged_into is not None:
            dialog.must_be_open()
        self._actions.note(work, colleague, dialog, _written(body))

    async def assign(self, work: UnitOfWork, colleague: Agent, dialog: Dialog, body: Assignment) -> None:
        """Takes the dialog, releases it, or hands it over to a member of its group."""
        if body.to == "me":
            changed, act = self._actions.take(work, colleague, dialog), "took"
        elif body.to == "nobody":
            changed, act = self._actions.release(work, colleague, dialog), "released"
        else:
            changed, act = self._actions.give(work, dialog, await self._member(dialog, body.to, work.now)), "gave"
        if changed != dialog:
            _tell(work, colleague, dialog, act)

    async def move(self, work: UnitOfWork, colleague: Agent, dialog: Dialog, body: Move) -> None:
        """Moves the dialog to another topic, and with it perhaps to another group."""
        if body.topic != dialog.topic:
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
        return agent_called(membership.name, person_id)


def _written(body: Text) -> IncomingMessage:
    content = Content(Kind.TEXT, body.text)
    must_be_kept(content)
    units = utf16_length(body.text)
    if units > LONGEST_TEXT:
        wrong = WrongField(field="text", reason=f"{units} UTF-16 units; at most {LONGEST_TEXT}")
        raise Refused("text-too-long", HTTPStatus.UNPROCESSABLE_ENTITY, [wrong])
    return IncomingMessage(content, ELSEWHERE)


def _tell(work: UnitOfWork, colleague: Agent, dialog: Dialog, act: str) -> None:
    work.notify(thread_notice(dialog.number, "done-elsewhere", work.now, name=colleague.name, act=act))
