"""Dialogs move between groups, and a group becomes a supergroup, while both sides write and calls take long."""

import asyncio

from tests.torture.people import Seller, stands
from tests.torture.plan import Plan
from tests.torture.processes import free_port
from tests.torture.report import Report
from tests.torture.shop import BASIC_TOPIC, OTHER_TOPIC, TOPIC, going_on
from tests.torture.telegram import Json
from tests.torture.trial import Trial, trial

API_TOKEN = "who-moves-the-dialogs"
SLOW: Json = {"fault": "slow", "delay_ms": 50, "delay_up_to_ms": 400}
WORDS_AND_EDITS = {"text": 80, "edit": 20}
PAUSE = (0.1, 1.0)  # seconds between two moves
TOPICS = {"home": TOPIC, "other": OTHER_TOPIC}


async def moves(plan: Plan) -> Report:
    async with trial(plan) as desk:
        await desk.shop.settle_in(desk.database, "other", "basic")
        api = f"127.0.0.1:{free_port()}"
        async with desk.running(desk.env(API_LISTEN=api, API_TOKENS=f"mover={API_TOKEN}")):
            travelling = await desk.shop.open_dialogs(plan.sellers)
            following = await desk.shop.open_dialogs(plan.sellers // 2, BASIC_TOPIC, "basic")
            desk.shop.sellers = [*travelling, *following]
            desk.shop.bystanders = await desk.shop.open_dialogs(1, OTHER_TOPIC, "other")
            await desk.trouble(SLOW)
            async with desk.shop.working(WORDS_AND_EDITS), going_on(_move_about(desk, travelling, api)):
                await asyncio.sleep(plan.seconds / 2)
                await _upgrade(desk, following)
                await asyncio.sleep(plan.seconds / 2)
            await desk.settle()
        return await desk.reckon()


async def _move_about(desk: Trial, sellers: list[Seller], api: str) -> None:
    """One after another. Their agents go on writing, at the old place too, until they see the new one."""
    while True:
        await asyncio.sleep(desk.chance.uniform(*PAUSE))
        seller = desk.chance.choice(sellers)
        there = "home" if seller.is_answered.place.chat_id == desk.shop.groups["other"] else "other"
        await _move(desk, seller.number, TOPICS[there], api)
        desk.happened["dialog moved"] += 1
        place = await stands(desk.telegram, seller.number, desk.shop.groups[there])
        async with seller.is_answered.turn:
            seller.is_answered.place = place


async def _move(desk: Trial, number: int, topic: str, api: str) -> None:
    url, headers = f"http://{api}/v1/dialogs/{number}/move", {"Authorization": f"Bearer {API_TOKEN}"}
    async with desk.telegram.http.post(url, json={"topic": topic}, headers=headers) as answer:
        assert answer.status == 200, await answer.text()


async def _upgrade(desk: Trial, sellers: list[Seller]) -> None:
    """Nobody can write in the group that was left; in the new one agents reply to the cards."""
    groups = desk.shop.groups
    made = await desk.telegram.do("group", chat_id=groups["basic"], action="upgrade")
    desk.shop.left.add(groups["basic"])
    groups["basic"] = made["chat"]["id"]
    desk.happened["group upgraded"] += 1
    for seller in sellers:
        place = await stands(desk.telegram, seller.number, groups["basic"])
        async with seller.is_answered.turn:
            seller.is_answered.place = place
