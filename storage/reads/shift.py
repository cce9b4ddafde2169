"""Who is on shift in the agents' groups."""

from core.person import Agent
from core.shift import Shift
from storage.reads.base import Reads


class ShiftReads(Reads):
    async def shifts(self, group: int) -> list[Shift]:
        return [
            Shift(
                group=group,
                agent=Agent(row["agent_id"], row["name"]),
                is_on=bool(row["is_on"]),
                seen_at=row["seen_at"],
                given_at=row["given_at"],
                open=row["open"],
                version=row["version"],
            )
            for row in await self.database.fetch("shifts", group_id=group)
        ]
