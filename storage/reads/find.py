"""Dialogs by what an agent remembers of them."""

from collections.abc import AsyncIterator, Callable, Iterator

from core.dialog import DialogFilter
from core.find import FoundDialog
from storage import rows
from storage import search_words as words
from storage.reads.dialog import DialogReads

MOST_FOUND = 300
MOST_PEOPLE = 20  # of one name
MOST_ROUNDS = 7  # each twice the one before, where many of the messages stand in few dialogs
MOST_PARTS = 64  # of the index that are asked together
LONGEST_QUESTION = 300
LONGEST_NUMBER = 15  # digits: ids of the messenger have no more
FAR_FUTURE = (1 << 63) - 1

Form = Callable[[list[str], str], str]  # of words, in the dialect: what the database is asked
Search = Callable[[list[str], Form, int], AsyncIterator[FoundDialog]]


class FindReads(DialogReads):
    async def find(self, question: str, limit: int, offset: int) -> list[FoundDialog]:
        wanted = min(offset + limit, MOST_FOUND)
        found: dict[int, FoundDialog] = {}
        async for each in self._found(question[:LONGEST_QUESTION].strip(), wanted):
            found.setdefault(each.dialog.number, each)
            if len(found) >= wanted:
                break
        return list(found.values())[offset:wanted]

    async def _found(self, question: str, wanted: int) -> AsyncIterator[FoundDialog]:
        digits = question.lstrip("№#").strip()
        nothing = True
        if digits.isdecimal() and len(digits) <= LONGEST_NUMBER:
            for each in await self._by_number(int(digits), wanted):
                nothing = False
                yield each
        async for each in self._either(words.names(question), self._by_people, wanted, nothing):
            yield each
        async for each in self._either(words.stems(question), self._by_words, wanted, nothing):
            yield each

    async def _either(self, asked: list[str], search: Search, wanted: int, nothing: bool) -> AsyncIterator[FoundDialog]:
        """By the words as they stand; where `nothing` is found, the last may be a beginning: that takes longer."""
        if not asked:
            return
        async for each in search(asked, words.all_of, wanted):
            nothing = False
            yield each
        if nothing and words.may_begin(asked):
            async for each in search(asked, words.beginning_with, wanted):
                yield each

    async def _by_number(self, number: int, wanted: int) -> list[FoundDialog]:
        dialog = await self.surviving_dialog(number)
        of_seller = await self.dialogs(number, DialogFilter(), wanted, 0)
        return [FoundDialog(each) for each in [dialog, *of_seller] if each]

    async def _by_people(self, asked: list[str], form: Form, wanted: int) -> AsyncIterator[FoundDialog]:
        question = form(asked, self.database.dialect)
        for row in await self.database.fetch("dialogs_of_people", question=question, people=MOST_PEOPLE, limit=wanted):
            yield FoundDialog(rows.dialog(row))

    async def _by_words(self, asked: list[str], form: Form, wanted: int) -> AsyncIterator[FoundDialog]:
        before, at_once = FAR_FUTURE, wanted + wanted // 2
        most = at_once << MOST_ROUNDS
        prefixes = [row["prefix"] for row in await self.database.fetch("prefixes_of_words")]
        for part in _ever_more(prefixes):
            questions = [form([prefix + word for word in asked], self.database.dialect) for prefix in part]
            question = words.any_of(questions, self.database.dialect)
            more = True
            while more and at_once < most:
                hits = await self.database.fetch("messages_with", question=question, before=before, limit=at_once)
                for row in hits:
                    before = row["message_id"]
                    yield FoundDialog(rows.dialog(row), rows.message(row, row["number"]))
                more = len(hits) == at_once
                at_once *= 2 if more else 1


def _ever_more(prefixes: list[str]) -> Iterator[list[str]]:
    """The newest alone, where a page is mostly filled; then so many together that years are soon asked."""
    begin, together = 0, 1
    while begin < len(prefixes):
        yield prefixes[begin : begin + together]
        begin, together = begin + together, min(2 * together, MOST_PARTS)
