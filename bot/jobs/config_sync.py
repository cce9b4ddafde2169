"""What admins change is used by every process of the desk, not only by the one that they wrote to."""

from dataclasses import dataclass

from bot.roles import Admins
from core.catalogue import parse
from core.desk import Desk
from core.store import Store


@dataclass(slots=True)
class ConfigSync:
    store: Store
    desk: Desk
    admins: Admins
    catalogue: str | None = None  # the text in use; None: the one that is shipped

    async def sweep(self, now: int) -> None:
        await self.refresh()

    async def refresh(self) -> None:
        await self.desk.refresh_settings()
        self.admins.use(await self.store.admins())
        text = await self.store.catalogue()
        if text and text != self.catalogue:
            self.catalogue, catalogue = text, parse(text)
            if catalogue != self.desk.catalogue:  # else it was changed here, and the search over it is built
                self.desk.use_catalogue(catalogue)
        await self.desk.refresh_groups()
