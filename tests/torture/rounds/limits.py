"""`--limits`: a backlog in one group under Telegram's real rate limits, while another seller looks at a menu."""

import asyncio
import math
import random
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from tests.torture.processes import Bots, sandbox
from tests.torture.reckoning import Calls, count
from tests.torture.rounds import GROUP, Plan, Torture
from tests.torture.shop import Telegram

SELLERS = 10
BACKLOG = 200  # messages
A_MINUTE = 20  # messages into one group
SLOWER_BY = 1.03  # than the limits allow
MENU_SLOWER_BY = 3.0  # than when all is quiet
LOOKS = 20  # at the menu while all is quiet
LOOKED_AT_EVERY = 2.5  # seconds; a private chat has a limit, too
PATIENCE = 900.0


@dataclass(slots=True)
class Drained:
    took: float
    lost: int
    doubled: int
    out_of_order: int
    too_many: int  # 429s
    quiet: list[float]
    busy: list[float]

    @property
    def allowed(self) -> float:
        return 60.0 * math.ceil((BACKLOG - A_MINUTE) / A_MINUTE)

    @property
    def is_kept(self) -> bool:
        counted = not (self.lost or self.doubled or self.out_of_order or self.too_many)
        in_time = self.took <= self.allowed * SLOWER_BY
        return counted and in_time and p95(self.busy) <= MENU_SLOWER_BY * p95(self.quiet)

    def table(self) -> str:
        rows = (
            ("messages waiting for one group", f"{BACKLOG}"),
            ("lost, doubled, out of order", f"{self.lost}, {self.doubled}, {self.out_of_order}"),
            ("429 earned by our own pace", f"{self.too_many}"),
            ("drained in", f"{self.took:.1f} s"),
            ("the limits allow", f"{self.allowed:.0f} s ({self.took / self.allowed:.3f} × of it)"),
            ("a menu while all is quiet, p95", f"{p95(self.quiet) * 1000:.0f} ms"),
            ("a menu meanwhile, p95", f"{p95(self.busy) * 1000:.0f} ms ({p95(self.busy) / p95(self.quiet):.1f} ×)"),
        )
        lines = [f"{name:36}{value}" for name, value in rows]
        return "\n".join([*lines, "", "all promises are kept" if self.is_kept else "PROMISES ARE BROKEN"])


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


async def drain_a_backlog(folder: Path) -> bool:
    plan = Plan(kills=0, seconds=PATIENCE, seed=1, sellers=SELLERS, modes=(), database="sqlite", folder=folder)
    async with (
        sandbox(folder) as url,
        Bots.ready(folder) as bots,
        aiohttp.ClientSession() as http,
    ):
        shop = Torture(plan, Telegram(url, http), bots, f"sqlite:///{folder / 'desk.db'}", random.Random(1))
        await shop.open_shop()
        drained = await _drain(shop)
    print(drained.table())
    return drained.is_kept


async def _drain(shop: Torture) -> Drained:
    telegram, calls = shop.telegram, Calls()
    calls.read(await telegram.look("calls", since=0))
    refused = sum(calls.refused.values())
    await telegram.do("trouble", limits=True)
    await shop.bots.start(shop.env("polling", paced=True))
    somebody = (await telegram.do("people", first_name="Зритель", language_code="ru", role="seller"))["id"]
    await _look_at_menu(telegram, somebody)
    quiet = [await _look_at_menu(telegram, somebody) for _ in range(LOOKS)]
    async with asyncio.TaskGroup() as backlog:
        for seller in shop.sellers:
            for _ in range(BACKLOG // SELLERS):
                backlog.create_task(seller.writes.write(seller.id))
    busy, until = [], time.monotonic() + PATIENCE
    while time.monotonic() < until:
        busy.append(await _look_at_menu(telegram, somebody))
        calls.read(await telegram.look("calls", since=calls.next))
        if sum(len(calls.sent_at[key]) > 0 for key in list(calls.sent_at)) >= BACKLOG:
            break
    await shop.bots.end()
    in_group = [post for post in await telegram.messages(GROUP) if post.get("from", {}).get("is_bot")]
    counts = [count(seller.writes.way, in_group, calls, (), ()) for seller in shop.sellers]
    moments = sorted(at for times in calls.sent_at.values() for at in times)
    return Drained(
        took=moments[-1] - moments[0],
        lost=sum(len(one.lost) for one in counts),
        doubled=sum(len(one.doubled) for one in counts),
        out_of_order=sum(len(one.out_of_order) for one in counts),
        too_many=sum(calls.refused.values()) - refused,
        quiet=quiet,
        busy=busy,
    )


async def _look_at_menu(telegram: Telegram, person_id: int) -> float:
    """Seconds until «Помощь» shows."""
    await asyncio.sleep(LOOKED_AT_EVERY)
    loop = asyncio.get_running_loop()
    began = loop.time()
    asked = (await telegram.do("send", chat_id=person_id, from_id=person_id, text="/help"))["messages"][0]
    while (await telegram.messages(person_id, 1))[-1]["message_id"] == asked["message_id"]:  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    return loop.time() - began
