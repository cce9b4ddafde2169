"""What owners changed while the desk ran."""

import json
from typing import Any

from storage.reads.base import Reads


class SettingReads(Reads):
    async def settings(self) -> dict[str, Any]:
        return {row["name"]: json.loads(row["value"]) for row in await self.database.fetch("settings")}
