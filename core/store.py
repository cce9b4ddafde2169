"""What is kept, as the rules and the screens see it: a port a noun to read it, one `commit` to change it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from core.admins import AdminReads
from core.announcement import AnnouncementReads
from core.api_tokens import ApiTokenReads
from core.audit import AuditReads
from core.canned import CannedReads
from core.catalogue.model import CatalogueReads
from core.config_version import ConfigReads
from core.dialog import DialogReads
from core.due_dialogs import DueReads
from core.erasure import ErasureReads
from core.export import ExportReads
from core.figures import FigureReads
from core.find import FindReads
from core.fsm import FsmReads
from core.health import HealthReads
from core.idempotency import IdempotencyReads
from core.inbox import InboxReads
from core.live_settings import SettingReads
from core.merge import MergeReads
from core.message import MessageReads
from core.outbox import OutboxReads
from core.person import PersonReads
from core.reaction import ReactionReads
from core.search_figures import SearchReads
from core.shift import ShiftReads
from core.similar import SimilarReads
from core.threads import ThreadReads
from core.unit_of_work import Conflict, UnitOfWork


class Unavailable(Exception):
    """The store can't be asked or can't keep anything now: locked, read-only, full, or its server is gone."""


class Store(
    PersonReads,
    FsmReads,
    DialogReads,
    DueReads,
    ErasureReads,
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
    FindReads,
    SearchReads,
    SimilarReads,
    FigureReads,
    ExportReads,
    ApiTokenReads,
    IdempotencyReads,
    Protocol,
):
    async def commit(self, work: UnitOfWork) -> None:
        """All of `work` or nothing; Conflict or Duplicate where it can't be."""

    async def leads(self) -> int:
        """Whether this process, of all that serve the database, delivers the outbox and runs the jobs now: 0, or the
        number of its term, which is another one where another process has led since.

        Asked again and again, at no cost: the leadership of a process that sleeps or is cut off ends by itself.
        """

    def when_called(self, called: Callable[[], None]) -> None:
        """`called` while this process leads and another one has something to deliver."""

    async def call_leader(self) -> None:
        """There is something to deliver, and it is for another process to do it."""

    async def sweep(self, now: int, cooldown: int) -> None:
        """Forgets what is kept for a while only: updates seen, notices carried out, drafts that were left, topics that
        were used longer ago than the cooldown."""

    async def erase_dialogs(self, numbers: Sequence[int]) -> None:
        """For good, and in small parts with pauses, so that nobody's commit waits for it."""


async def commit_or_skip(store: Store, work: UnitOfWork) -> bool:
    """False where somebody was quicker: whoever acts by the clock looks at it again next time."""
    try:
        await store.commit(work)
    except Conflict:
        return False
    return True
