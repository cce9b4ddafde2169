"""The agents' group changes under us: nothing is dropped, and all goes on by itself."""

from typing import Any

from tests.conversations.desk import Desk, close_unanswered, open_dialog
from tests.conversations.shop import File, Shop, Somebody


async def group(desk: Desk, action: str, **more: Any) -> None:
    await desk.shop.control("group", chat_id=desk.shop.group, action=action, **more)
    await desk.shop.settle()


async def topic(desk: Desk, action: str, **more: Any) -> None:
    thread = desk.here.thread_id
    await desk.shop.control("topic", chat_id=desk.shop.group, message_thread_id=thread, action=action, **more)
    await desk.shop.settle()


async def in_group(desk: Desk) -> list[str]:
    """What the bot wrote in the group, in whatever topic."""
    return [post.text for post in (await desk.pyotr.look()).got]


async def admin(shop: Shop) -> Somebody:
    boss = await shop.admin()
    await boss.send("/start")
    return boss


async def test_a_deleted_topic_is_made_anew_with_its_card_and_history(desk: Desk) -> None:
    await desk.here.send("Смотрим")
    await desk.anna.send("Вот фото", File("photo"))
    await topic(desk, "delete")

    await desk.anna.send("Ну что?")

    anew = (await desk.pyotr.topic(desk.number)).got
    assert f"Диалог №{desk.number}" in anew[0].text
    assert "Где мои деньги?" in anew[1].text
    assert "Смотрим" in anew[1].text
    assert "Ну что?" not in anew[1].text
    assert anew[2].kind == "photo"
    assert anew[-1].text == "Ну что?"

    await (await desk.pyotr.topic(desk.number)).send("Уже видим")
    assert "Уже видим" in desk.anna.last.text


async def test_the_deleted_topic_of_a_finished_dialog_stays_deleted(desk: Desk) -> None:
    await desk.shop.control("trouble", rules=[{"fault": "500", "methods": ["editMessageText"]}])
    await close_unanswered(desk.here)
    await topic(desk, "delete")
    topics = len(desk.shop.chat(desk.shop.group)["topics"])
    await desk.shop.control("trouble", rules=[])

    await desk.shop.passes(minutes=2)

    assert len(desk.shop.chat(desk.shop.group)["topics"]) == topics
    assert not await desk.shop.app.store.waiting(0, 10)


async def test_a_topic_closed_by_hand_takes_messages_all_the_same(desk: Desk) -> None:
    await topic(desk, "close")

    await desk.anna.send("Вы закрыли?")

    assert (await desk.here.look()).got[-1].text == "Вы закрыли?"
    await desk.here.send("Нет, отвечаем")  # which nobody can in a closed topic
    assert "Нет, отвечаем" in desk.anna.last.text


async def test_a_topic_that_is_closed_by_hand_stays_so_while_nobody_writes(desk: Desk) -> None:
    await topic(desk, "close")
    await desk.shop.passes(minutes=2)

    assert not await desk.shop.calls("reopenForumTopic")
    await topic(desk, "reopen")
    await desk.anna.send("Ещё вопрос")
    assert not await desk.shop.calls("reopenForumTopic")


async def test_a_renamed_topic_is_named_by_its_dialog_again(desk: Desk) -> None:
    await topic(desk, "rename", name="Разобраться!")
    await desk.anna.send("Ещё вопрос")
    assert (await desk.here.look()).got[-1].text == "Ещё вопрос"

    await desk.here.send("Ответ")

    name = next(
        one["name"]
        for one in desk.shop.chat(desk.shop.group)["topics"]
        if one["message_thread_id"] == desk.here.thread_id
    )
    assert str(desk.number) in name


async def test_without_topics_the_dialog_goes_on_in_replies(desk: Desk) -> None:
    await group(desk, "forum_off")

    await desk.anna.send("Где вы?")

    *_, card, digest, message = (await desk.pyotr.look()).got
    assert f"Диалог №{desk.number}" in card.text
    assert "Где мои деньги?" in digest.text
    assert message.text.endswith("Где вы?")
    assert f"№{desk.number}" in message.text
    await desk.pyotr.send("Здесь", reply_to=message)
    assert "Здесь" in desk.anna.last.text


async def test_when_topics_are_back_new_dialogs_get_one(desk: Desk) -> None:
    await group(desk, "forum_off")
    await desk.anna.send("Где вы?")
    await group(desk, "forum_on")
    await desk.shop.passes(minutes=2)

    number = await open_dialog(await desk.shop.seller("Борис"))

    assert (await desk.pyotr.topic(number)).got[-1].text == "Где мои деньги?"


async def test_a_bot_without_rights_waits_says_so_and_goes_on_at_once_when_they_are_back(desk: Desk) -> None:
    boss = await admin(desk.shop)
    await group(desk, "rights", rights={"can_manage_topics": False})
    boris = await desk.shop.seller("Борис")
    number = await open_dialog(boris)
    await desk.anna.send("А это дойдёт")
    title = desk.shop.chat(desk.shop.group)["chat"]["title"]

    assert (await desk.here.look()).got[-1].text == "А это дойдёт"
    assert not [one for one in desk.shop.chat(desk.shop.group)["topics"] if str(number) in one["name"]]
    assert any("Бот не может писать в группу «" in post.text for post in (await boss.look()).got)

    await group(desk, "rights", rights={"can_manage_topics": True})

    assert (await desk.pyotr.topic(number)).got[-1].text == "Где мои деньги?"
    assert any(f"Группа «{title}» снова доступна" in post.text for post in (await boss.look()).got)


async def test_a_bot_that_was_removed_drops_nothing(desk: Desk) -> None:
    boss = await admin(desk.shop)
    await group(desk, "remove_bot")
    for text in ("Раз", "Два", "Три"):
        await desk.anna.send(text)
    asked = len(await desk.shop.calls("sendMessage"))
    await desk.shop.passes(minutes=10)
    assert any("Бот не может писать в группу" in post.text for post in (await boss.look()).got)
    assert len(await desk.shop.calls("sendMessage")) - asked <= 25  # it does not ask in vain all the time

    await group(desk, "member", status="administrator")

    assert [post.text for post in (await desk.here.look()).got[-3:]] == ["Раз", "Два", "Три"]


async def test_rights_that_come_back_unseen_are_found(desk: Desk) -> None:
    """Where the news of it was lost, or another process got it."""
    rule = {"fault": "x", "chat_id": desk.shop.group, "error_code": 400, "methods": ["sendMessage"],
            "description": "Bad Request: not enough rights to send text messages to the chat"}  # fmt: skip
    await desk.shop.control("trouble", rules=[rule])
    await desk.anna.send("Раз")
    await desk.anna.send("Два")
    await desk.shop.control("trouble", rules=[])

    await desk.shop.passes(seconds=31)

    assert [post.text for post in (await desk.here.look()).got[-2:]] == ["Раз", "Два"]


async def test_a_card_that_was_deleted_is_written_anew(desk: Desk) -> None:
    card = desk.here.got[0]
    await desk.shop.control("delete", chat_id=desk.shop.group, message_ids=[card.id])

    await desk.here.send("Ответ")

    assert f"Диалог №{desk.number}" in (await desk.here.look()).got[-1].text


async def test_two_dialogs_share_the_group_also_when_one_seller_floods_it(desk: Desk) -> None:
    """Lanes take turns: whoever wrote little does not wait for whoever wrote much."""
    boris = await desk.shop.seller("Борис")
    other = await open_dialog(boris)
    for i in range(20):
        await desk.shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=f"Анна {i}")
    await desk.shop.control("send", chat_id=boris.id, from_id=boris.id, text="Борис")
    await desk.shop.settle()

    order = [text for text in await in_group(desk) if text.startswith(("Анна", "Борис"))]
    assert [text for text in order if text.startswith("Анна ")] == [f"Анна {i}" for i in range(20)]
    assert (await desk.pyotr.topic(other)).got[-1].text == "Борис"
    assert order.index("Борис") < 10
