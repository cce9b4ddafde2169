"""A backlog in one group under Telegram's real rate limits, while somebody looks at a menu."""

import asyncio
import math
import time
from dataclasses import replace
from statistics import quantiles

from tests.torture.plan import Plan
from tests.torture.replicas import replicas
from tests.torture.report import Report
from tests.torture.telegram import Telegram
from tests.torture.trial import Trial, trial

SELLERS = 10
BACKLOG, LONG_BACKLOG = 60, 200  # messages
A_MINUTE = 20  # messages into one group
PACE = {"GROUP_PER_MINUTE": str(A_MINUTE), "CHAT_BURST": "3"}
SLOWER_BY = 1.03  # than the limits allow
MENU_SLOWER_BY = 3.0  # than when all is quiet
LOOKS = 20  # at the menu while all is quiet
LOOKED_AT_EVERY = 2.5  # seconds; a private chat has a limit, too
PATIENCE = 900.0


async def limits(plan: Plan) -> Report:
    async with trial(plan) as desk:
        before = await _open(desk)
        async with desk.running(desk.env(**PACE)):
            looks = await _drain(desk, backlog_of(plan))
        return _judged(desk, await desk.reckon(), backlog_of(plan), looks, before)


async def shared_limits(plan: Plan) -> Report:
    """Two processes behind a webhook have one budget: Telegram counts what the bot sends."""
    async with trial(plan, "postgresql") as desk, replicas(desk) as processes:
        before = await _open(desk)
        await processes.add(**PACE)
        await processes.add(**PACE)
        looks = await _drain(desk, backlog_of(plan))
        await processes.end()
        return _judged(desk, await desk.reckon(), backlog_of(plan), looks, before)


def backlog_of(plan: Plan) -> int:
    return LONG_BACKLOG if plan.long else BACKLOG


async def _open(desk: Trial) -> int:
    """From here on limits are on; how many 429s there were before."""
    await desk.shop.settle_in(desk.database)
    async with desk.running(desk.env()):
        desk.shop.sellers = await desk.shop.open_dialogs(SELLERS)
        await desk.settle()
    await desk.telegram.do("trouble", limits=True)
    return desk.calls.too_many


async def _drain(desk: Trial, backlog: int) -> tuple[list[float], list[float]]:
    """How long a menu took while all was quiet, and while the backlog left."""
    telegram = desk.telegram
    somebody = (await telegram.do("people", first_name="Зритель", language_code="ru", role="seller"))["id"]
    await _look_at_menu(telegram, somebody)
    quiet = [await _look_at_menu(telegram, somebody) for _ in range(LOOKS)]
    async with asyncio.TaskGroup() as writing:
        for seller in desk.shop.sellers:
            for _ in range(backlog // SELLERS):
                writing.create_task(seller.writes.write(seller.id))
    busy, until = [], time.monotonic() + PATIENCE
    while len(desk.calls.of) < backlog and time.monotonic() < until:
        busy.append(await _look_at_menu(telegram, somebody))
        await desk.read_calls()
    return quiet, busy


def _judged(
    desk: Trial, report: Report, backlog: int, looks: tuple[list[float], list[float]], earned_before: int
) -> Report:
    moments = sorted(posts[0].at for posts in desk.calls.of.values())
    took, allowed = moments[-1] - moments[0], 60.0 * math.ceil((backlog - A_MINUTE) / A_MINUTE)
    quiet, busy = (quantiles(times, n=20)[-1] for times in looks)
    earned = desk.calls.too_many - earned_before
    notes = (
        f"{backlog} messages drained in {took:.1f} s; the limits allow {allowed:.0f} s ({took / allowed:.3f} × of it)",
        f"429 earned by our own pace: {earned}",
        f"a menu, p95: {quiet * 1000:.0f} ms while all is quiet, {busy * 1000:.0f} ms meanwhile",
    )
    broken = [
        *(["slower than the limits allow"] if took > allowed * SLOWER_BY else []),
        *([f"{earned} × 429"] if earned else []),
        *(["the menu waited for the backlog"] if busy > quiet * MENU_SLOWER_BY else []),
    ]
    return replace(report, notes=notes, broken=[*report.broken, *broken])


async def _look_at_menu(telegram: Telegram, person_id: int) -> float:
    """Seconds until «Помощь» shows."""
    await asyncio.sleep(LOOKED_AT_EVERY)
    loop = asyncio.get_running_loop()
    began = loop.time()
    asked = (await telegram.do("send", chat_id=person_id, from_id=person_id, text="/help"))["messages"][0]
    while (await telegram.messages(person_id, 1))[-1]["message_id"] == asked["message_id"]:  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    return loop.time() - began
