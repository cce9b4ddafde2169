"""How the bot learns of what happens: long polling and the webhook."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.types import ReactionTypeEmoji, Update
from aiohttp import web

from sandbox.button_presses import LIFE
from sandbox.first_world import GROUP
from sandbox.updates import DAY
from tests.http_server import served
from tests.sandbox.conftest import AGENT, OTHER_SELLER, SELLER, Clock, Ear, Side

# ---- long polling


def texts(updates: list[Update]) -> list[str | None]:
    return [one.message.text for one in updates if one.message]


async def test_updates_come_until_they_are_confirmed(bot: Bot, people: Side) -> None:
    for text in ("раз", "два", "три"):
        await people.write(text)

    first = await bot.get_updates(timeout=0)
    assert texts(first) == ["раз", "два", "три"]
    assert texts(await bot.get_updates(timeout=0)) == ["раз", "два", "три"]
    assert texts(await bot.get_updates(timeout=0, offset=first[0].update_id + 1, limit=1)) == ["два"]
    assert texts(await bot.get_updates(timeout=0, offset=-1)) == ["три"]
    assert texts(await bot.get_updates(timeout=0)) == ["три"], "a negative offset forgets what came before"
    assert await bot.get_updates(timeout=0, offset=first[-1].update_id + 1) == []
    assert await bot.get_updates(timeout=0) == []


async def test_a_poll_waits_for_news(bot: Bot, people: Side) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    assert not waiting.done()

    await people.write("привет")
    assert texts(await asyncio.wait_for(waiting, 5)) == ["привет"]


async def test_a_second_poll_ends_the_first(bot: Bot, people: Side) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(bot.get_updates(timeout=30))

    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await asyncio.wait_for(first, 5)
    await people.write("привет")
    assert texts(await asyncio.wait_for(second, 5)) == ["привет"]


async def test_updates_grow_too_old(bot: Bot, people: Side, clock: Clock) -> None:
    await people.write("вчера")
    await people.do("press", chat_id=SELLER, message_id=1, from_id=SELLER, data="x", wait=0)

    clock.now += LIFE
    assert texts(found := await bot.get_updates(timeout=0)) == ["вчера"]
    assert len(found) == 1, "the press is gone"
    clock.now += DAY
    assert await bot.get_updates(timeout=0) == []


async def test_some_kinds_come_only_when_asked_for(bot: Bot, people: Side, ear: Ear) -> None:
    message_id = (await people.write())["message_id"]
    react: dict[str, Any] = {"chat_id": SELLER, "message_id": message_id, "from_id": SELLER}
    await people.do("react", **react, emoji="👍")
    assert [one.event_type for one in await ear.hear()] == ["message"]

    await ear.hear(allowed_updates=["message_reaction"])
    await people.do("react", **react, emoji="🔥")
    await people.write()
    reaction = (await ear.hear())[0].message_reaction
    assert reaction
    assert [one.emoji for one in reaction.old_reaction if isinstance(one, ReactionTypeEmoji)] == ["👍"]
    assert [one.emoji for one in reaction.new_reaction if isinstance(one, ReactionTypeEmoji)] == ["🔥"]
    assert await ear.hear() == []


# ---- what a bot hears of a group


async def test_its_own_words_are_no_news_but_its_deeds_are(bot: Bot, people: Side, ear: Ear, topic: int) -> None:
    await people.write("/start")
    card = await bot.send_message(GROUP, "Карточка", message_thread_id=topic)
    await bot.pin_chat_message(GROUP, card.message_id)
    await bot.edit_forum_topic(GROUP, topic, "Новое имя")
    await bot.close_forum_topic(GROUP, topic)

    heard = [one.message for one in await ear.hear() if one.message]
    assert [one.content_type for one in heard] == [
        "forum_topic_created",
        "text",
        "pinned_message",
        "forum_topic_edited",
        "forum_topic_closed",
    ]
    assert all(one.message_thread_id == topic for one in heard if one.content_type != "text")


async def test_privacy_where_the_bot_is_no_admin(bot: Bot, people: Side, ear: Ear) -> None:
    made = await people.do(
        "group", action="create", title="Малая", type="group", members=[AGENT], bot="member"
    )  # fmt: skip
    group = made["chat"]["id"]
    ours = await bot.send_message(group, "Новый диалог")
    await ear.hear()

    await people.write("между собой", AGENT, chat_id=group)
    await people.write("ответ продавцу", AGENT, chat_id=group, reply_to_message_id=ours.message_id)
    await people.write("/queue", AGENT, chat_id=group)
    await people.write("эй, @SellerDesk_Sandbox_bot", AGENT, chat_id=group)
    assert len(texts(await ear.hear())) == 3

    await people.do("group", chat_id=group, action="member", status="administrator")
    await people.write("между собой", AGENT, chat_id=group)
    moved, heard = await ear.hear()
    assert moved.my_chat_member
    assert moved.my_chat_member.new_chat_member.status == "administrator"
    assert heard.message
    assert heard.message.text == "между собой"


async def test_what_is_written_in_a_topic_replies_to_its_first_message(bot: Bot, people: Side, topic: int) -> None:
    plain = await people.agent_writes("x", message_thread_id=topic)
    reply = await people.agent_writes("y", message_thread_id=topic, reply_to_message_id=plain["message_id"])
    general = await people.agent_writes("z")
    in_general = await people.agent_writes("w", reply_to_message_id=general["message_id"])

    assert plain["is_topic_message"]
    assert plain["reply_to_message"]["forum_topic_created"]["name"] == "№123456"
    assert reply["reply_to_message"]["text"] == "x"
    assert "message_thread_id" not in general
    assert in_general["message_thread_id"] == general["message_id"], "a thread of replies, and no topic"
    assert "is_topic_message" not in in_general


async def test_an_anonymous_admin_is_the_group(people: Side, ear: Ear) -> None:
    await people.write("от имени группы", 1087968824, chat_id=GROUP)

    heard = (await ear.hear())[0].message
    assert heard
    assert heard.sender_chat
    assert heard.sender_chat.id == GROUP
    assert heard.from_user
    assert heard.from_user.username == "GroupAnonymousBot"


async def test_edits_and_albums(people: Side, ear: Ear) -> None:
    message_id = (await people.write("опечятка"))["message_id"]
    await people.do("edit", chat_id=SELLER, message_id=message_id, from_id=SELLER, text="опечатка")
    items = [{"kind": "photo", "caption": "две"}, {"kind": "video"}]
    await people.do("send", chat_id=SELLER, from_id=SELLER, items=items, album=True)

    _, edit, first, second = await ear.hear()
    assert edit.edited_message
    assert (edit.edited_message.text, bool(edit.edited_message.edit_date)) == ("опечатка", True)
    assert first.message
    assert second.message
    assert first.message.media_group_id == second.message.media_group_id != None  # noqa: E711
    assert (first.message.caption, second.message.caption) == ("две", None)


# ---- webhook


class Hook:
    """A bot's webhook: writes down what came, and answers what the test wants."""

    def __init__(self) -> None:
        self.url = ""
        self.heard: list[dict[str, Any]] = []
        self._news = asyncio.Condition()
        self.secrets: list[str | None] = []
        self.answers: list[web.Response] = []
        self.gate: dict[int, asyncio.Event] = {}

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if gate := self.gate.get(update.get("message", {}).get("chat", {}).get("id")):
            await gate.wait()
        async with self._news:
            self.heard.append(update)
            self._news.notify_all()
        return self.answers.pop(0) if self.answers else web.Response()

    def texts(self) -> list[str]:
        return [one["message"]["text"] for one in self.heard]

    async def until(self, count: int) -> None:
        async with asyncio.timeout(5):
            async with self._news:
                await self._news.wait_for(lambda: len(self.heard) >= count)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    there = Hook()
    app = web.Application()
    app.router.add_post("/hook", there.take)
    async with served(app) as url:
        there.url = f"{url}/hook"
        yield there


async def test_the_webhook_gets_what_waited_and_what_comes(bot: Bot, people: Side, hook: Hook) -> None:
    await people.write("до")
    await bot.set_webhook(hook.url, secret_token="s3cret")
    await hook.until(1)
    await people.write("после")
    await hook.until(2)

    assert hook.texts() == ["до", "после"]
    assert set(hook.secrets) == {"s3cret"}
    assert (await bot.get_webhook_info()).pending_update_count == 0
    with pytest.raises(TelegramConflictError, match="webhook is active"):
        await bot.get_updates(timeout=0)
    await bot.delete_webhook()
    assert await bot.get_updates(timeout=0) == []


async def test_one_chat_in_order_and_others_beside_it(bot: Bot, people: Side, hook: Hook) -> None:
    gate = hook.gate[SELLER] = asyncio.Event()
    await bot.set_webhook(hook.url)
    for text in ("раз", "два", "три"):
        await people.write(text)
    await people.write("другой", OTHER_SELLER)
    await hook.until(1)
    assert hook.texts() == ["другой"], "the first chat waits, the second does not"

    gate.set()
    await hook.until(4)
    assert hook.texts() == ["другой", "раз", "два", "три"]


async def test_a_failure_is_tried_again_before_the_next(bot: Bot, people: Side, hook: Hook) -> None:
    hook.answers = [web.Response(status=500)]
    await bot.set_webhook(hook.url)
    await people.write("раз")
    await people.write("два")
    await hook.until(3)

    assert hook.texts() == ["раз", "раз", "два"]
    assert "500" in ((await bot.get_webhook_info()).last_error_message or "")


async def test_an_outage_holds_the_webhook_back_too(bot: Bot, people: Side, hook: Hook, clock: Clock) -> None:
    await bot.set_webhook(hook.url)
    await people.do("trouble", outage_seconds=20)
    await people.write("раз")
    await people.write("два")
    await asyncio.sleep(0.05)
    assert hook.heard == []

    clock.now += 20
    await hook.until(2)
    assert hook.texts() == ["раз", "два"]


async def test_the_answer_may_be_a_call(bot: Bot, people: Side, hook: Hook) -> None:
    hook.answers = [web.json_response({"method": "sendMessage", "chat_id": SELLER, "text": "сразу"})]
    await bot.set_webhook(hook.url)
    await people.write("привет")
    await hook.until(1)
    await people.write("и ещё")
    await hook.until(2)

    assert "сразу" in [one["text"] for one in (await people.chat(SELLER))["messages"]]


async def test_webhooks_that_telegram_would_not_take(bot: Bot) -> None:
    for url in ("http://example.com/hook", "ftp://127.0.0.1"):
        with pytest.raises(TelegramBadRequest, match="HTTPS URL must be provided"):
            await bot.set_webhook(url)
    with pytest.raises(TelegramBadRequest, match="secret token contains unallowed characters"):
        await bot.set_webhook("http://127.0.0.1/hook", secret_token="с секретом")
