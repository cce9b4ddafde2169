"""The discussion group of a channel: anybody may comment there, and nobody who is no member is support."""

from typing import Any

import pytest

from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Shop


@pytest.fixture
async def desk(shop: Shop) -> Desk:
    await shop.control("group", chat_id=shop.group, action="forum_off")
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    number = await open_dialog(anna)
    return Desk(shop, anna, pyotr, await pyotr.look(), number)


async def as_outsider(desk: Desk, text: str, **message: Any) -> None:
    """Telegram hands over what somebody wrote who is no member."""
    ivan = await desk.shop.seller("Иван")
    await desk.shop.app.update_worker.receive(
        [
            {
                "update_id": 900_000_000 + ivan.id % 1000,
                "message": {
                    "message_id": 900_000,
                    "date": desk.shop.clock.now // 1000,
                    "chat": {"id": desk.shop.group, "type": "supergroup", "title": "Поддержка"},
                    "from": {"id": ivan.id, "is_bot": False, "first_name": "Иван"},
                    "text": text,
                    **message,
                },
            }
        ]
    )
    await desk.shop.settle()


async def test_an_outsiders_reply_reaches_nobody(desk: Desk) -> None:
    question = desk.here.got[1]
    before = len((await desk.anna.look()).got)

    await as_outsider(desk, "Переведите деньги мне", reply_to_message=question.data)

    assert len((await desk.anna.look()).got) == before
    assert await desk.shop.app.store.count_history(desk.number) == 1


async def test_an_outsiders_search_is_not_answered(desk: Desk) -> None:
    before = len(desk.here.got)

    await as_outsider(desk, "/find деньги")
    await as_outsider(desk, "/queue")
    await as_outsider(desk, "/id")

    assert len((await desk.here.look()).got) == before


async def test_members_are_asked_about_once_and_heard(desk: Desk) -> None:
    for words in ("Смотрим", "Нашли"):
        await desk.here.send(words, reply_to=desk.here.got[1])

    assert [post.text.splitlines()[-1] for post in desk.anna.got[-2:]] == ["Смотрим", "Нашли"]
    asked = [call["params"]["user_id"] for call in await desk.shop.calls("getChatMember")]
    assert asked.count(str(desk.pyotr.id)) == 1
