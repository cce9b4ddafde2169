"""A shop in the sandbox: sellers with one dialog each, and agents who answer in the topics."""

import asyncio
import random
import re
from typing import Any

import aiohttp

from tests.torture.ledger import Way

TOKEN = "42:TORTURE"
WORDS = "возврат брака"
PATIENCE = 60.0  # seconds for one answer of the bot
Json = dict[str, Any]


class Refused(Exception):
    """Telegram's apps would not let a person do this now."""


class Telegram:
    """The sandbox's control side, and its Bot API where only that knows."""

    def __init__(self, url: str, http: aiohttp.ClientSession) -> None:
        self.url = url
        self._http = http

    async def do(self, path: str, **body: Any) -> Json:
        async with self._http.post(f"{self.url}/control/{path}", json=body) as answer:
            found: Json = await answer.json()
            if answer.status != 200:
                raise Refused(found.get("error"))
            return found

    async def change_person(self, person_id: int, **fields: Any) -> None:
        async with self._http.patch(f"{self.url}/control/people/{person_id}", json=fields) as answer:
            assert answer.status == 200, await answer.text()

    async def look(self, path: str, **query: Any) -> Json:
        async with self._http.get(f"{self.url}/control/{path}", params=query) as answer:
            assert answer.status == 200, await answer.text()
            found: Json = await answer.json()
            return found

    async def messages(self, chat_id: int, limit: int = 1_000_000) -> list[Json]:
        found: list[Json] = (await self.look("messages", chat_id=chat_id, limit=limit))["messages"]
        return found

    async def ask(self, method: str) -> Any:
        async with self._http.post(f"{self.url}/bot{TOKEN}/{method}") as answer:
            return (await answer.json()).get("result")

    async def updates_waiting(self) -> int:
        info = await self.ask("getWebhookInfo")
        return int(info["pending_update_count"]) if info else 1


class Writer:
    """One direction of a dialog: what is sent here is written into the ledger when Telegram has it."""

    def __init__(self, telegram: Telegram, way: Way, chat_id: int, thread_id: int | None) -> None:
        self.telegram = telegram
        self.way = way
        self.chat_id = chat_id
        self.thread_id = thread_id
        self._turn = asyncio.Lock()  # so that the ledger's order is Telegram's

    async def write(self, from_id: int, count: int = 1, kind: str | None = None) -> None:
        """A text, or `count` things (as an album where there are several)."""
        async with self._turn:
            tokens = self.way.next_tokens(count)
            body: Json = {"chat_id": self.chat_id, "from_id": from_id}
            if self.thread_id:
                body["message_thread_id"] = self.thread_id
            if kind is None:
                body["text"] = tokens[0]
            else:
                items = [{"kind": kind, "size": 9_000, "name": f"{one}.pdf", "caption": one} for one in tokens]
                body |= {"items": items, "album": count > 1}
            self.way.keep((await self.telegram.do("send", **body))["messages"])

    async def edit(self, from_id: int, chance: random.Random) -> None:
        """One of the last messages."""
        async with self._turn:
            if not self.way.sent:
                return
            sent = chance.choice(self.way.sent[-5:])
            body = {"chat_id": self.chat_id, "message_id": sent.post_id, "from_id": from_id}
            await self.telegram.do("edit", **body, **{sent.field: self.way.token(sent.seq, sent.version + 1)})
            sent.version += 1


class Seller:
    def __init__(self, telegram: Telegram, person_id: int) -> None:
        self.telegram = telegram
        self.id = person_id
        self.is_away = False  # blocked the bot for a while
        self.writes: Writer
        self.is_answered: Writer

    @property
    def ways(self) -> list[Way]:
        return [self.writes.way, self.is_answered.way]

    async def open_dialog(self, group: int) -> None:
        await self._say(WORDS)
        await self._press(await self._news("›"), "›")
        shown = await self._news("Всё равно написать", "Создать диалог", "Опишите вопрос")
        if _button(shown, "Всё равно написать"):
            await self._press(shown, "Всё равно написать")
            shown = await self._news("Создать диалог", "Опишите вопрос")
        if not _button(shown, "Создать диалог"):
            await self._say(f"Вопрос продавца {self.id}")
            shown = await self._news("Создать диалог")
        await self._press(shown, "Создать диалог")
        number = re.search(r"№(\d+) создан", _text(await self._news("создан")))
        assert number
        thread = await self._topic(group, number[1])
        self.writes = Writer(self.telegram, Way("s", int(number[1])), self.id, None)
        self.is_answered = Writer(self.telegram, Way("a", int(number[1])), group, thread)

    async def _say(self, text: str) -> None:
        await self.telegram.do("send", chat_id=self.id, from_id=self.id, text=text)

    async def _news(self, *words: str) -> Json:
        """The newest message that holds one of the words, in its text or on a button."""
        for _ in range(int(PATIENCE / 0.1)):
            for message in reversed(await self.telegram.messages(self.id, 4)):
                if any(word in _text(message) or _button(message, word) for word in words):
                    return message
            await asyncio.sleep(0.1)
        raise TimeoutError(f"seller {self.id} waits for {words}: {await self.telegram.messages(self.id, 4)}")

    async def _press(self, message: Json, label: str) -> None:
        button = _button(message, label)
        assert button, message
        await self.telegram.do(
            "press", chat_id=self.id, message_id=message["message_id"], from_id=self.id,
            data=button["callback_data"], wait=PATIENCE,
        )  # fmt: skip

    async def _topic(self, group: int, number: str) -> int:
        for _ in range(int(PATIENCE / 0.2)):
            state = await self.telegram.look("state")
            topics = next(view["topics"] for view in state["chats"] if view["chat"]["id"] == group)
            for topic in topics:
                if number in topic["name"]:
                    return int(topic["message_thread_id"])
            await asyncio.sleep(0.2)
        raise TimeoutError(f"no topic of {number}")


def _text(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def _button(message: Json, label: str) -> Json | None:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return next((button for row in rows for button in row if label in button["text"]), None)
