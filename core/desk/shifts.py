"""Dialogs that find their agents by themselves: whoever is on shift gets them, whoever goes hands them on."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

from core.desk.desk import Desk
from core.dialog import Dialog, DialogChanged
from core.outbox import card_notice, thread_notice
from core.person import Agent
from core.shift import Assignment, DialogGiven, Shift, ShiftBegan, ShiftEnded, next_of
from core.threads import DialogInThread
from core.unit_of_work import UnitOfWork

READ_TOGETHER = 200  # dialogs


@dataclass(slots=True)
class OnShift:
    """Those who are there, as one dialog after the other is given to them."""

    how: Assignment
    shifts: list[Shift]

    @classmethod
    async def read(cls, desk: Desk, group: int, now: int, without: int | None = None) -> "OnShift":
        how = desk.assignment_of(group)
        if how is Assignment.OFF:
            return cls(how, [])
        known = await desk.store.shifts(group)
        return cls(how, [one for one in known if one.agent.id != without and one.lasts(now, desk.rules.zone)])

    def give(self, work: UnitOfWork, dialog: Dialog) -> Dialog:
        """The dialog in the charge of whose turn it is; as it was, where nobody is there."""
        shift = next_of(self.shifts, self.how)
        if shift is None:
            return dialog
        at = max(work.now, 1 + max(one.given_at for one in self.shifts))  # of two in one millisecond one is later
        work.add(DialogGiven(shift, at))
        self.shifts.remove(shift)
        self.shifts.append(replace(shift, given_at=at, open=shift.open + 1, version=shift.version + 1))
        return in_charge(dialog, shift.agent)


@dataclass(frozen=True, slots=True)
class HandedOn:
    given: int = 0  # to colleagues
    freed: int = 0


class ShiftActions:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def begin(self, work: UnitOfWork, group: int, agent: Agent) -> int:
        """What waits and is nobody's is divided among those who are there; how many of it."""
        work.add(ShiftBegan(group, agent, work.now))
        on_shift = await OnShift.read(self._desk, group, work.now, without=agent.id)
        known = await self._known(group, agent)
        on_shift.shifts.append(replace(known, agent=agent, is_on=True, seen_at=work.now))
        waiting = await _every(partial(self._desk.store.queue, group))
        nobodys = [dialog for dialog in waiting if dialog.agent_id is None]
        for dialog in nobodys:
            _keep(work, dialog, on_shift.give(work, dialog))
        return len(nobodys)

    async def end(self, work: UnitOfWork, group: int, agent: Agent) -> HandedOn:
        """Their open dialogs go to colleagues who are there, or back to where whoever comes first takes them."""
        work.add(ShiftEnded(await self._known(group, agent), work.now))
        others = await OnShift.read(self._desk, group, work.now, without=agent.id)
        had = await _every(partial(self._desk.store.assigned_to, agent.id))
        left = [dialog for dialog in had if dialog.group_id == group]
        for dialog in left:
            _keep(work, dialog, others.give(work, in_charge(dialog, None)))
        return HandedOn(len(left), 0) if others.shifts else HandedOn(0, len(left))

    async def _known(self, group: int, agent: Agent) -> Shift:
        shifts = await self._desk.store.shifts(group)
        return next((one for one in shifts if one.agent.id == agent.id), Shift(group=group, agent=agent))


async def _every(page: Callable[[int, int], Awaitable[list[DialogInThread]]]) -> list[Dialog]:
    """`page`: at most how many, after how many -> dialogs."""
    found: list[Dialog] = []
    while True:
        more = await page(READ_TOGETHER, len(found))
        found += [each.dialog for each in more]
        if len(more) < READ_TOGETHER:
            return found


def in_charge(dialog: Dialog, agent: Agent | None) -> Dialog:
    return replace(dialog, agent_id=agent.id if agent else None, agent_name=agent.name if agent else None)


def _keep(work: UnitOfWork, before: Dialog, after: Dialog) -> None:
    work.add(DialogChanged(after))
    work.notify(card_notice(after.number, work.now))
    call_agent(work, before, after)


def call_agent(work: UnitOfWork, before: Dialog, after: Dialog) -> None:
    """A new one is called by name: they may not be looking."""
    if after.agent_id is not None and after.agent_id != before.agent_id:
        work.notify(
            thread_notice(after.number, "given", work.now, agent_id=after.agent_id, agent=after.agent_name or "")
        )
