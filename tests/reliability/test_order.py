"""An outage lets words in in any order: the dialog is what its last word says."""

from itertools import permutations

import pytest

from core.dialog import Dialog, Status
from core.units import DAY, MINUTE
from tests.conversations.desk import Desk
from tests.conversations.shop import Json
from tests.reliability.conftest import at_telegram

SELLER_LAST = (("seller", "Где деньги?"), ("agent", "Смотрим"), ("seller", "Ау"), ("seller", "Вы тут?"))
AGENT_LAST = (("agent", "Смотрим"), ("seller", "Где деньги?"), ("agent", "Отправили"))
QUESTION_LAST = (("seller", "Где деньги?"), ("agent", "Смотрим"), ("agent", "/ask Какой номер?"))


async def said_while_the_bot_was_down(desk: Desk, words: tuple[tuple[str, str], ...]) -> list[Json]:
    """A minute apart; the updates as Telegram has them."""
    for who, text in words:
        desk.shop.clock.move_to(desk.shop.clock.now + MINUTE)
        somebody = desk.anna if who == "seller" else desk.here
        topic = {"message_thread_id": somebody.thread_id} if somebody.thread_id else {}
        await desk.shop.control("send", chat_id=somebody.chat_id, from_id=somebody.id, text=text, **topic)
    desk.shop.clock.move_to(desk.shop.clock.now + 60 * MINUTE)
    return await at_telegram(desk.shop)


async def let_in(desk: Desk, updates: list[Json]) -> Dialog:
    for update in updates:
        await desk.shop.app.update_worker.receive([update])
        await desk.shop.app.update_worker.settle()
    await desk.shop.settle()
    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    return dialog


@pytest.mark.parametrize("order", list(permutations(range(4))))
async def test_a_seller_who_wrote_last_is_owed_an_answer(desk: Desk, order: tuple[int, ...]) -> None:
    updates = await said_while_the_bot_was_down(desk, SELLER_LAST)
    third = updates[2]["message"]["date"] * 1000

    dialog = await let_in(desk, [updates[place] for place in order])

    assert dialog.status is Status.CREATED
    assert dialog.waiting_since in range(third, third + 1000)
    assert [row.dialog.number for row in await desk.shop.app.store.queue(desk.shop.group, 10, 0)] == [desk.number]
    await desk.shop.passes(milliseconds=desk.shop.app.desk.rules.auto_close + DAY)
    assert "закрылся" not in str([post.text for post in (await desk.anna.look()).got])
    history = await desk.shop.app.store.last_messages(desk.number, 4)
    assert [message.content.text for message in history] == [text for _, text in SELLER_LAST]


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize(
    ("words", "status"), [(AGENT_LAST, Status.ANSWERED), (QUESTION_LAST, Status.CLARIFYING)], ids=["answer", "question"]
)
async def test_support_that_wrote_last_waits_for_the_seller(
    desk: Desk, words: tuple[tuple[str, str], ...], status: Status, order: tuple[int, ...]
) -> None:
    updates = await said_while_the_bot_was_down(desk, words)

    dialog = await let_in(desk, [updates[place] for place in order])

    assert dialog.status is status
    assert dialog.waiting_since is None
    assert await desk.shop.app.store.count_queue(desk.shop.group) == 0


async def test_a_silence_begins_when_the_answer_came_in_however_old_it_is(desk: Desk) -> None:
    updates = await said_while_the_bot_was_down(desk, AGENT_LAST)
    desk.shop.clock.move_to(desk.shop.clock.now + desk.shop.app.desk.rules.auto_close)

    await let_in(desk, updates)
    await desk.shop.passes(hours=1)

    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    assert dialog.status is Status.ANSWERED
