"""Erasing in small parts with pauses, so that nobody's commit waits for it, however much is erased."""

import asyncio
from collections.abc import Sequence

from core.erasure import DialogErased
from storage.database import Database
from storage.statements import Statement
from storage.writes import statements

AT_ONCE = 100  # rows in one transaction

# Of a dialog's first messages; the messages themselves last.
PARTS = (
    "erase_helpful_answer",
    "erase_some_versions",
    "erase_some_reactions",
    "erase_some_refs",
    "erase_some_notices",
    "erase_some_messages",
)
MERGED = Statement("words_merged", {})


async def erase_dialogs(database: Database, numbers: Sequence[int]) -> None:
    for number in numbers:
        values = {"number": number, "limit": AT_ONCE}
        while await _is_long(database, number):
            await commit_and_pause(database, [*(Statement(name, values) for name in PARTS), MERGED])
        await commit_and_pause(database, [*statements(DialogErased(number)), MERGED])


async def _is_long(database: Database, number: int) -> bool:
    row = await database.fetch_one("count_messages", number=number)
    return row is not None and row["total"] > AT_ONCE


async def commit_and_pause(database: Database, group: Sequence[Statement]) -> int:
    """The count of rows that were changed. Half of the time is left to others."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    changed = await database.commit(group)
    await asyncio.sleep(loop.time() - began)
    return changed
