"""The version of what every process holds in memory."""

from collections.abc import Iterator

from core.config_version import ConfigRead
from core.unit_of_work import Conflict
from storage.statements import Statement, statements


@statements.register
def _(change: ConfigRead) -> Iterator[Statement]:
    yield Statement("config_read", {"version": change.version}, guard=Conflict)
