"""Pages of a proxy in any encoding, empty answers and halves of answers; and files that Telegram refuses for good."""

import asyncio

from tests.torture.plan import Plan
from tests.torture.report import Report
from tests.torture.shop import ALL_SORTS, OTHER_TOPIC
from tests.torture.spared import spared
from tests.torture.telegram import Json
from tests.torture.trial import trial

PAGES = ("page_cp1251", "page_utf16", "page_garbage", "page_empty", "cut")
SHARE = 0.1  # of the calls, for each of them
REFUSED: Json = {
    "fault": "refused",
    "methods": ["sendPhoto", "sendDocument"],
    "share": 0.3,
    "by_file": True,  # for good: at each try, and with each correction of its caption
    "error_code": 400,
    "description": "Bad Request: refused by the torture",
}


async def pages(plan: Plan) -> Report:
    async with trial(plan) as desk:
        await desk.shop.settle_in(desk.database, "other")
        async with desk.running(desk.env()):
            desk.shop.sellers = await desk.shop.open_dialogs(plan.sellers)
            desk.shop.bystanders = await desk.shop.open_dialogs(1, OTHER_TOPIC, "other")
            broken = [{"fault": page, "share": SHARE} for page in PAGES]
            await desk.trouble(*spared(desk), REFUSED, *broken)
            async with desk.shop.working(ALL_SORTS, 2.0):
                await asyncio.sleep(plan.seconds)
            await desk.settle()
        return await desk.reckon()
