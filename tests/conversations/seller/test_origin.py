"""What a copy would lose: where words are from, what they answer, how they were to be shown."""

from typing import Any

import pytest

from tests.conversations.desk import Desk
from tests.conversations.shop import File, Post, Shop, Somebody
from tests.reliability.conftest import at_telegram

IVAN = {"type": "user", "date": 1, "sender_user": {"id": 5, "is_bot": False, "first_name": "Иван\u202e"}}
HIDDEN = {"type": "hidden_user", "date": 1, "sender_user_name": "Иван"}
SHOP = {"type": "chat", "date": 1, "sender_chat": {"id": -5, "type": "supergroup", "title": "Чат склада"}}
NEWS = {"type": "channel", "date": 1, "chat": {"id": -6, "type": "channel", "title": "Новости"}, "message_id": 3}
OTHER_CHAT = {"origin": NEWS, "chat": NEWS["chat"], "message_id": 3}


async def say(who: Somebody, text: str, **more: Any) -> None:
    """Telegram's update says more than the sandbox's people can."""
    topic = {"message_thread_id": who.thread_id} if who.thread_id else {}
    await who.shop.control("send", chat_id=who.chat_id, from_id=who.id, text=text, **topic)
    updates = await at_telegram(who.shop)
    updates[-1]["message"] |= more
    await who.shop.app.update_worker.receive(updates)
    await who.shop.settle()


async def at_support(desk: Desk) -> Post:
    return (await desk.here.look()).got[-1]


@pytest.mark.parametrize(
    ("origin", "name"), [(IVAN, "Иван"), (HIDDEN, "Иван"), (SHOP, "Чат склада"), (NEWS, "Новости")]
)
async def test_support_sees_where_a_forward_is_from(desk: Desk, origin: dict[str, Any], name: str) -> None:
    bold = [{"type": "bold", "offset": 0, "length": 6}]
    await say(desk.anna, "Ждите, скоро", forward_origin=origin, entities=bold)

    post = await at_support(desk)
    line = f"↪ Переслано: {name}"
    assert post.text == f"{line}\nЖдите, скоро"
    assert {"type": "bold", "offset": len(line) + 1, "length": 6} in [
        {key: each[key] for key in ("type", "offset", "length")} for each in post.entities
    ]


async def test_support_sees_what_of_another_chat_is_answered(desk: Desk) -> None:
    await say(desk.anna, "Это правда?", external_reply=OTHER_CHAT, quote={"text": "Комиссия 20%", "position": 0})

    assert (await at_support(desk)).text == "↩ В ответ на сообщение: Новости\nКомиссия 20%\nЭто правда?"


async def test_support_sees_which_part_was_quoted(desk: Desk) -> None:
    await desk.here.send("Отправим завтра. Трек пришлём")
    answer = (await desk.anna.look()).last

    await say(
        desk.anna, "Где?", reply_to_message=answer.data, quote={"text": "Трек", "position": 50, "is_manual": True}
    )

    post = await at_support(desk)
    assert post.text == "Трек\nГде?"
    assert post.entities[0]["type"] == "blockquote"


async def test_sellers_do_not_learn_whom_agents_talk_to(desk: Desk) -> None:
    await say(desk.here, "Посылка у нас", forward_origin=IVAN)
    assert "Иван" not in (await desk.anna.look()).last.text

    await say(desk.here, "Комиссия 20%", forward_origin=NEWS)
    assert "↪ Переслано: Новости\nКомиссия 20%" in (await desk.anna.look()).last.text


async def test_a_switched_off_preview_stays_off(desk: Desk) -> None:
    await say(desk.anna, "https://example.org", link_preview_options={"is_disabled": True})

    call = (await desk.shop.calls("sendMessage"))[-1]
    assert '"is_disabled":true' in str(call["params"]["link_preview_options"]).replace(" ", "").replace(
        "'", '"'
    ).replace("True", "true")


async def test_a_caption_stays_above_its_photo(desk: Desk) -> None:
    await desk.shop.control(
        "send", chat_id=desk.anna.id, from_id=desk.anna.id, items=[File("photo", caption="Смотрите").item()]
    )
    updates = await at_telegram(desk.shop)
    updates[-1]["message"]["show_caption_above_media"] = True
    await desk.shop.app.update_worker.receive(updates)
    await desk.shop.settle()

    call = (await desk.shop.calls("sendPhoto"))[-1]
    assert str(call["params"]["show_caption_above_media"]).lower() == "true"


async def test_six_forwards_before_a_topic_are_asked_about_once(shop: Shop) -> None:
    anna = await shop.seller("Анна")
    for number in range(6):
        await shop.control("send", chat_id=anna.id, from_id=anna.id, text=f"возврат {number}")
    updates = await at_telegram(shop)
    for update in updates:
        update["message"]["forward_origin"] = NEWS
    await shop.app.update_worker.receive(updates)
    await shop.settle()

    assert len([post for post in (await anna.look()).got if post.inline]) == 1
    fsm_state = await shop.app.store.fsm_state(f"{anna.id}:{anna.id}:0")
    assert len(fsm_state.data["draft"]["parts"]) == 6


async def test_a_name_turns_no_words_around_it(shop: Shop) -> None:
    anna = await shop.seller("Анна\u202e")
    await anna.send("/start")

    person = await shop.app.store.person(anna.id)
    assert person
    assert person.name == "Анна"
