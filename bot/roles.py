"""Who is an admin now: owners stand in the settings, others were appointed by them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from core.admins import AppointedAdmin


@dataclass(slots=True)
class Admins:
    owners: frozenset[int]
    appointed: dict[int, AppointedAdmin] = field(default_factory=dict)

    def __contains__(self, person_id: object) -> bool:
        return person_id in self.owners or person_id in self.appointed

    def __iter__(self) -> Iterator[int]:
        return iter(self.owners | self.appointed.keys())

    def use(self, appointed: Iterable[AppointedAdmin]) -> None:
        self.appointed = {admin.person_id: admin for admin in appointed}
