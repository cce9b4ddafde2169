"""Dialogs by what an agent remembers of them."""

from collections.abc import AsyncIterator

from core.finding import Found
from core.ports import DialogFilter
from storage import rows, words
from storage.reads.dialogs import DialogReads

MOST_FOUND = 300
MOST_PEOPLE = 20  # of one name
MOST_ROUNDS = 10  # where many of the messages stand in few dialogs
LONGEST_QUESTION = 300
LONGEST_NUMBER = 15  # digits: ids of the messenger have no more
FAR_FUTURE = (1 << 63) - 1


class FindReads(DialogReads):
    async def find(self, question: str, limit: int, offset: int) -> list[Found]:
        wanted = min(offset + limit, MOST_FOUND)
        found: dict[int, Found] = {}
        async for each in self._found(question[:LONGEST_QUESTION].strip(), wanted):
            found.setdefault(each.dialog.number, each)
            if len(found) >= wanted:
                break
        return list(found.values())[offset:wanted]

    async def _found(self, question: str, wanted: int) -> AsyncIterator[Found]:
        digits = question.lstrip("№#").strip()
        if digits.isdecimal() and len(digits) <= LONGEST_NUMBER:
            for each in await self._by_number(int(digits), wanted):
                yield each
        if named := words.names(question):
            asked = words.query(named, self.database.dialect)
            people = await self.database.fetch("dialogs_of_people", question=asked, people=MOST_PEOPLE, limit=wanted)
            for row in people:
                yield Found(rows.dialog(row))
        if stems := words.stems(question):
            async for each in self._by_words(words.query(stems, self.database.dialect), 3 * wanted):
                yield each

    async def _by_number(self, number: int, wanted: int) -> list[Found]:
        dialog = await self.dialog(number)
        of_seller = await self.dialogs(number, DialogFilter(), wanted, 0)
        return [Found(each) for each in [dialog, *of_seller] if each]

    async def _by_words(self, asked: str, at_once: int) -> AsyncIterator[Found]:
        before = FAR_FUTURE
        for _ in range(MOST_ROUNDS):
            hits = await self.database.fetch("messages_with", question=asked, before=before, limit=at_once)
            for row in hits:
                before = row["message_id"]
                yield Found(rows.dialog(row), rows.message(row, row["number"]))
            if len(hits) < at_once:
                return
