"""Reactions are carried over, both ways; they change no status and make no message."""

import pytest

from sandbox.world import World
from tests.conversations.desk import Desk
from tests.conversations.shop import File, Post, Somebody

ANONYMOUS = 1087968824


def seen(by: Somebody, post: Post) -> list[str]:
    return next(one for one in by.posts if one.id == post.id).reactions


async def answered(desk: Desk) -> tuple[Post, Post]:
    """An answer as the agent wrote it, and as it reached the seller."""
    [sent] = await desk.here.send("Деньги придут завтра")
    return sent, desk.anna.last


@pytest.mark.parametrize("emoji", ["👍", "❤", "🙏"])
async def test_what_a_seller_feels_takes_the_place_of_the_mark(desk: Desk, emoji: str) -> None:
    sent, answer = await answered(desk)
    lines = len(desk.anna.posts), len(desk.here.posts)

    await desk.anna.react(answer, emoji)
    assert seen(desk.here, sent) == [emoji]
    assert (len(desk.anna.posts), len(desk.here.posts)) == lines

    await desk.anna.react(answer, None)
    assert seen(desk.here, sent) == ["👌"]


@pytest.mark.parametrize("emoji", ["👀", "✍"])
async def test_what_looks_like_a_mark_is_not_shown_as_one(desk: Desk, emoji: str) -> None:
    sent, answer = await answered(desk)

    await desk.anna.react(answer, emoji)

    assert seen(desk.here, sent) == ["👌"]


async def test_a_thumb_down_asks_once_what_is_missing(desk: Desk) -> None:
    sent, answer = await answered(desk)

    await desk.anna.react(answer, "👎")
    assert "Чего в нём не хватает?" in desk.anna.last.text
    assert f"№{desk.number}" in desk.anna.last.text
    assert seen(desk.here, sent) == ["🤔"]  # 👎 there means that it was not delivered
    count = len(desk.anna.posts)
    await desk.anna.react(answer, None)
    await desk.anna.react(answer, "👎")
    assert len(desk.anna.posts) == count

    await desk.anna.send("Нет номера платёжки")
    assert desk.here.last.text.endswith("Нет номера платёжки")
    assert "Создан" in (await desk.here.look()).got[0].text


async def test_after_the_end_a_thumb_down_leads_to_a_new_dialog(desk: Desk) -> None:
    _, answer = await answered(desk)
    await desk.here.send("/close")

    await desk.anna.react(answer, "👎")

    assert "уже завершён" in desk.anna.last.text
    assert any("тему" in label or "снова" in label or "овый" in label for label in desk.anna.buttons)


async def test_a_question_is_asked_nothing_about(desk: Desk) -> None:
    await desk.here.send("/ask Какой номер поставки?")
    count = len(desk.anna.posts)

    await desk.anna.react(desk.anna.last, "👎")

    assert len(desk.anna.posts) == count


async def test_an_agents_reaction_shows_on_the_sellers_message(desk: Desk) -> None:
    await desk.anna.send("Вот ещё")
    [own] = [post for post in desk.anna.posts if post.text == "Вот ещё"]

    await desk.here.react(desk.here.last, "❤")
    assert seen(desk.anna, own) == ["❤"]

    await desk.here.react(desk.here.last, None)
    assert seen(desk.anna, own) == ["👌"]


async def test_notes_and_own_messages_stay_as_they_are(desk: Desk) -> None:
    [note] = await desk.here.send("//между нами")
    sent, answer = await answered(desk)
    own = next(post for post in desk.anna.posts if post.text == "Где мои деньги?")
    await desk.here.react(note, "👍")
    await desk.here.react(sent, "👍")
    await desk.anna.react(own, "❤")

    assert seen(desk.anna, answer) == []
    assert set(seen(desk.here, note)) == {"✍", "👍"}
    assert set(seen(desk.here, sent)) == {"👌", "👍"}
    assert seen(desk.anna, own) == ["👌", "❤"]


async def test_another_sellers_reaction_reaches_nobody(desk: Desk, world: World) -> None:
    """Forged: Telegram lets nobody react in another's chat."""
    sent, answer = await answered(desk)
    boris = await desk.shop.seller("Борис")
    await boris.send("/start")
    told = {
        "chat": {"id": desk.anna.id, "type": "private"},
        "message_id": answer.id,
        "user": {"id": boris.id, "is_bot": False, "first_name": "Борис"},
        "date": 1,
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "❤"}],
    }
    world.updates.add("message_reaction", told, "chat")
    await desk.shop.settle()

    assert seen(desk.here, sent) == ["👌"]


@pytest.mark.parametrize("reaction", [{"type": "custom_emoji", "custom_emoji_id": "7"}, {"type": "paid"}])
async def test_what_a_bot_may_not_set_is_left_out(desk: Desk, world: World, reaction: dict[str, str]) -> None:
    sent, answer = await answered(desk)
    told = {
        "chat": {"id": desk.anna.id, "type": "private"},
        "message_id": answer.id,
        "user": {"id": desk.anna.id, "is_bot": False, "first_name": "Анна"},
        "date": 1,
        "old_reaction": [],
        "new_reaction": [reaction],
    }
    world.updates.add("message_reaction", told, "chat")
    await desk.shop.settle()

    assert seen(desk.here, sent) == ["👌"]
    assert await desk.shop.app.store.count_set_aside() == 0


@pytest.mark.parametrize("who", [{"actor_chat": {"id": -100, "type": "supergroup", "title": "Поддержка"}}, "bot"])
async def test_nobody_in_person_reacts_for_nobody(desk: Desk, world: World, who: object) -> None:
    """An anonymous admin, another bot."""
    await desk.anna.send("Вот ещё")
    own = next(post for post in desk.anna.posts if post.text == "Вот ещё")
    before = seen(desk.anna, own)
    named = who if isinstance(who, dict) else {"user": {"id": 99, "is_bot": True, "first_name": "Бот"}}
    told = {
        "chat": {"id": desk.shop.group, "type": "supergroup", "title": "Агенты", "is_forum": True},
        "message_id": desk.here.last.id,
        "date": 1,
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "❤"}],
        **named,
    }
    world.updates.add("message_reaction", told, "chat")
    await desk.shop.settle()

    assert seen(desk.anna, own) == before
    assert await desk.shop.app.store.count_set_aside() == 0


async def test_a_banned_seller_is_not_heard(desk: Desk) -> None:
    sent, answer = await answered(desk)
    await desk.here.send("/ban спам")
    count = len(desk.anna.posts)

    await desk.anna.react(answer, "👎")

    assert len(desk.anna.posts) == count
    assert seen(desk.here, sent) == ["👌"]


async def test_a_restart_leaves_what_the_seller_felt(desk: Desk) -> None:
    sent, answer = await answered(desk)
    await desk.anna.react(answer, "❤")

    await desk.shop.restart()
    await desk.shop.settle()

    assert seen(desk.here, sent) == ["❤"]


async def test_an_english_seller_is_asked_in_english(desk: Desk) -> None:
    await desk.anna.send("/language")
    await desk.anna.click("English")
    _, answer = await answered(desk)

    await desk.anna.react(answer, "👎")

    assert "What is missing?" in desk.anna.last.text


@pytest.mark.parametrize("album", [False, True])
async def test_the_heading_of_what_has_none_stands_for_the_answer(desk: Desk, album: bool) -> None:
    """A sticker and an album carry no heading: it follows them, with the stars."""
    files = [File("photo"), File("photo")] if album else [File("sticker")]
    sent = await desk.here.send(None, *files, album=album)
    heading = desk.anna.last
    assert heading.text == f"Поступил ответ по диалогу №{desk.number}"

    await desk.anna.react(heading, "❤")
    assert seen(desk.here, sent[0]) == ["❤"]
    await desk.anna.react(heading, "👎")
    assert seen(desk.here, sent[0]) == ["🤔"]
    assert "Чего в нём не хватает?" in desk.anna.last.text

    await desk.anna.send("Всего", reply_to=heading)
    assert desk.here.last.text == "Всего"
    assert desk.here.last.reply_to == sent[0].id
