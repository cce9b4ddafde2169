"""A group that is gone, with tens of thousands of rows that wait for it, beside others who are busy."""

import asyncio

from core.outbox import thread_notice
from core.unit_of_work import UnitOfWork
from storage.connect import connect
from storage.store import SqlStore
from tests.torture.plan import Plan
from tests.torture.report import Report
from tests.torture.shop import ALL_SORTS, OTHER_TOPIC
from tests.torture.trial import Trial, trial

TOGETHER = 5_000  # rows a transaction
OF_THE_DEAD = 8  # dialogs
GONE = {"fault": "gone", "error_code": 403, "description": "Forbidden: bot was kicked from the supergroup chat"}
SILENT = {"fault": "slow", "delay_ms": 25_000}


async def dead_group(plan: Plan) -> Report:
    """The dead one is gone for half of the time, and does not answer for the other half."""
    async with trial(plan) as desk:
        await desk.shop.settle_in(desk.database, "other")
        async with desk.running(desk.env()):
            dead = await desk.shop.open_dialogs(OF_THE_DEAD)
            busy = await desk.shop.open_dialogs(plan.sellers, OTHER_TOPIC, "other")
        await _fill(desk, [seller.number for seller in dead], plan.backlog)
        desk.shop.bystanders = busy
        async with desk.running(desk.env()):
            async with desk.shop.working(ALL_SORTS):
                for rule in (GONE, SILENT):
                    await desk.trouble(rule | {"chat_id": desk.shop.groups["home"]})
                    await asyncio.sleep(plan.seconds / 2)
            await desk.read_calls()
        waits = await desk.database.waiting()
        return await desk.reckon(f"{plan.backlog} rows waited for the dead group, {waits} still do")


async def _fill(desk: Trial, numbers: list[int], rows: int) -> None:
    store = SqlStore(await connect(desk.database.url))
    for start in range(0, rows, TOGETHER):
        work = UnitOfWork(now=0)
        work.notify(
            *(thread_notice(numbers[row % len(numbers)], "cancelled", 0) for row in range(start, start + TOGETHER))
        )
        await store.commit(work)
    await store.database.close()
