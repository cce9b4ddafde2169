"""The store of core/store over either database."""

from core.unit_of_work import UnitOfWork
from storage import housekeeping
from storage.reads.administration import AdministrationReads
from storage.reads.agents import AgentReads
from storage.reads.export import ExportReads
from storage.reads.figures import FigureReads
from storage.reads.find import FindReads
from storage.reads.health import HealthReads
from storage.reads.message import MessageReads
from storage.reads.outbox import OutboxReads
from storage.reads.person import PeopleReads
from storage.writes import statements


class SqlStore(
    PeopleReads,
    FindReads,
    AgentReads,
    MessageReads,
    OutboxReads,
    AdministrationReads,
    FigureReads,
    ExportReads,
    HealthReads,
):
    async def commit(self, work: UnitOfWork) -> None:
        together = [statement for record in work.changes for statement in statements(record)]
        if together:
            await self.database.commit(together)

    async def next_number(self) -> int:
        return await self.database.next_number()

    async def leads(self) -> int:
        return await self.database.leads()

    async def sweep(self, now: int) -> None:
        await housekeeping.sweep(self.database, now)
