"""The rounds of the torture by their names."""

from collections.abc import Awaitable, Callable

from tests.torture.plan import Plan
from tests.torture.report import Report
from tests.torture.rounds.backlog import backlog, delivered_backlog
from tests.torture.rounds.dead_group import dead_group
from tests.torture.rounds.kills import albums, kills
from tests.torture.rounds.limits import limits, shared_limits
from tests.torture.rounds.moves import moves
from tests.torture.rounds.pages import pages
from tests.torture.rounds.replicas import replicas_fail
from tests.torture.rounds.slow import slow

ROUNDS: dict[str, Callable[[Plan], Awaitable[Report]]] = {
    "kills": kills,
    "albums": albums,
    "slow": slow,
    "moves": moves,
    "pages": pages,
    "backlog": backlog,
    "delivered-backlog": delivered_backlog,
    "dead-group": dead_group,
    "replicas": replicas_fail,
    "limits": limits,
    "shared-limits": shared_limits,
}
