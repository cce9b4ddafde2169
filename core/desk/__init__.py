"""What people do at the desk. Each action reads what is kept, decides, and puts its records into a UnitOfWork.

A action that is not allowed raises a Refusal. Nothing here is kept until the UnitOfWork is committed.
"""

from core.desk.admin import AdminActions, must_not_be_banned
from core.desk.agent import AgentActions
from core.desk.announcements import AnnouncementActions
from core.desk.auto_close import AutoClose
from core.desk.corrections import Corrections
from core.desk.move import Moves
from core.desk.reachability import Reachability
from core.desk.recall import Recalls
from core.desk.seller import SellerActions
from core.desk.waiting_reminders import WaitingReminderActions
from core.message import IncomingMessage
from core.person import Agent
from core.rules import Rules

__all__ = ["Agent", "Desk", "IncomingMessage", "Rules", "must_not_be_banned"]


class Desk(
    SellerActions,
    AnnouncementActions,
    AgentActions,
    Reachability,
    Recalls,
    Moves,
    Corrections,
    WaitingReminderActions,
    AutoClose,
    AdminActions,
):
    """Everything that can be done, in one hand."""
