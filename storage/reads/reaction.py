"""What people put on messages."""

from core.reaction import Reaction
from storage.reads.base import Reads


class ReactionReads(Reads):
    async def reaction(self, message_id: int) -> Reaction | None:
        row = await self.database.fetch_one("reaction", message=message_id)
        return Reaction(row["message"], row["emoji"], row["asked_at"]) if row else None
