"""A topic of the group whose dialog is gone: from a backup that was put back, or erased."""

from tests.conversations.desk import Desk
from tests.conversations.shop import Somebody


async def test_an_agent_is_told_that_nobody_gets_it(desk: Desk) -> None:
    await desk.shop.app.store.erase_dialogs([desk.number])
    await desk.here.send("Ваш возврат оформлен")

    assert "Не отправлено" in desk.here.last.text
    assert "диалога у бота больше нет" in desk.here.last.text


async def test_topics_that_people_opened_are_their_own(desk: Desk) -> None:
    made = await desk.shop.control("topic", chat_id=desk.shop.group, action="create", name="Курилка")
    there = Somebody(desk.shop, {"id": desk.here.id, "first_name": "Пётр"}, desk.shop.group, made["message_thread_id"])
    before = len(there.posts)

    await there.send("Кто идёт обедать?")

    assert [post.text for post in there.posts[before:]] == ["Кто идёт обедать?"]
