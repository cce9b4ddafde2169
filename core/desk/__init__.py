"""What people do at the desk. Each action reads what is kept, decides, and puts its changes into a UnitOfWork.

An action that is not allowed raises a Refusal. Nothing here is kept until the UnitOfWork is committed.
"""

from core.desk.admin import REASON_LIMIT, AdminActions, must_be_bannable
from core.desk.agent import AgentActions
from core.desk.announcements import AnnouncementActions
from core.desk.auto_close import AutoClose
from core.desk.catalogue import replace_catalogue
from core.desk.desk import Desk
from core.desk.due_times import DueTimeActions
from core.desk.first_steps import FirstStep, steps_left
from core.desk.later import LaterActions
from core.desk.macros import MacroActions
from core.desk.merge import MergeActions
from core.desk.reachability import mark_reachable, mark_unreachable
from core.desk.reactions import react_to_answer, react_to_question
from core.desk.refused_answer import without_answers
from core.desk.relay import relay_correction
from core.desk.seller import SellerActions
from core.desk.shifts import ShiftActions
from core.desk.similar import Similar, SimilarAnswers, Suggestion
from core.desk.stranded_dialogs import StrandedDialogs
from core.desk.unanswered_reminders import UnansweredReminderActions
from core.desk.withdrawal import WithdrawalActions

__all__ = [
    "REASON_LIMIT",
    "AdminActions",
    "AgentActions",
    "AnnouncementActions",
    "AutoClose",
    "Desk",
    "DueTimeActions",
    "FirstStep",
    "LaterActions",
    "MacroActions",
    "MergeActions",
    "SellerActions",
    "ShiftActions",
    "Similar",
    "SimilarAnswers",
    "StrandedDialogs",
    "Suggestion",
    "UnansweredReminderActions",
    "WithdrawalActions",
    "mark_reachable",
    "mark_unreachable",
    "must_be_bannable",
    "react_to_answer",
    "react_to_question",
    "relay_correction",
    "replace_catalogue",
    "steps_left",
    "without_answers",
]
