"""An audit that only grows."""

import pytest

from core.audit import Audited, AuditLine
from storage.store import SqlStore
from tests.factories import NOW, work
from tests.storage.tables import execute

ADMIN = 11


async def test_the_audit_is_newest_first_in_pages(store: SqlStore) -> None:
    for number in range(3):
        await store.commit(
            work(Audited(by=ADMIN, action="banned", at=NOW + number, values={"person": number, "ё": "«»"}))
        )

    lines = await store.audit(2, 0)
    assert lines[0] == AuditLine(lines[0].id, ADMIN, "banned", NOW + 2, {"person": 2, "ё": "«»"})
    assert [line.values["person"] for line in lines + await store.audit(2, 2)] == [2, 1, 0]
    assert await store.count_audit() == 3


@pytest.mark.parametrize("sql", ["UPDATE audit SET by_id = 0", "DELETE FROM audit"])
async def test_nobody_changes_the_audit(store: SqlStore, url: str, sql: str) -> None:
    await store.commit(work(Audited(by=ADMIN, action="banned", at=NOW)))

    with pytest.raises(Exception, match="only grows"):
        await execute(url, sql)

    assert [line.by for line in await store.audit(10, 0)] == [ADMIN]
