"""An agents' group without topics: agents reply to the dialog's messages."""

import pytest

from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import File, Shop


@pytest.fixture
async def desk(shop: Shop) -> Desk:
    await shop.control("group", chat_id=shop.group, action="forum_off")
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    number = await open_dialog(anna)
    return Desk(shop, anna, pyotr, await pyotr.look(), number)


async def test_a_reply_to_the_question_reaches_the_seller(desk: Desk) -> None:
    card, question = desk.here.got
    assert f"Диалог №{desk.number}" in card.text
    assert question.text == f"№{desk.number} · Анна\n\nГде мои деньги?"
    assert question.reply_to == card.id

    await desk.here.send("Уже едут", reply_to=question)
    assert desk.anna.last.text.endswith("Уже едут")

    await desk.here.send("Завтра будут", reply_to=card)
    assert desk.anna.last.text.endswith("Завтра будут")


async def test_what_replies_to_nothing_is_talk(desk: Desk) -> None:
    before = len(desk.anna.posts)
    [talk] = await desk.here.send("Коллеги, чай?")
    await desk.here.send("Да", reply_to=talk)

    assert len(desk.anna.posts) == before


async def test_an_answer_to_ones_own_answer_goes_on(desk: Desk) -> None:
    [first] = await desk.here.send("Секунду", reply_to=desk.here.got[1])
    await desk.here.send("Нашли", reply_to=first)

    assert desk.anna.last.text.endswith("Нашли")


async def test_commands_and_notes_by_reply(desk: Desk) -> None:
    card, question = desk.here.got
    before = len(desk.anna.posts)

    await desk.here.send("//странный", reply_to=question)
    await desk.here.send("/take", reply_to=question)
    assert len(desk.anna.posts) == before
    assert "Ведёт: Пётр" in (await desk.here.look()).got[0].text

    await desk.here.send("/ask Номер заказа?", File("photo"), reply_to=card)
    assert desk.anna.last.text.startswith("Ждём вашего ответа")

    await desk.here.send("/close", reply_to=question)
    assert "Завершён" in (await desk.here.look()).got[0].text


async def test_the_question_is_the_next_reply_in_that_dialog(desk: Desk) -> None:
    second = await open_dialog(await desk.shop.seller("Борис"), "Где товар?")
    [card] = [post for post in desk.here.got if f"Диалог №{desk.number}" in post.text]
    [other] = [post for post in desk.here.got if post.text.endswith("Где товар?")]
    assert str(second) in other.text

    await desk.here.press(card, f"k:ask:{desk.number}")
    await desk.here.send("Едет", reply_to=other)
    await desk.here.send("Какой заказ?", reply_to=card)

    assert desk.anna.last.text.startswith("Ждём вашего ответа")


async def test_the_sellers_next_message_is_in_reply_to_the_card(desk: Desk) -> None:
    await desk.anna.send("Алло")

    assert desk.here.got[-1].text == f"№{desk.number} · Анна\n\nАлло"
    assert desk.here.got[-1].reply_to == desk.here.got[0].id


async def test_reactions_go_both_ways(desk: Desk) -> None:
    _, question = desk.here.got
    [sent] = await desk.here.send("Уже едут", reply_to=question)
    await desk.anna.react(desk.anna.last, "❤")
    await desk.here.react(question, "🙏")

    assert next(post for post in desk.here.posts if post.id == sent.id).reactions == ["❤"]
    assert "🙏" in next(post for post in desk.anna.posts if post.text == "Где мои деньги?").reactions


async def test_an_edited_albums_caption_still_says_whose_it_is(desk: Desk) -> None:
    first, *_ = await desk.anna.send("Смотрите", File("photo"), File("photo"), album=True)

    await desk.anna.edit(first, "Смотрите сюда")

    shown = [post for post in (await desk.here.look()).got if post.kind == "photo"]
    assert [post.text for post in shown] == [f"№{desk.number} · Анна\n\nСмотрите сюда", ""]
    assert shown[0].edited


async def test_whether_there_are_topics_is_asked_and_not_tried(desk: Desk) -> None:
    await desk.shop.restart()
    await open_dialog(await desk.shop.seller("Борис"))

    assert await desk.shop.calls("createForumTopic") == []
    assert len(await desk.shop.calls("getChat")) == 2  # once a start


async def test_the_button_that_asks_says_to_reply(desk: Desk) -> None:
    card, question = desk.here.got
    answer = await desk.here.click("Запросить уточнение", on=card)
    assert answer is not None
    assert "Ответьте на сообщение этого диалога (в течение 10 минут)" in answer["text"]

    await desk.here.send("Какой номер?", reply_to=question)
    assert desk.anna.last.text.startswith("Ждём вашего ответа")
