"""The desk as the settings and the catalogue make it."""

from functools import lru_cache
from pathlib import Path

from bot.settings import Settings
from core.catalogue import CatalogueReads, parse
from core.content import Limits
from core.desk import Desk
from core.rules import Rules
from core.search import SearchIndex
from core.units import MEGABYTE
from storage.store import SqlStore

SHIPPED_CATALOGUE = Path(__file__).parents[1] / "catalogue.yaml"


async def desk_of(store: SqlStore, settings: Settings) -> Desk:
    desk = Desk(store, rules_of(settings), await search_of(store))
    await desk.refresh_groups()
    return desk


def rules_of(settings: Settings) -> Rules:
    """A shop that closes dialogs sooner than the reminder would come has none."""
    reminds = settings.remind_before < settings.auto_close_after
    return Rules(
        cooldown=settings.cooldown,
        auto_close=settings.auto_close_after,
        remind_before=settings.remind_before if reminds else 0,
        limits=Limits(max_file=settings.max_file_mb * MEGABYTE, max_total=settings.max_total_mb * MEGABYTE),
        home_group=settings.agent_group,
        zone=settings.zone,
    )


async def search_of(store: CatalogueReads) -> SearchIndex:
    """Over the catalogue that was imported last, else over the one that is shipped."""
    return _index(await store.catalogue() or SHIPPED_CATALOGUE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _index(catalogue: str) -> SearchIndex:
    """Built once, however many desks of a process use the catalogue: it takes a fraction of a second."""
    return SearchIndex(parse(catalogue, kept=True))
