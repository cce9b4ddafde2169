"""The version of what every process holds in memory."""

from storage.reads.base import Reads


class ConfigReads(Reads):
    async def config_version(self) -> int:
        row = await self.database.fetch_one("config_version")
        return int(row["last"]) if row else 0
