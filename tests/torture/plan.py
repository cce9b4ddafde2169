"""How hard, how long, on what."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Plan:
    folder: Path
    seed: int = 1
    sellers: int = 20
    kills: int = 12
    seconds: float = 60.0  # of load; a round of kills may end sooner
    database: str = "sqlite"  # where a round does not need one or the other
    long: bool = False  # also what takes minutes
    backlog: int = 50_000  # rows that wait for a dead group
    slowest: float = 30.0  # seconds that a call may take
    patience: float = 5.0  # seconds that a bystander may wait; more where the machine has other things to do
