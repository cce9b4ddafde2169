"""What the search learned, and how it does."""

import orjson

from core.content import Content
from core.search import Evidence
from core.search_figures import EndedQuestion, Missed
from core.units import DAY
from storage.reads.base import Reads


class SearchReads(Reads):
    async def evidence(self) -> list[Evidence]:
        rows = await self.database.fetch("evidence")
        return [Evidence(row["stem"], row["topic"], row["dialogs"], row["weight"], row["at"]) for row in rows]

    async def taught_until(self) -> int:
        return await self._total("taught_until")

    async def ended_questions(self, after: int, until: int, limit: int) -> list[EndedQuestion]:
        rows = await self.database.fetch("ended_questions", after=after, until=until, limit=limit)
        return [
            EndedQuestion(Content.from_data(orjson.loads(row["content"])).text, row["topic"], row["ended_at"])
            for row in rows
        ]

    async def search_figures(self, since: int, until: int) -> dict[str, int]:
        rows = await self.database.fetch("search_figures", first=since // DAY, last=(until - 1) // DAY)
        return {row["what"]: int(row["total"]) for row in rows}

    async def missed_words(self, limit: int) -> list[Missed]:
        rows = await self.database.fetch("missed_words", limit=limit)
        return [Missed(row["word"], row["topic"], row["count"]) for row in rows]
