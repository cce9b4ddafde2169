"""Answers that helped, found by the stems of their questions."""

from collections.abc import Collection

from core.dialog import Dialog
from core.person import Person
from core.similar import EarlierAnswer, SharedStem
from storage import rows
from storage.reads.base import Reads


class SimilarReads(Reads):
    async def answers_read_until(self) -> int:
        return await self._total("answers_read_until")

    async def helped_dialogs(self, after: int, until: int, limit: int) -> list[Dialog]:
        found = await self.database.fetch("helped_dialogs", after=after, until=until, limit=limit)
        return [rows.dialog(row) for row in found]

    async def shared_stems(self, topic: str, stems: Collection[str]) -> list[SharedStem]:
        return [
            SharedStem(row["stem"], row["dialog"], row["at"])
            for stem in stems
            for row in await self.database.fetch("shared_stems", topic=topic, stem=stem)
        ]

    async def earlier_answer(self, number: int) -> EarlierAnswer | None:
        row = await self.database.fetch_one("earlier_answer", number=number)
        if row is None:
            return None
        seller = Person(id=row["seller_id"], name=row["person_name"], username=row["username"])
        names = await self.database.fetch("names_in_dialog", number=number)
        parts = await self.database.fetch("parts_of_dialog", number=number)
        return EarlierAnswer(
            dialog=rows.dialog(row),
            seller=seller,
            message=rows.message(row, number),
            names=frozenset(each["author_name"] for each in names),
            parts=tuple(map(rows.dialog, parts)),
        )
