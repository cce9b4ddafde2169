"""Admins whom owners appointed."""

from collections.abc import Iterator

from core.admins import AdminAppointed, AdminRevoked
from storage.statements import Statement, statements


@statements.register
def _(record: AdminAppointed) -> Iterator[Statement]:
    yield Statement(
        "admin_appointed",
        {"person": record.person_id, "role": record.role, "at": record.at, "by": record.by},
    )


@statements.register
def _(record: AdminRevoked) -> Iterator[Statement]:
    yield Statement("admin_revoked", {"person": record.person_id})
