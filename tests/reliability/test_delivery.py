"""Bugs in one notice, and the end of a process, stop nobody's stream for good."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.delivery import worker
from bot.delivery.failover import Failover
from bot.telegram.rate_limiter import RateLimit, RateLimiter
from core.message import MessageRecalled
from core.outbox import NoticeKind, person_notice
from core.unit_of_work import UnitOfWork
from core.units import MINUTE
from tests.conversations.desk import Desk
from tests.reliability.conftest import Trouble, come_in, killed


async def say(desk: Desk, text: str) -> None:
    """As an agent, in the dialog's topic; it waits at Telegram."""
    here = {"chat_id": desk.here.chat_id, "from_id": desk.here.id, "message_thread_id": desk.here.thread_id}
    await desk.shop.control("send", **here, text=text)


async def say_slowly(desk: Desk, trouble: Trouble, text: str, delay_ms: int) -> None:
    """It is on its way to the seller then, and for as long as this."""
    await trouble("slow", methods=["sendMessage"], times=1, delay_ms=delay_ms)
    await say(desk, text)
    await come_in(desk.shop)
    await desk.shop.app.delivery.read()
    await asyncio.sleep(0.3)


async def buttons_of_answers(desk: Desk) -> list[int]:
    return [len(post.buttons) for post in (await desk.anna.look()).got if " ответ" in post.text]


async def test_a_notice_that_meets_a_bug_is_set_aside_and_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "STUMBLED", 10)
    admin = await desk.shop.admin()
    await admin.send("/start")
    work = UnitOfWork(now=desk.shop.clock())
    work.notify(person_notice(desk.anna.id, "no-such-sentence", work.now))
    await desk.shop.app.store.commit(work)

    await desk.here.send("Ответ за ней")

    assert "Ответ за ней" in desk.anna.last.text
    assert "не удалось доставить" in (await admin.look()).last.text
    health = await desk.shop.app.store.health(desk.shop.clock(), 0)
    assert health.failures == {"bug": 1}


async def test_what_was_taken_back_while_it_waited_does_not_leave(desk: Desk) -> None:
    await say(desk, "Ой")
    await come_in(desk.shop)
    relay = next(one for one in await desk.shop.app.store.waiting(0, 10) if one.kind == "relay")
    [head] = [one for one in await desk.shop.app.store.stream_heads(0) if one.stream == relay.stream]
    desk.shop.app.delivery._backlog.add(replace(head, rests_until=desk.shop.clock() + 1_000))  # as it was read
    work = UnitOfWork(now=desk.shop.clock())
    said = await desk.shop.app.store.message(relay.message or 0)
    assert said
    work.add(MessageRecalled(said))
    await desk.shop.app.store.commit(work)

    await desk.shop.settle()

    assert not any("Ой" in post.text for post in (await desk.anna.look()).got)


async def test_answers_that_leave_together_never_had_stars_to_take_away(desk: Desk) -> None:
    for text in ("Первый ответ", "Второй ответ", "Третий ответ"):
        await say(desk, text)
    await come_in(desk.shop)
    await desk.shop.settle()

    assert await buttons_of_answers(desk) == [2, 2, 7]
    assert not await desk.shop.calls("editMessageReplyMarkup")


async def test_an_answer_that_was_on_its_way_when_another_one_came_loses_its_stars(
    desk: Desk, trouble: Trouble
) -> None:
    await say_slowly(desk, trouble, "Первый ответ", delay_ms=1_500)
    await say(desk, "Второй ответ")
    await desk.shop.settle()

    assert await buttons_of_answers(desk) == [2, 7]
    assert len(await desk.shop.calls("editMessageReplyMarkup")) == 1


async def test_it_loses_them_also_where_it_is_on_its_way_for_longer_than_the_others_wait(
    desk: Desk, trouble: Trouble
) -> None:
    await say_slowly(desk, trouble, "Первый ответ", delay_ms=2_000)
    await say(desk, "Второй ответ")
    await come_in(desk.shop)
    desk.shop.clock.move_to(desk.shop.clock() + MINUTE)
    await desk.shop.app.delivery.read()
    await asyncio.sleep(0.2)
    assert not [one for one in await desk.shop.app.store.waiting(0, 50) if one.kind is NoticeKind.STARS]
    await desk.shop.settle()

    assert await buttons_of_answers(desk) == [2, 7]


async def test_the_stars_of_many_answers_are_taken_away_together(desk: Desk) -> None:
    for text in ("Первый ответ", "Второй ответ", "Третий ответ"):
        await say(desk, text)
        await come_in(desk.shop)
        await desk.shop.app.delivery.read()
        await desk.shop._streams_rest()
    notices = [one for one in await desk.shop.app.store.waiting(0, 50) if one.kind is NoticeKind.STARS]
    assert len(notices) == 1
    await desk.shop.settle()

    assert await buttons_of_answers(desk) == [2, 2, 7]
    assert len(await desk.shop.calls("editMessageReplyMarkup")) == 2


async def test_the_end_waits_for_what_is_on_its_way_and_not_for_what_is_not(desk: Desk) -> None:
    shop, loop = desk.shop, asyncio.get_running_loop()
    await shop.control("trouble", rules=[{"fault": "slow", "methods": ["sendMessage"], "delay_ms": 700}])
    await say(desk, "Иду")
    await come_in(shop)
    work = UnitOfWork(now=shop.clock())
    work.notify(person_notice(desk.pyotr.id, "unbanned", work.now + 3_600_000))
    await shop.app.store.commit(work)
    await shop.app.delivery.read()
    await asyncio.sleep(0.3)
    began = loop.time()

    await shop.app.delivery.stop(5)

    assert loop.time() - began < 2
    waiting: Any = [one.kind for one in await shop.app.store.waiting(0, 10) if one.stream == f"person:{desk.anna.id}"]
    assert not waiting


async def test_changes_of_a_card_that_come_together_are_one_edit(desk: Desk) -> None:
    edits = len(await desk.shop.calls("editMessageText"))
    for text in ("Раз", "Два", "Три"):
        for who, thread in ((desk.here, desk.here.thread_id), (desk.anna, None)):
            await desk.shop.control("send", chat_id=who.chat_id, from_id=who.id, message_thread_id=thread, text=text)

    await desk.shop.settle()

    assert len(await desk.shop.calls("editMessageText")) == edits + 1
    assert "Создан" in (await desk.here.look()).got[0].text


async def test_many_taps_lose_nothing_and_end_in_one_screen(desk: Desk) -> None:
    await desk.anna.send("/dialogs")
    button = desk.anna.last.inline[-1]["callback_data"]
    taps = [desk.shop.control("press", chat_id=desk.anna.id, message_id=desk.anna.last.id, from_id=desk.anna.id,
                              data=button, wait=20) for _ in range(60)]  # fmt: skip
    pressing = asyncio.gather(*taps)
    while not pressing.done():
        await desk.shop.settle()
        await asyncio.sleep(0.01)

    assert all(tap["answer"] is not None for tap in await pressing)
    assert await desk.shop.app.store.count_set_aside() == 0


async def test_a_mark_that_was_not_set_before_a_kill_is_set_by_the_next_start(desk: Desk, trouble: Trouble) -> None:
    await trouble("x", methods=["setMessageReaction"], error_code=400, description="Bad Request: not now")
    [sent] = await desk.here.send("Дошло?")
    assert not next(post for post in desk.here.posts if post.id == sent.id).reactions

    await killed(desk.shop)
    await trouble()
    await desk.shop.settle()

    assert next(post for post in (await desk.here.look()).posts if post.id == sent.id).reactions == ["👌"]


async def test_a_start_remembers_what_the_group_got_in_the_last_minute(desk: Desk) -> None:
    """Else each restart would earn a 429."""
    for i in range(4):
        await desk.anna.send(f"Строка {i}")
    app, limit = desk.shop.app, RateLimit(20, 60.0)
    of_next_start = RateLimiter(private=limit, group=limit)

    await Failover(app.store, of_next_start, app.reactions, app.clock)()

    assert of_next_start.used(desk.shop.group) * limit.most >= 4 + 1 + 3  # lines, question, topic with card and pin
    assert of_next_start.used(desk.anna.id) == 0.0
    desk.shop.clock.move_to(desk.shop.clock.now + 2 * MINUTE)
    after_a_while = RateLimiter(private=limit, group=limit)
    await Failover(app.store, after_a_while, app.reactions, app.clock)()
    assert after_a_while.used(desk.shop.group) == 0.0
