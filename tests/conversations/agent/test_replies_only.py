"""A shop may relay only what replies to the seller's messages; the rest is talk among agents."""

import pytest

from tests.conversations.desk import Desk


@pytest.fixture
def strict(desk: Desk) -> Desk:
    desk.shop.app.desk.rules.replies_only = True
    return desk


async def test_only_replies_leave(strict: Desk) -> None:
    before = len(strict.anna.posts)
    question = strict.here.got[1]

    [talk] = await strict.here.send("Коллеги, кто знает?")
    await strict.here.send("Я", reply_to=talk)
    await strict.here.send("И я", reply_to=strict.here.got[0])
    assert len(strict.anna.posts) == before

    await strict.here.send("Едут", reply_to=question)
    assert strict.anna.last.text.endswith("Едут")


async def test_a_question_that_was_announced_leaves(strict: Desk) -> None:
    await strict.here.click("Запросить уточнение")
    await strict.here.send("Какой заказ?")
    assert strict.anna.last.text.endswith("Какой заказ?")

    await strict.here.send("/ask А дата?")
    assert strict.anna.last.text.endswith("А дата?")
