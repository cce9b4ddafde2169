"""What admins change is used by every process of the desk, not only by the one that they wrote to."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.roles import Admins
from core.catalogue import parse
from core.desk import Desk
from core.store import Store

UNKNOWN = -1


@dataclass(slots=True)
class ConfigSync:
    store: Store
    desk: Desk
    admins: Admins
    catalogue: str | None = None  # the text in use; None: the one that is shipped
    version: int = UNKNOWN  # of all that is in use
    changed: Callable[[], None] = lambda: None  # somebody wants to know: the menus of commands follow

    async def sweep(self, now: int) -> None:
        await self.refresh()

    async def refresh(self) -> None:
        """Reads it anew where it was changed, here or elsewhere."""
        version = await self.store.config_version()
        if version != self.version:
            await self._read()
            self.version = version
            self.changed()

    async def sweep_groups(self, now: int) -> None:
        """Groups also come and go with the dialogs that stand there."""
        await self.desk.refresh_groups()

    def outdate(self) -> None:
        """It was changed just now."""
        self.version = UNKNOWN

    def serves(self, chat_id: int) -> bool:
        return chat_id in self.desk.groups

    async def _read(self) -> None:
        await self.desk.refresh_settings()
        self.admins.use(await self.store.admins())
        text = await self.store.catalogue()
        if text and text != self.catalogue:
            self.catalogue, catalogue = text, self.desk.parsed_catalogues.of(text)
            if catalogue is None:
                catalogue = await asyncio.to_thread(parse, text, kept=True)
            if catalogue != self.desk.catalogue:  # else it was changed here, and the search over it is built
                self.desk.use_catalogue(catalogue)
        await self.desk.refresh_groups()
