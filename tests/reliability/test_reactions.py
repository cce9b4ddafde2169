"""Reactions are a best effort in a budget of their own: they ask no more than they must, and nothing waits for them."""

import pytest

from bot.telegram import allowed_reactions
from bot.telegram.reactions import KEPT, QUIET_PER_SECOND
from core.message import MessageRef
from tests.conversations.desk import Desk
from tests.conversations.shop import Post
from tests.reliability.conftest import Trouble

MESSAGES = 6


async def written(desk: Desk) -> list[Post]:
    """Answers in quick succession."""
    here = {"chat_id": desk.shop.group, "from_id": desk.pyotr.id, "message_thread_id": desk.here.thread_id}
    sent = [await desk.shop.control("send", **here, text=f"Ответ {step}") for step in range(MESSAGES)]
    await desk.shop.settle()
    ids = [answer["messages"][0]["message_id"] for answer in sent]
    return [post for post in (await desk.here.look()).posts if post.id in ids]


async def test_a_429_on_one_makes_one_call_more(desk: Desk, trouble: Trouble) -> None:
    before = len(await desk.shop.calls("setMessageReaction"))
    await trouble("429", methods=["setMessageReaction"], times=1, retry_after=1)

    assert [post.reactions for post in await written(desk)] == [["👌"]] * MESSAGES

    assert len(await desk.shop.calls("setMessageReaction")) == before + MESSAGES + 1


async def test_one_that_is_refused_again_and_again_holds_no_message(desk: Desk, trouble: Trouble) -> None:
    before = len(await desk.shop.calls("setMessageReaction"))
    await trouble("429", methods=["setMessageReaction"], retry_after=600)
    body = {"chat_id": desk.shop.group, "from_id": desk.pyotr.id, "message_thread_id": desk.here.thread_id}
    await desk.shop.control("send", **body, text="Ответ")
    for _ in range(5):
        await desk.shop.app.polling.once(0)
        await desk.shop.app.update_worker.settle()
        await desk.shop.app.delivery.read()
        await desk.shop._streams_rest()

    assert (await desk.anna.look()).last.text.endswith("Ответ")
    assert len(await desk.shop.calls("setMessageReaction")) == before + 1


async def test_the_latest_stays(desk: Desk, trouble: Trouble) -> None:
    """What is wanted while an earlier one waits takes its place, and costs no call."""
    [sent] = await desk.here.send("Ответ")
    before = len(await desk.shop.calls("setMessageReaction"))
    await trouble("429", methods=["setMessageReaction"], times=1, retry_after=1)
    for emoji in ("👀", "👌", "✍"):
        desk.shop.app.reactions.set(MessageRef(desk.shop.group, sent.id), emoji)
    await desk.shop.settle()

    assert next(post for post in (await desk.here.look()).posts if post.id == sent.id).reactions == ["✍"]
    assert len(await desk.shop.calls("setMessageReaction")) == before + 2


async def test_a_mark_does_not_wait_behind_the_signs_of_a_burst(desk: Desk) -> None:
    """Agents look at it; what a seller's words get is spread over the next seconds."""
    [sent] = await desk.here.send("Ответ")
    before = len(await desk.shop.calls("setMessageReaction"))
    for chat_id in range(1, 2 * QUIET_PER_SECOND):
        desk.shop.app.reactions.set(MessageRef(chat_id, 1), KEPT)
    desk.shop.app.reactions.set(MessageRef(desk.shop.group, sent.id), "✍")
    await desk.shop.settle()

    chats = [int(call["params"]["chat_id"]) for call in (await desk.shop.calls("setMessageReaction"))[before:]]
    assert len(chats) == 2 * QUIET_PER_SECOND
    assert chats.index(desk.shop.group) <= QUIET_PER_SECOND


async def restrict(desk: Desk, *allowed: str) -> None:
    await desk.shop.control("group", chat_id=desk.shop.group, action="reactions", allowed=[*allowed])


def reactions_of(desk: Desk, post: Post) -> list[str]:
    return next(one for one in desk.here.posts if one.id == post.id).reactions


async def test_where_a_group_allows_some_another_of_the_same_meaning_stands_in(desk: Desk) -> None:
    await restrict(desk, "❤", "💔", "🤓")

    [answer] = await desk.here.send("Деньги придут завтра")
    [note] = await desk.here.send("// проверить в бухгалтерии")
    [command] = await desk.here.send("/take")

    await desk.here.look()
    assert [reactions_of(desk, post) for post in (answer, note, command)] == [["❤"], ["🤓"], ["❤"]]


async def test_where_a_group_allows_none_a_line_says_it(desk: Desk) -> None:
    await restrict(desk)

    [note] = await desk.here.send("// проверить в бухгалтерии")
    assert "продавец её не увидит" in (await desk.here.look()).last.text
    assert desk.here.last.reply_to == note.id
    [command] = await desk.here.send("/take")
    assert (desk.here.last.text, desk.here.last.reply_to) == ("Готово.", command.id)

    await desk.here.send("Деньги придут завтра")
    assert "дошедшие ответы не отмечаются" in (await desk.here.look()).last.text
    lines = len(desk.here.got)
    await desk.here.send("К обеду")
    assert len((await desk.here.look()).got) == lines  # said once


async def test_reactions_that_are_allowed_again_are_used_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowed_reactions, "KNOWN_FOR", 0.0)
    await restrict(desk)
    await desk.here.send("Завтра")
    await desk.shop.control("group", chat_id=desk.shop.group, action="reactions", allowed=None)

    [answer] = await desk.here.send("К обеду")

    await desk.here.look()
    assert reactions_of(desk, answer) == ["👌"]


async def test_check_says_which_reactions_to_allow(desk: Desk) -> None:
    admin = await desk.shop.admin()
    await restrict(desk, "👀", "👌", "👎")

    await admin.send("/check")

    assert "В группе «Поддержка» разрешены не все реакции" in admin.last.text
