"""Open dialogs in a group that nothing names any more, or that the bot is no member of: an admin sends them on."""

from core.audit import Audited
from core.desk.desk import Desk
from core.threads import DialogsRerouted
from core.unit_of_work import UnitOfWork


class StrandedDialogs:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def count(self, group: int) -> int:
        """Open dialogs that stand in this group, and that another one answers for."""
        return sum(count for _, _, count in await self._found(group))

    async def send_on(self, work: UnitOfWork, admin_id: int, group: int) -> int:
        """Each to the group that answers for its category; how many. Done twice it finds nothing left."""
        found = await self._found(group)
        if not found:
            return 0
        total = sum(count for _, _, count in found)
        work.add(*(DialogsRerouted(group, category, to, work.now) for category, to, _ in found))
        work.add(
            Audited(by=admin_id, action="rerouted", at=work.now, values={"group": str(group), "count": total}),
        )
        return total

    async def _found(self, group: int) -> list[tuple[str, int, int]]:
        """Category, the group that answers for it, and how many dialogs of it stand here."""
        open_here = await self._desk.store.open_by_category(group)
        targets = {category: self._group_of(category) for category in open_here}
        return [(category, targets[category], count) for category, count in open_here.items()
                if targets[category] != group]  # fmt: skip

    def _group_of(self, category: str) -> int:
        found = self._desk.catalogue.category(category)
        return self._desk.group_of(found) if found else self._desk.current_id(self._desk.rules.home_group)
