"""What is written most goes a short way to its handler: always to the one where the long way would lead."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiogram import Dispatcher, Router

from bot.app import App
from bot.handlers import routers
from bot.handlers.agent.filters import ANONYMOUS
from bot.inbound.update_context import FsmStorage
from bot.inbound.update_handler import UpdateHandler
from bot.inbound.update_routing import UpdateRouting
from bot.telegram.sync_filters import call_in_line
from tests.conversations.desk import Desk, close_unanswered, draft_dialog, open_dialog
from tests.conversations.shop import Json

SHORT = ("plain words", "plain answers")
FIRST_ID = 1_000_000_000
PEOPLE_WRITE = (
    "Где мои деньги?", "привет", "100001", "№100001", "1", "деньги", "вчера", "спасибо", "/", "/2 шт", "/etc/hosts",
    "//", "// тсс", "\u200b//тсс", "..тсс", "... ну", "ююдля", ".", ".take", "юефлу", "/take", "/ефлу", "\u200b/take",
    "/взять", "/ask", "/ask Какой?", "/фыл Какой?", "/hold Смотрим", "/note тсс", "/close", "/close@other_bot",
    "/@other_bot", "/start", "/start x", "/help", "/помощь", "/new", "/dialogs", "/mydata", "/id", "/queue", "/on",
    "/find x", "/stats", "/unknown", "Новый диалог", "новый  ДИАЛОГ", "📝 Новый диалог", "Мои диалоги", "Помощь",
    "New dialog", "My dialogs", "Help", "отмена", "Отмените, пожалуйста", "/отмена", "/cancel", "cancel",
    "Cancel please", "отмена возврата", " ", "\u200b", "\u2060\u00ad", "",
)  # fmt: skip
FILE = {"file_id": "f", "file_unique_id": "u"}
PHOTO = [FILE | {"width": 1, "height": 1}]
MADE_OTHERWISE: tuple[Json, ...] = (
    {"text": "Да", "media_group_id": "7"},
    {"text": "Да", "forward_origin": {"type": "hidden_user", "sender_user_name": "Кто-то", "date": 1}},
    {"text": "Да", "quote": {"text": "деньги", "position": 0}},
    {"text": "Да", "via_bot": {"id": 77, "is_bot": True, "first_name": "Другой"}},
    {"text": "Да", "reply_to_story": {"chat": {"id": 5, "type": "private"}, "id": 1}},
    {"text": "Да", "external_reply": {"origin": {"type": "hidden_user", "sender_user_name": "Кто-то", "date": 1}}},
    {"photo": PHOTO},
    {"photo": PHOTO, "caption": "Да"},
    {"photo": PHOTO, "caption": "// тсс", "media_group_id": "8"},
    {"document": FILE},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"text": "", "new_chat_title": "Стол"},
    {"new_chat_title": "Стол"},
    {"forum_topic_closed": {}},
    {"migrate_to_chat_id": -1_000_000_000_777},
)
MESSAGES = (*({"text": text} for text in PEOPLE_WRITE), *MADE_OTHERWISE)


class Search(UpdateRouting):
    """Finds the handler, and does not call it."""

    def __init__(self, app: App, asked: list[Router]) -> None:
        dispatcher = Dispatcher(disable_fsm=True, **app.dispatcher.workflow_data)
        dispatcher.include_routers(*asked)
        call_in_line(dispatcher)
        for router in dispatcher.chain_tail:
            for observer in router.observers.values():
                for handler in observer.handlers:
                    handler.callback, handler.varkw = self._noting(handler.callback), True
        super().__init__(dispatcher, FsmStorage(app.store), app.bot)
        self._app = app
        self._found: list[str] = []

    def _noting(self, handler: Callable[..., Any]) -> Callable[..., Any]:
        async def note(*event: Any, **data: Any) -> None:
            self._found.append(f"{handler.__module__}.{handler.__qualname__}")

        return note

    async def find(self, raw: Json) -> list[str]:
        app = self._app
        handler = UpdateHandler(bot=app.bot, routing=self, store=app.store, texts=app.texts, screens=app.screens,
                                config=app.config_sync, clock=app.clock)  # fmt: skip
        self._found = []
        await handler.handle(raw)
        return self._found


class Ways:
    def __init__(self, desk: Desk) -> None:
        app = desk.shop.app
        self._now = app.clock() // 1000
        self._update_id = FIRST_ID
        self._both = Search(app, routers())
        self._long = Search(app, [router for router in routers() if router.name not in SHORT])
        self._short = Search(app, [router for router in routers() if router.name in SHORT])

    async def differ(self, where: Json) -> list[Any]:
        """The messages that the short way leads elsewhere."""
        found = [(message, *await self._ask(where | message, self._both, self._long)) for message in MESSAGES]
        return [(message, now, else_) for message, now, else_ in found if now != else_]

    async def short(self, where: Json, text: str) -> list[str]:
        [found] = await self._ask(where | {"text": text}, self._short)
        return found

    async def _ask(self, message: Json, *ways: Search) -> list[list[str]]:
        found = []
        for way in ways:
            self._update_id += 1
            base = {"message_id": self._update_id, "date": self._now}
            found.append(await way.find({"update_id": self._update_id, "message": base | message}))
        return found


def by(person_id: int, **more: Any) -> Json:
    return {"from": {"id": person_id, "is_bot": False, "first_name": "Кто-то"} | more}


def in_private(person_id: int, **more: Any) -> Json:
    return {"chat": {"id": person_id, "type": "private", "first_name": "Анна"}, **by(person_id), **more}


def in_group(desk: Desk, thread: int | None = None, **more: Any) -> Json:
    chat = {"id": desk.shop.group, "type": "supergroup", "title": "Поддержка", "is_forum": True}
    topic = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
    return {"chat": chat, **by(desk.pyotr.id), **topic, **more}


async def sellers(desk: Desk) -> AsyncIterator[Json]:
    """A seller who comes from one place to the next; and others who write in private."""
    anna = desk.anna
    there = in_private(anna.id)
    yield there
    yield there | {"reply_to_message": anna.got[-1].data}
    yield there | {"reply_to_message": in_private(anna.id, message_id=1, date=1, text="чужое")}
    yield in_private(anna.id, message_thread_id=5, is_topic_message=True)
    for words in ("/dialogs", "/new", "возврат"):
        await anna.send(words)
        yield there
    await draft_dialog(anna, words="аналитика")
    yield there
    await anna.click("Создать диалог")
    yield there
    await anna.send("/start")
    yield there
    await anna.send("Ещё вопрос")
    yield there
    yield in_private((await desk.shop.seller("Борис")).id)
    yield in_private(desk.shop.app.settings.admin_ids[0])
    yield in_private(desk.pyotr.id)
    await desk.here.send("/ban Спам")
    yield there


async def agents(desk: Desk) -> AsyncIterator[Json]:
    """A dialog's topic, in which things happen; and what else is written in the group."""
    topic = desk.here.thread_id
    yield in_group(desk, topic)
    yield in_group(desk, topic, reply_to_message=desk.here.got[1].data)
    yield in_group(desk, topic, **by(ANONYMOUS, is_bot=True), sender_chat={"id": desk.shop.group, "type": "supergroup"})
    yield in_group(desk, topic, **by(136817688, is_bot=True), sender_chat={"id": -1_000_000_000_888, "type": "channel"})
    yield in_group(desk, topic, **by(77, is_bot=True))
    yield in_group(desk, topic, **by(desk.shop.app.settings.admin_ids[0]))
    yield in_group(desk)
    yield in_group(desk, reply_to_message=desk.here.got[1].data)
    yield in_group(desk, 987_654)
    yield in_group(desk, topic) | {"chat": {"id": -1_000_000_000_999, "type": "supergroup", "title": "Чужая"}}
    desk.shop.app.desk.rules.replies_only = True
    yield in_group(desk, topic)
    yield in_group(desk, topic, reply_to_message=desk.here.got[1].data)
    desk.shop.app.desk.rules.replies_only = False
    await desk.here.click("Запросить уточнение")
    yield in_group(desk, topic)
    other = await open_dialog(desk.anna, words="аналитика")
    there = await desk.pyotr.topic(other)
    await desk.here.send(f"/merge {other}")
    yield in_group(desk, there.thread_id)
    await close_unanswered(desk.here)
    yield in_group(desk, topic)
    await desk.shop.app.store.erase_dialogs([desk.number])
    yield in_group(desk, topic)


@pytest.mark.parametrize("situations", [sellers, agents])
async def test_the_short_way_leads_where_the_long_one_would(
    desk: Desk, situations: Callable[[Desk], AsyncIterator[Json]]
) -> None:
    ways = Ways(desk)
    async for where in situations(desk):
        assert await ways.differ(where) == [], where


async def test_what_is_written_most_goes_the_short_way(desk: Desk) -> None:
    ways = Ways(desk)
    assert await ways.short(in_private(desk.anna.id), "Где мои деньги?") == ["bot.handlers.seller.free_text.write"]
    assert await ways.short(in_group(desk, desk.here.thread_id), "Уже едут") == ["bot.handlers.agent.relay.answer"]
