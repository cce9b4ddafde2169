"""Two processes, then three, on PostgreSQL behind a webhook: killed, frozen, cut off, restarted in turn."""

import asyncio
from collections.abc import Awaitable, Callable

from tests.torture.faults import lock
from tests.torture.plan import Plan
from tests.torture.replicas import Replica, Replicas, replicas
from tests.torture.report import Report
from tests.torture.shop import ALL_SORTS, OTHER_TOPIC
from tests.torture.trial import trial

LEASE = 9.0  # seconds in which who is cut off may do what it can't keep
FROZEN, FROZEN_FOR_LONG = 15.0, 90.0
CUT = 20.0
LEFT_ALONE = 12.0  # what a dead process had in hand is taken up then
BETWEEN = 3.0
SLOWLY = 2.0  # so that the webhook's one line of a group is not full all the time
Deed = Callable[[Replicas], Awaitable[None]]


async def replicas_fail(plan: Plan) -> Report:
    async with trial(plan, "postgresql") as desk, replicas(desk) as processes:
        await desk.shop.settle_in(desk.database, "other")
        await processes.add()
        await processes.add()
        desk.shop.sellers = await desk.shop.open_dialogs(plan.sellers)
        desk.shop.bystanders = await desk.shop.open_dialogs(2, OTHER_TOPIC, "other")
        async with desk.shop.working(ALL_SORTS, SLOWLY):
            await _everything(processes, plan)
            await processes.add()
            desk.happened["third process"] += 1
            await _everything(processes, plan)
        await desk.settle()
        await processes.end()
        return await desk.reckon()


async def _everything(processes: Replicas, plan: Plan) -> None:
    deeds: list[Deed] = [leader_killed, follower_killed, all_killed, leader_frozen, follower_frozen, leader_cut_off,
                         follower_cut_off, connections_ended, rolling_restart]  # fmt: skip
    if plan.long:
        deeds.append(leader_frozen_for_long)
    processes.desk.chance.shuffle(deeds)
    for deed in deeds:
        await asyncio.sleep(BETWEEN)
        processes.desk.happened[deed.__name__] += 1
        await deed(processes)
        await processes.desk.read_calls()


async def leader_killed(processes: Replicas) -> None:
    await _kill(processes, await processes.leader())


async def follower_killed(processes: Replicas) -> None:
    await _kill(processes, await processes.follower())


async def all_killed(processes: Replicas) -> None:
    """And they start together."""
    with processes.desk.everybodys_trouble(longer=LEFT_ALONE):
        await asyncio.gather(*(replica.bot.kill() for replica in processes.all))
        await asyncio.gather(*(replica.bot.start() for replica in processes.all))
        await asyncio.gather(*(replica.bot.is_ready() for replica in processes.all))


async def leader_frozen(processes: Replicas) -> None:
    await _freeze(processes, await processes.leader(), FROZEN)


async def leader_frozen_for_long(processes: Replicas) -> None:
    await _freeze(processes, await processes.leader(), FROZEN_FOR_LONG)


async def follower_frozen(processes: Replicas) -> None:
    await _freeze(processes, await processes.follower(), FROZEN)


async def leader_cut_off(processes: Replicas) -> None:
    await _cut(processes, await processes.leader())


async def follower_cut_off(processes: Replicas) -> None:
    await _cut(processes, await processes.follower())


async def connections_ended(processes: Replicas) -> None:
    await lock(processes.desk.database, 0)


async def rolling_restart(processes: Replicas) -> None:
    for replica in processes.all:
        await replica.bot.end()
        await replica.bot.start()
        await replica.bot.is_ready()


async def _kill(processes: Replicas, replica: Replica) -> None:
    async with processes.trouble_of(replica):
        await replica.bot.kill()
        await asyncio.sleep(BETWEEN)
        await replica.bot.start()
        await replica.bot.is_ready()


async def _freeze(processes: Replicas, replica: Replica, seconds: float) -> None:
    """What it had on its way is not kept before another one delivers it again."""
    async with processes.trouble_of(replica):
        with processes.desk.nothing_kept():
            replica.bot.freeze()
        await asyncio.sleep(seconds)
        replica.bot.thaw()


async def _cut(processes: Replicas, replica: Replica) -> None:
    """Until its lease is over it delivers what it can't keep."""
    async with processes.trouble_of(replica):
        with processes.desk.nothing_kept(longer=LEASE):
            replica.cable.cut()
        await asyncio.sleep(CUT)
        replica.cable.mend()
