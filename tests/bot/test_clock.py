"""The system's clock may be set; ours never steps back."""

import itertools

from bot.clock import NANOSECONDS, SystemClock
from core.units import HOUR, MINUTE, SECOND

START = 1_790_000_000_000


class Machine:
    """A machine whose clock somebody sets."""

    def __init__(self) -> None:
        self.time = START
        self.uptime = 0
        self.clock = SystemClock(lambda: self.time * NANOSECONDS, lambda: self.uptime * NANOSECONDS)

    def passes(self, ms: int) -> None:
        self.time += ms
        self.uptime += ms


def test_it_goes_with_the_system() -> None:
    machine = Machine()
    machine.passes(MINUTE)
    assert machine.clock() == START + MINUTE


def test_it_follows_a_step_forward_at_once() -> None:
    machine = Machine()
    machine.time += HOUR
    assert machine.clock() == START + HOUR


def test_it_never_steps_back_and_never_stands_still() -> None:
    machine = Machine()
    machine.time -= HOUR
    seen = [machine.clock()]
    for _ in range(100):
        machine.passes(SECOND)
        seen.append(machine.clock())

    assert seen[0] == START
    assert [later - earlier for earlier, later in itertools.pairwise(seen)] == [SECOND // 2] * 100


def test_it_meets_the_system_again() -> None:
    machine = Machine()
    machine.time -= HOUR
    machine.passes(2 * HOUR)
    assert machine.clock() == machine.time
    machine.passes(SECOND)
    assert machine.clock() == machine.time
