"""What may be taken out of the desk: read in batches, given one by one."""

from collections.abc import AsyncIterator

import orjson

from core.dialog import Dialog
from core.export import ExportedDialog, ExportedMessage
from core.message import first_id
from storage import rows
from storage.database import Row
from storage.reads.base import Reads

AT_ONCE = 500
LONGEST_HISTORY = 100_000


class ExportReads(Reads):
    def export_dialogs(self, since: int, until: int) -> AsyncIterator[ExportedDialog]:
        return self._dialogs("export_dialogs", "created_at", since, until)

    def export_ratings(self, since: int, until: int) -> AsyncIterator[ExportedDialog]:
        return self._dialogs("export_ratings", "rated_at", since, until)

    async def _dialogs(self, name: str, order: str, since: int, until: int) -> AsyncIterator[ExportedDialog]:
        async for row in self._in_batches(name, order, since, until, AT_ONCE):
            yield ExportedDialog(
                dialog=rows.dialog(row),
                seller_name=row["seller_name"],
                username=row["username"],
                answered_by=row["first_answer_name"],
                promised_until=row["promised_until"],
                question=orjson.loads(row["question"] or "{}").get("text", ""),
                files=row["files"],
            )

    async def export_messages(self, since: int, until: int) -> AsyncIterator[ExportedMessage]:
        after = first_id(since) - 1
        while True:
            found = await self.database.fetch("export_messages", after=after, last=first_id(until), limit=AT_ONCE)
            for row in found:
                yield _message(row)
            if len(found) < AT_ONCE:
                return
            after = found[-1]["id"]

    async def seller_data(self, seller_id: int) -> AsyncIterator[tuple[Dialog, list[ExportedMessage]]]:
        for known in await self.database.fetch("dialog_numbers", seller_id=seller_id):
            number = known["number"]
            row = await self.database.fetch_one("dialog", number=number)
            history = await self.database.fetch("export_history", number=number, limit=LONGEST_HISTORY)
            if row:
                yield rows.dialog(row), [_message(each) for each in history]


def _message(row: Row) -> ExportedMessage:
    return ExportedMessage(rows.message(row), row["emoji"])
