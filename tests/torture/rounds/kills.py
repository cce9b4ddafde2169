"""Kills at any moment and right after bursts, while Telegram, the group, sellers and the database fail at random."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable

from tests.torture.faults import Faults
from tests.torture.people import Seller
from tests.torture.plan import Plan
from tests.torture.report import Report
from tests.torture.shop import ALL_SORTS, EDITS_AND_ALBUMS, OTHER_TOPIC, Sorts, going_on
from tests.torture.telegram import Refused
from tests.torture.trial import Trial, trial

MODES = ("polling", "webhook", "polling", "webhook")
IN_A_BURST = 10  # messages of each of
BURSTING = 30  # sellers
KILLED_WHILE_STARTING = 0.2  # share
Burst = Callable[[Trial, Seller], Awaitable[None]]


async def kills(plan: Plan) -> Report:
    """All sorts of messages and faults."""
    return await _kill_in_all_modes(plan, ALL_SORTS, _texts, faults=True)


async def albums(plan: Plan) -> Report:
    """Edits and albums above all, and nothing but kills: what was half taken in, or half done, is made whole."""
    return await _kill_in_all_modes(plan, EDITS_AND_ALBUMS, _album_and_edits, faults=False)


async def _kill_in_all_modes(plan: Plan, sorts: Sorts, burst: Burst, *, faults: bool) -> Report:
    async with trial(plan) as desk:
        await desk.shop.settle_in(desk.database, "other")
        async with desk.running(desk.env()):
            desk.shop.sellers = await desk.shop.open_dialogs(plan.sellers)
            desk.shop.bystanders = await desk.shop.open_dialogs(1, OTHER_TOPIC, "other")
        until = time.monotonic() + plan.seconds
        troubles = Faults(desk)
        for place, mode in enumerate(MODES):
            load = [troubles.run()] if faults else []
            async with desk.running(desk.env(mode)), desk.shop.working(sorts), going_on(*load):
                for turn in range(plan.kills // len(MODES) + (place < plan.kills % len(MODES))):
                    if time.monotonic() < until:
                        await _kill(desk, burst if turn % 2 else None)
        async with desk.running(desk.env()):
            await desk.settle()
        return await desk.reckon()


async def _kill(desk: Trial, burst: Burst | None) -> None:
    """Some time after the start, or 30 to 300 ms after many messages at once."""
    chance = desk.chance
    if burst:
        await desk.bot.is_ready()
        await asyncio.sleep(chance.uniform(0.2, 2.0))
        chosen = chance.sample(desk.shop.sellers, min(BURSTING, len(desk.shop.sellers)))
        await asyncio.gather(*(burst(desk, seller) for seller in chosen))
        await asyncio.sleep(chance.uniform(0.03, 0.3))
    elif chance.random() < KILLED_WHILE_STARTING:
        await asyncio.sleep(chance.uniform(0.0, 0.5))
    else:
        await desk.bot.is_ready()
        await asyncio.sleep(chance.uniform(0.2, 4.0))
    await desk.bot.kill()
    desk.happened["killed right after a burst" if burst else "killed"] += 1
    await desk.bot.start()
    await desk.read_calls()


async def _texts(desk: Trial, seller: Seller) -> None:
    for _ in range(IN_A_BURST):
        if not seller.is_away:
            with contextlib.suppress(Refused):
                await seller.writes.write(seller.id)


async def _album_and_edits(desk: Trial, seller: Seller) -> None:
    await seller.writes.write(seller.id, count=desk.chance.randint(2, 10), kind="photo")
    for _ in range(3):
        await seller.writes.edit(seller.id, desk.chance)
