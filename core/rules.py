"""What a shop sets: times, limits, hours."""

from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from core.content import Limits
from core.hours import ALWAYS, Hours
from core.shift import Assignment
from core.units import DAY, HOUR, MINUTE


@dataclass(slots=True)
class Rules:
    """Times are milliseconds."""

    cooldown: int = 15 * MINUTE  # until a seller may open another dialog on the same topic
    auto_close: int = 3 * DAY  # a seller who is silent for so long has no more to say
    remind_before: int = DAY  # so long before it is closed its seller is reminded; 0: never
    limits: Limits = field(default_factory=Limits)
    home_group: int = 0  # answers for the categories that have no group of their own
    answer_delay: int = 0  # an answer waits so long, and can be taken back meanwhile
    show_agent: bool = False  # sellers see the name of the agent who answers
    replies_only: bool = False  # only what replies to the seller's messages goes to the seller
    nudge_after: int = HOUR  # of working time without an answer, until agents are reminded; 0: never
    escalate_after: int = 4 * HOUR  # … until admins are told; 0: never
    digest_at: int | None = 9 * 60  # the minute of the day at which agents see what is unanswered
    hours: Hours = ALWAYS  # of every agents' group without hours of its own
    group_hours: dict[int, Hours] = field(default_factory=dict)
    assignment: dict[int, Assignment] = field(default_factory=dict)  # by group; elsewhere agents take dialogs
    zone: tzinfo = UTC
    keep_closed: int = 0  # so long after its end a dialog is kept; 0: for ever
