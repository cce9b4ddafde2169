"""Events reach a real receiver: signed, in order, again and again, and in nobody's way."""

import asyncio
import base64
import hashlib
import hmac
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import ClientSession, ClientTimeout, web

from bot.api.events import LONGEST_PAUSE, PAUSES, pause
from bot.api.signature import sign
from core.events import EventsReplayed
from core.unit_of_work import UnitOfWork
from core.units import DAY, HOUR, MINUTE
from tests.conversations.agent.test_due_times import promise
from tests.conversations.desk import Desk, desk_with_dialog, open_dialog
from tests.conversations.shop import Json, Shop
from tests.http_server import served
from tests.reliability.conftest import killed

KEY = b"0123456789abcdef0123456789abcdef"
SECRET = "whsec_" + base64.b64encode(KEY).decode()


@dataclass
class Receiver:
    url: str = ""
    statuses: list[int] = field(default_factory=list)  # of the next answers; 200 when it is empty
    taken: list[Json] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    calls: int = 0
    sleeps: float = 0.0  # seconds before it answers
    last: web.Request | None = None
    last_body: bytes = b""

    async def receive(self, request: web.Request) -> web.Response:
        self.calls += 1
        self.last, self.last_body = request, await request.read()
        if self.sleeps:
            await asyncio.sleep(self.sleeps)
            return web.Response(status=500)
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 0:  # it dies under the call
            assert request.transport is not None
            request.transport.abort()
        if status == 200:
            self.taken.append(await request.json())
            self.ids.append(request.headers["webhook-id"])
        return web.Response(status=status)

    @property
    def types(self) -> list[str]:
        return [event["type"] for event in self.taken]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/events", receiver.receive)
    async with served(app) as url:
        receiver.url = f"{url}/events"
        yield receiver


@pytest.fixture
def more_settings(receiver: Receiver) -> dict[str, Any]:
    return {"events_url": receiver.url, "events_secret": SECRET}


async def later(shop: Shop, ms: int) -> None:
    shop.clock.move_to(shop.clock.now + ms)
    await shop.settle()


async def test_a_dialog_is_told_from_its_beginning_to_its_end(desk: Desk, receiver: Receiver) -> None:
    await desk.here.send("Деньги в пути")
    await desk.here.send("/note проверить завтра")
    await desk.anna.click("⭐")

    assert receiver.types == [
        "dialog.opened", "message.added", "message.added", "dialog.changed", "dialog.rated", "dialog.closed",
    ]  # fmt: skip
    opened, asked, answered, changed, rated, closed = receiver.taken
    assert {event["data"]["dialog"]["number"] for event in receiver.taken} == {desk.number}
    assert (asked["data"]["message"]["side"], asked["data"]["message"]["text"]) == ("seller", "Где мои деньги?")
    assert answered["data"]["message"]["author"]["name"] == "Пётр"
    assert [event["data"]["dialog"]["status"] for event in (opened, changed, rated, closed)] == [
        "created", "answered", "finished", "finished",
    ]  # fmt: skip
    assert rated["data"]["dialog"]["rating"] == 1
    assert opened["version"] == 1
    assert opened["timestamp"].endswith("Z")
    assert "проверить завтра" not in str(receiver.taken)


async def test_until_when_it_is_due_or_put_off_is_told_and_a_warning_is_not(shop: Shop, receiver: Receiver) -> None:
    promise(shop, "Возвраты", HOUR)
    desk = await desk_with_dialog(shop)
    await shop.passes(minutes=50)
    await shop.passes(minutes=1)
    await desk.here.send("/later завтра 10:00")
    await desk.here.send("Готово")

    told = [event["data"]["dialog"] for event in receiver.taken if event["type"] != "message.added"]
    assert [(each["due"] or "")[:16] for each in told] == ["2026-09-21T15:13", "2026-09-21T15:13", ""]
    assert [each["snoozed_until"] for each in told] == [None, "2026-09-22T07:00:00Z", None]


async def test_it_is_signed_as_standard_webhooks_has_it(desk: Desk, receiver: Receiver) -> None:
    assert receiver.last is not None
    given = receiver.last.headers
    signed = f"{given['webhook-id']}.{given['webhook-timestamp']}.".encode() + receiver.last_body

    expected = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
    forged = base64.b64encode(hmac.new(b"another", signed, hashlib.sha256).digest()).decode()
    assert given["webhook-signature"] == f"v1,{expected}" != f"v1,{forged}"
    assert int(given["webhook-timestamp"]) <= desk.shop.clock.now // 1000


def test_the_signature_is_that_of_the_convention() -> None:
    """The example that the convention's own libraries are tested with."""
    key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    body = b'{"test": 2432232314}'
    assert sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body) == (
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )


async def test_a_receiver_that_fails_gets_all_of_it_later_in_order(desk: Desk, receiver: Receiver) -> None:
    before = len(receiver.taken)
    receiver.statuses = [500, 0, 302, 404, 503]

    await desk.here.send("Раз")
    await desk.here.send("Два")
    assert desk.anna.last.text.endswith("Два")  # people wait for nobody
    for wait in (*PAUSES, LONGEST_PAUSE, LONGEST_PAUSE):
        await later(desk.shop, wait)

    said = [event["data"]["message"]["text"] for event in receiver.taken[before:] if event["type"] == "message.added"]
    assert said == ["Раз", "Два"]
    assert len(receiver.ids) == len(set(receiver.ids))
    assert receiver.statuses == []


async def test_one_dialog_in_trouble_holds_up_no_other(desk: Desk, receiver: Receiver) -> None:
    boris = await desk.shop.seller("Борис")
    await desk.shop.settle()
    receiver.statuses = [500] * 4
    await desk.here.send("Раз")
    calls = receiver.calls
    receiver.statuses = []

    other = await open_dialog(boris)

    assert receiver.calls > calls
    assert other in [event["data"]["dialog"]["number"] for event in receiver.taken]


async def test_a_receiver_that_is_slow_keeps_nobody_waiting(
    desk: Desk, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.shop.app.to_hook.close()
    desk.shop.app.to_hook._http = ClientSession(timeout=ClientTimeout(total=0.2))
    monkeypatch.setattr(receiver, "sleeps", 1.0)
    await desk.here.send("Раз")
    assert desk.anna.last.text.endswith("Раз")
    before = len(receiver.taken)

    monkeypatch.setattr(receiver, "sleeps", 0.0)
    await later(desk.shop, MINUTE)

    assert receiver.types[before:] == ["message.added", "dialog.changed"]


async def test_admins_are_told_once_of_a_receiver_that_is_down(desk: Desk, receiver: Receiver) -> None:
    admin = await desk.shop.admin()
    await admin.send("/start")
    receiver.statuses = [500] * 8
    await desk.here.send("Раз")
    for _ in range(8):
        await later(desk.shop, LONGEST_PAUSE)

    said = [post.text for post in (await admin.look()).posts]
    assert sum("не принимает" in text for text in said) == 1
    assert "снова принимает события" in said[-1]
    assert SECRET not in "".join(said)


async def test_a_receiver_that_wants_no_more_is_left_alone_until_a_replay(desk: Desk, receiver: Receiver) -> None:
    admin, begun = await desk.shop.admin(), desk.shop.clock.now
    await admin.send("/start")
    receiver.statuses = [410]
    await desk.here.send("Раз")
    await desk.here.send("Два")
    calls = receiver.calls
    await later(desk.shop, DAY)
    assert receiver.calls == calls
    assert any("410" in post.text for post in (await admin.look()).posts)

    work = UnitOfWork(desk.shop.clock())
    work.add(EventsReplayed(begun, work.now))
    await desk.shop.app.store.commit(work)
    await later(desk.shop, MINUTE)

    said = [event["data"]["message"]["text"] for event in receiver.taken if event["type"] == "message.added"]
    assert said[-2:] == ["Раз", "Два"]


async def test_a_410_is_not_forgotten_with_old_drafts(desk: Desk, receiver: Receiver) -> None:
    receiver.statuses = [410]
    await desk.here.send("Раз")
    calls = receiver.calls

    await later(desk.shop, 40 * DAY)
    await desk.shop.app.jobs.run("retention")
    await open_dialog(await desk.shop.seller("Борис"))
    await later(desk.shop, MINUTE)

    assert receiver.calls == calls


async def test_what_was_on_its_way_when_the_bot_was_killed_comes_after(desk: Desk, receiver: Receiver) -> None:
    receiver.statuses = [500]
    await desk.here.send("Раз")
    await killed(desk.shop)
    await later(desk.shop, MINUTE)

    assert receiver.taken[-1]["type"] == "dialog.changed"
    assert "Раз" in [event["data"]["message"]["text"] for event in receiver.taken if event["data"]["message"]]


def test_the_pauses_grow_to_five_minutes() -> None:
    assert [pause(attempts) for attempts in (1, 2, 3, 4, 50)] == [1_000, 5_000, 30_000, 300_000, 300_000]


async def test_a_word_in_between_a_merge_and_words_that_were_about_something_else(
    desk: Desk, receiver: Receiver
) -> None:
    second = await open_dialog(desk.anna, "И ещё", "аналитика")
    before = len(receiver.taken)
    await desk.here.send("/hold Смотрим")
    await desk.anna.send("Забыла сказать")
    await desk.anna.click(f"№{desk.number}")
    await desk.anna.click("Это о другом")
    await desk.anna.click(f"№{second}")
    await desk.here.send(f"/merge {second}")

    told = receiver.taken[before:]
    [held] = [one["data"]["message"] for one in told if one["data"]["message"] and one["data"]["message"]["holds"]]
    assert held["text"] == "Смотрим"
    [removed] = [one["data"] for one in told if one["type"] == "message.removed"]
    said = [one["data"]["message"] for one in told if one["data"]["message"]]
    assert [one["dialog"] for one in said if one["id"] == removed["message_id"]] == [removed["dialog"]["number"]]
    assert [one["text"] for one in said if one["text"] == "Забыла сказать"] == ["Забыла сказать"] * 2
    [closed] = [one["data"]["dialog"] for one in told if one["type"] == "dialog.closed"]
    assert (closed["number"], closed["merged_into"]) == (second, desk.number)
