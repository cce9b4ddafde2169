"""What owners changed while the desk ran."""

from typing import Any

import orjson

from storage.reads.base import Reads


class SettingReads(Reads):
    async def settings(self) -> dict[str, Any]:
        return {row["name"]: orjson.loads(row["value"]) for row in await self.database.fetch("settings")}
