"""Somebody's backlog is nobody else's: answers and questions go on at once."""

import asyncio

from core.outbox import Priority, person_notice, thread_notice
from core.unit_of_work import UnitOfWork
from tests.conversations.desk import Desk, open_dialog
from tests.reliability.conftest import Trouble

MANY = 3_000


async def test_a_group_that_is_gone_with_all_that_waits_for_it_is_in_nobodys_way(desk: Desk, trouble: Trouble) -> None:
    boris = await desk.shop.seller("Борис")
    other = await open_dialog(boris)
    there = await desk.pyotr.topic(other)
    gone = "Forbidden: bot was kicked from the supergroup chat"
    work = UnitOfWork(now=desk.shop.clock())
    work.notify(*(thread_notice(desk.number, "cancelled", work.now) for _ in range(MANY)))
    await desk.shop.app.store.commit(work)
    await trouble("x", chat_id=desk.shop.group, error_code=403, description=gone)
    await desk.shop.app.delivery.read()

    async with asyncio.timeout(5):
        await there.send("Борис, деньги ушли")

    assert "Борис, деньги ушли" in (await boris.look()).last.text


async def test_an_announcement_to_thousands_does_not_hold_up_an_answer(desk: Desk) -> None:
    work = UnitOfWork(now=desk.shop.clock())
    people = [desk.anna.id, *range(10**9, 10**9 + MANY)]
    work.notify(*(person_notice(person, "incident-over", work.now, text="Починили", priority=Priority.REMINDERS)
                  for person in people))  # fmt: skip
    await desk.shop.app.store.commit(work)
    await desk.shop.app.delivery.read()

    await desk.shop.control(
        "send", chat_id=desk.here.chat_id, from_id=desk.here.id, message_thread_id=desk.here.thread_id, text="Пришли"
    )
    await desk.shop.app.polling.once(0)
    await desk.shop.app.update_worker.settle()
    await desk.shop.app.delivery.read()

    async with asyncio.timeout(5):
        while not any("Пришли" in post.text for post in (await desk.anna.look()).got):  # noqa: ASYNC110 -- nothing tells
            await asyncio.sleep(0.05)


async def test_an_answer_that_is_held_back_holds_up_nothing_of_other_dialogs(desk: Desk) -> None:
    desk.shop.app.desk.rules.answer_delay = 60_000
    await desk.here.send("Сейчас проверю")
    work = UnitOfWork(now=desk.shop.clock())
    work.notify(
        person_notice(desk.anna.id, "closed", work.now, dialog=desk.number),
        person_notice(desk.anna.id, "unbanned", work.now),
    )
    await desk.shop.app.store.commit(work)

    await desk.shop.settle()

    assert "разблокировали" in desk.anna.last.text
    await desk.shop.passes(minutes=2)
    answer, closed = (await desk.anna.look()).got[-2:]
    assert "Сейчас проверю" in answer.text
    assert "завершила" in closed.text


async def test_an_announcement_that_an_answer_overtook_arrives_after_it(desk: Desk) -> None:
    work = UnitOfWork(now=desk.shop.clock())
    work.notify(
        person_notice(desk.anna.id, "incident-over", work.now, text="Починили", priority=Priority.REMINDERS),
        person_notice(desk.anna.id, "unbanned", work.now),
    )
    await desk.shop.app.store.commit(work)

    await desk.shop.settle()

    assert "Починили" in (await desk.anna.look()).last.text
