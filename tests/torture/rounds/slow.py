"""Every call takes a time of its own, from a twentieth of a second to half a minute."""

import asyncio

from tests.torture.plan import Plan
from tests.torture.report import Report
from tests.torture.shop import ALL_SORTS, OTHER_TOPIC
from tests.torture.spared import spared
from tests.torture.trial import trial

QUICKEST = 50  # ms
SLOWLY = 8.0  # so that a dialog's backlog stays one of minutes


async def slow(plan: Plan) -> Report:
    async with trial(plan) as desk:
        await desk.shop.settle_in(desk.database, "other")
        async with desk.running(desk.env()):
            desk.shop.sellers = await desk.shop.open_dialogs(plan.sellers)
            desk.shop.bystanders = await desk.shop.open_dialogs(1, OTHER_TOPIC, "other")
            await desk.trouble(
                *spared(desk),
                {"fault": "slow", "delay_ms": QUICKEST, "delay_up_to_ms": int(plan.slowest * 1000)},
            )
            async with desk.shop.working(ALL_SORTS, SLOWLY):
                await asyncio.sleep(plan.seconds)
            await desk.settle()
        return await desk.reckon()
