"""Admins whom owners appointed."""

from core.admins import AdminAppointed, AdminRevoked, AppointedAdmin
from core.person import PersonSeen
from storage.store import SqlStore
from tests.factories import NOW, SELLER, work

ADMIN = 11


async def test_admins_are_appointed_and_revoked(store: SqlStore) -> None:
    await store.commit(work(PersonSeen(SELLER, NOW), AdminAppointed(SELLER.id, "admin", ADMIN, NOW)))
    await store.commit(work(AdminAppointed(7, "admin", ADMIN, NOW + 1)))
    assert await store.admins() == [
        AppointedAdmin(SELLER.id, "admin", NOW, ADMIN, SELLER.name),
        AppointedAdmin(7, "admin", NOW + 1, ADMIN),
    ]

    await store.commit(work(AdminRevoked(SELLER.id), AdminRevoked(404)))
    assert [admin.person_id for admin in await store.admins()] == [7]
