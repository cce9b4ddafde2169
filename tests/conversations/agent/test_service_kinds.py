"""What an agent posts that can't be passed on is said to stay; a live location that moves says nothing."""

from typing import Any

from tests.conversations.desk import Desk
from tests.reliability.conftest import at_telegram


async def post(desk: Desk, kind: str = "message", **content: Any) -> None:
    """Of a kind that the sandbox's people can't send."""
    body = {"chat_id": desk.shop.group, "from_id": desk.pyotr.id, "message_thread_id": desk.here.thread_id}
    await desk.shop.control("send", text="x", **body)
    [update] = await at_telegram(desk.shop)
    message = {name: value for name, value in update["message"].items() if name not in ("text", "entities")}
    edited = {"edit_date": message["date"]} if kind == "edited_message" else {}
    update_id = update["update_id"]
    await desk.shop.app.update_worker.receive([{"update_id": update_id, kind: message | content | edited}])
    await desk.shop.settle()


async def test_winners_of_a_giveaway_stay_and_that_is_said(desk: Desk) -> None:
    chat = {"id": -5, "type": "channel", "title": "Акции"}
    winners = {"chat": chat, "giveaway_message_id": 1, "winners_selection_date": 1, "winner_count": 1, "winners": []}

    await post(desk, giveaway_winners=winners)

    assert "Не отправлено" in (await desk.here.look()).got[-1].text


async def test_a_live_location_that_moves_says_nothing(desk: Desk) -> None:
    before = len((await desk.here.look()).got), len((await desk.anna.look()).got)

    for step in range(3):
        await post(
            desk, "edited_message", location={"latitude": 55.7, "longitude": 37.6 + step / 100, "live_period": 900}
        )

    assert (len((await desk.here.look()).got), len((await desk.anna.look()).got)) == before
