"""When an update that failed is tried again: a pure decision."""

from enum import Enum, auto

from core.backoff import pause
from core.units import SECOND

MOST_FAILURES = 3
MOST_WAITS = 8  # about a minute and a half
TAP_WAITS = 4 * SECOND  # whoever pressed has looked elsewhere by then
TAP_LASTS = 15 * SECOND


class Obstacle(Enum):
    """What stood in the way of an update."""

    STORE = auto()  # the database is down: nothing else could be kept either
    TELEGRAM = auto()  # an answer that the handler needs did not come
    BUG = auto()


def again_in(obstacle: Obstacle, failures: int, retry_after: int = 0) -> int | None:
    """Milliseconds until the next try of a message; None: it is set aside."""
    if obstacle is Obstacle.STORE:
        return pause(failures)
    most = MOST_WAITS if obstacle is Obstacle.TELEGRAM else MOST_FAILURES
    return None if failures >= most else max(pause(failures), retry_after)


def tap_again_in(obstacle: Obstacle, failures: int, age: int) -> int | None:
    """The same for a tap, so many ms after it came; None: it is answered, and dropped or set aside."""
    if obstacle is Obstacle.TELEGRAM and age > TAP_WAITS:
        return None
    return again_in(obstacle, failures)
