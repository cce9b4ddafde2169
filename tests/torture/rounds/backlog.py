"""The bot was down for an hour in which both sides wrote; then it reads all of it, in whatever order it comes."""

from tests.torture.plan import Plan
from tests.torture.report import Report
from tests.torture.trial import Trial, trial

HOUR = 3600
BEFORE = 300  # seconds between the opening of the dialogs and the hour
WORDS = 12  # of each seller, and as many of support
BEHIND = {"TORTURE_BEHIND": str(HOUR + BEFORE)}


async def backlog(plan: Plan) -> Report:
    """Read by polling, in one order."""
    return await _an_hour(plan, "polling")


async def delivered_backlog(plan: Plan) -> Report:
    """Taken from the webhook, where each chat has an order of its own."""
    return await _an_hour(plan, "webhook")


async def _an_hour(plan: Plan, mode: str) -> Report:
    async with trial(plan) as desk:
        await desk.shop.settle_in(desk.database)
        await _it_is(desk, HOUR + BEFORE)
        async with desk.running(desk.env() | BEHIND):
            desk.shop.sellers = await desk.shop.open_dialogs(plan.sellers)
            await desk.settle()
        await _both_sides_write(desk)
        await _it_is(desk, 0)
        async with desk.running(desk.env(mode)):
            await desk.settle()
        return await desk.reckon()


async def _both_sides_write(desk: Trial) -> None:
    """Over the hour, at moments of their own."""
    sayings = [
        (desk.chance.randrange(HOUR), side, seller)
        for seller in desk.shop.sellers
        for side in ("seller", "agent")
        for _ in range(desk.chance.randint(1, WORDS))
    ]
    for moment, side, seller in sorted(sayings, key=lambda saying: saying[0]):
        await _it_is(desk, HOUR - moment)
        if side == "seller":
            await seller.writes.write(seller.id)
        else:
            await seller.is_answered.write(desk.shop.agents[0])


async def _it_is(desk: Trial, behind: int) -> None:
    """At Telegram, so many seconds ago."""
    await desk.telegram.do("clock", behind=behind)
