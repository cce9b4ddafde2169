"""Admins whom owners appointed."""

from collections.abc import Iterator

from core.admins import AdminAppointed, AdminRevoked
from storage.statements import Statement, statements


@statements.register
def _(change: AdminAppointed) -> Iterator[Statement]:
    yield Statement(
        "admin_appointed",
        {"person": change.person_id, "role": change.role, "at": change.at, "by": change.by},
    )


@statements.register
def _(change: AdminRevoked) -> Iterator[Statement]:
    yield Statement("admin_revoked", {"person": change.person_id})
