"""What each message needs to know: single rows by their keys, read on the loop's own thread.

The way to another thread and back takes several times as long as such a read. Where the disk makes one wait, the
readers have them for a while, so that waiting for it is never more than a small part of the loop's time.
"""

import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from storage.database import Row
from storage.sqlite_writer import connect

LOOKUPS = frozenset(
    {
        "delivery_context",
        "dialog",
        "dialog_at",
        "due_at",
        "first_waiting",
        "fsm_state",
        "last_answer",
        "message",
        "message_at",
        "message_refs",
        "person",
        "person_and_fsm_state",
        "thread",
        "topic_taken",
    }
)
FOR_LOOKUPS = ("cache_size=-2000", "query_only=ON", "busy_timeout=0")
SLOW = 0.01  # seconds
RESTS = 20  # times as long as what was slow


class Lookups:
    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rests_until = 0.0
        self._connection = connect(path, *FOR_LOOKUPS)
        self._connection.row_factory = _row_of

    def fetch(self, sql: str, values: Sequence[Any]) -> list[Row] | None:
        """None where a reader is to be asked."""
        began = self._clock()
        if began < self._rests_until:
            return None
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError:  # somebody is at the file, or it is damaged: a reader waits for them, or says so
            return None
        finally:
            if (took := self._clock() - began) > SLOW:
                self._rests_until = began + took * (1 + RESTS)

    def close(self) -> None:
        self._connection.close()


def _row_of(cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> Row:
    """A dict: sqlite3.Row looks through all names for each value that is taken out of it."""
    return {column[0]: value for column, value in zip(cursor.description, values, strict=True)}
