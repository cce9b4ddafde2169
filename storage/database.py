"""One database, two makes: named queries in, rows out, groups of statements kept at once or not at all."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from storage.statements import Statement

if TYPE_CHECKING:
    from storage.pace import Pace

Row = Mapping[str, Any]


class InUse(Exception):
    """Another process has the same SQLite file open to serve a bot."""


class Unfit(Exception):
    """The database can't serve this program; the sentence says why, and what to do."""


class Database(Protocol):
    dialect: str
    pace: "Pace | None"  # of all processes; None where there can be only one

    async def fetch(self, name: str, **values: Any) -> Sequence[Row]:
        """Rows of a named query."""

    async def fetch_one(self, name: str, **values: Any) -> Row | None: ...

    async def next_number(self) -> int: ...

    async def commit(self, statements: Sequence[Statement]) -> int:
        """All or nothing, durable when it returns the count of rows it changed.

        A statement's guard is raised where it changes no row.
        """

    async def leads(self) -> int:
        """0 where another of the processes that serve the database leads; else which term of this one it is."""

    def when_called(self, called: Callable[[], None]) -> None:
        """`called` while this process leads and another one has something to deliver."""

    async def call_leader(self) -> None:
        """There is something to deliver."""

    async def purge(self) -> None:
        """Takes what was deleted out of the hidden places where a database still keeps it."""

    async def look_at_tables(self) -> None:
        """Statistics by which the database chooses among its indexes; soon done, however large the tables are."""

    def cut_off(self) -> None:
        """Whatever waits for a server that hangs ends now, with Unavailable; nothing more can be asked."""

    async def close(self) -> None: ...
