"""The store of core/store over either database."""

from collections.abc import Callable, Sequence

from core.config_version import CONFIG_CHANGES
from core.events import EventRules
from core.unit_of_work import UnitOfWork
from storage import paced_deletion, retention
from storage.database import Database
from storage.reads.admins import AdminReads
from storage.reads.announcement import AnnouncementReads
from storage.reads.api_tokens import ApiTokenReads
from storage.reads.audit import AuditReads
from storage.reads.canned import CannedReads
from storage.reads.catalogue import CatalogueReads
from storage.reads.config_version import ConfigReads
from storage.reads.export import ExportReads
from storage.reads.figures import FigureReads
from storage.reads.find import FindReads
from storage.reads.fsm import FsmReads
from storage.reads.health import HealthReads
from storage.reads.idempotency import IdempotencyReads
from storage.reads.inbox import InboxReads
from storage.reads.live_settings import SettingReads
from storage.reads.merge import MergeReads
from storage.reads.message import MessageReads
from storage.reads.outbox import OutboxReads
from storage.reads.person import PersonReads
from storage.reads.reaction import ReactionReads
from storage.reads.search import SearchReads
from storage.reads.shift import ShiftReads
from storage.reads.similar import SimilarReads
from storage.reads.threads import ThreadReads
from storage.statements import Statement
from storage.writes import statements


class SqlStore(
    PersonReads,
    FsmReads,
    FindReads,
    SearchReads,
    SimilarReads,
    ThreadReads,
    ShiftReads,
    MessageReads,
    ReactionReads,
    MergeReads,
    OutboxReads,
    InboxReads,
    HealthReads,
    ConfigReads,
    CatalogueReads,
    SettingReads,
    AdminReads,
    CannedReads,
    AnnouncementReads,
    AuditReads,
    FigureReads,
    ExportReads,
    ApiTokenReads,
    IdempotencyReads,
):
    def __init__(self, database: Database, events: EventRules | None = None) -> None:
        """`events`: what other systems are told of; None: nothing."""
        super().__init__(database)
        self._events = events

    async def commit(self, work: UnitOfWork) -> None:
        told = self._events.told(work.changes, work.now) if self._events else ()
        together = [statement for change in (*work.changes, *told) for statement in statements(change)]
        if any(isinstance(change, CONFIG_CHANGES) for change in work.changes):
            together.append(Statement("config_changed", {}))
        if together:
            await self.database.commit(together)

    async def next_number(self) -> int:
        return await self.database.next_number()

    async def leads(self) -> int:
        return await self.database.leads()

    def when_called(self, called: Callable[[], None]) -> None:
        self.database.when_called(called)

    async def call_leader(self) -> None:
        await self.database.call_leader()

    async def sweep(self, now: int, cooldown: int) -> None:
        await retention.sweep(self.database, now, cooldown)

    async def erase_dialogs(self, numbers: Sequence[int]) -> None:
        await paced_deletion.erase_dialogs(self.database, numbers)
