"""Admins whom owners appointed."""

from core.admins import AppointedAdmin
from storage.reads.base import Reads


class AdminReads(Reads):
    async def admins(self) -> list[AppointedAdmin]:
        return [
            AppointedAdmin(row["person"], row["role"], row["at"], row["by_id"], row["name"])
            for row in await self.database.fetch("admins")
        ]
