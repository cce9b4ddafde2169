"""What people do at the desk. Each deed reads what is kept, decides, and puts its records into a Work.

A deed that is not allowed raises a Refusal. Nothing here is kept until the Work is committed.
"""

from core.desk.admin import AdminDeeds, must_not_be_banned
from core.desk.agent import AgentDeeds
from core.desk.base import Agent, Letter, Rules
from core.desk.correction import Corrections
from core.desk.incidents import IncidentDeeds
from core.desk.moving import Moving
from core.desk.reach import Reaching
from core.desk.seller import SellerDeeds
from core.desk.silence import SilenceDeeds
from core.desk.takeback import TakingBack
from core.desk.waiting import WaitingDeeds

__all__ = ["Agent", "Desk", "Letter", "Rules", "must_not_be_banned"]


class Desk(
    SellerDeeds,
    IncidentDeeds,
    AgentDeeds,
    Reaching,
    TakingBack,
    Moving,
    Corrections,
    WaitingDeeds,
    SilenceDeeds,
    AdminDeeds,
):
    """Everything that can be done, in one hand."""
