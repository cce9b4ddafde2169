"""The catalogue."""

from core.catalogue.model import CatalogueReplaced
from storage.store import SqlStore
from tests.factories import NOW, work

ADMIN = 11


async def test_the_catalogue_is_the_one_imported_last(store: SqlStore) -> None:
    assert await store.catalogue() is None
    for words in ("категории: []", "категории: [ё]"):
        await store.commit(work(CatalogueReplaced(words, NOW, by=ADMIN)))

    assert await store.catalogue() == "категории: [ё]"
