"""What the bot asked, and how it was answered."""

from collections import deque
from collections.abc import Callable
from itertools import islice

from aiogram.types import BufferedInputFile

from sandbox.refusals import Json

KEPT = 20_000


class Log:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._entries: deque[Json] = deque(maxlen=KEPT)
        self._count = 0

    def add(self, method: str, params: Json, code: int = 0, description: str = "", *, done: bool = False) -> None:
        """`code` and `description`: of a refusal; `done`: it was, and only its answer did not arrive."""
        entry: Json = {"n": self._count, "at": self._clock(), "method": method, "params": plain(params)}
        entry["ok"] = not description
        if description:
            entry |= {"error_code": code, "description": description}
        if done:
            entry["done"] = True
        self._entries.append(entry)
        self._count += 1

    def since(self, n: int) -> Json:
        first = self._count - len(self._entries)
        return {"calls": [*islice(self._entries, max(0, n - first), None)], "next": self._count}


def plain(params: Json) -> Json:
    """Files by their names."""
    if not any(isinstance(value, BufferedInputFile) for value in params.values()):
        return params
    return {
        name: f"<{value.filename}, {len(value.data)} bytes>" if isinstance(value, BufferedInputFile) else value
        for name, value in params.items()
    }
