"""Sellers with one dialog each, and what is written in it from both sides."""

import asyncio
import random
import re
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field

from tests.torture.ledger import Sent, Way
from tests.torture.telegram import Json, Telegram, is_of_bot, text_of

PATIENCE = 90.0  # seconds for one answer of the bot
LOOK_EVERY = 0.1


@dataclass(frozen=True, slots=True)
class Place:
    """Where one writes: a chat, a topic in it, or in reply to a message."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None

    def body(self) -> Json:
        body = {"message_thread_id": self.thread_id, "reply_to_message_id": self.reply_to}
        return {"chat_id": self.chat_id} | {name: value for name, value in body.items() if value}


class Writer:
    """One direction of a dialog: what is sent here is written into the ledger when Telegram has it."""

    def __init__(self, telegram: Telegram, way: Way, place: Place) -> None:
        self.telegram = telegram
        self.way = way
        self.place = place
        self.turn = asyncio.Lock()  # so that the ledger's order is Telegram's

    async def write(self, from_id: int, count: int = 1, kind: str | None = None) -> None:
        """A text, or `count` things (as an album where there are several)."""
        async with self.turn:
            tokens = self.way.next_tokens(count)
            body = self.place.body() | {"from_id": from_id}
            if kind is None:
                body["text"] = tokens[0]
            else:
                items = [{"kind": kind, "size": 9_000, "name": f"{one}.pdf", "caption": one} for one in tokens]
                body |= {"items": items, "album": count > 1}
            await to_its_end(self._keep(body))

    async def _keep(self, body: Json) -> None:
        self.way.keep((await self.telegram.do("send", **body))["messages"], time.time())

    async def edit(self, from_id: int, chance: random.Random) -> None:
        """One of the last messages of this place."""
        async with self.turn:
            here = [sent for sent in self.way.sent[-5:] if sent.chat_id == self.place.chat_id]
            if not here:
                return
            sent = chance.choice(here)
            await to_its_end(self._keep_version(sent, from_id))

    async def _keep_version(self, sent: Sent, from_id: int) -> None:
        body = {"chat_id": sent.chat_id, "message_id": sent.post_id, "from_id": from_id}
        await self.telegram.do("edit", **body, **{sent.field: self.way.token(sent.seq, sent.version + 1)})
        sent.version += 1


@dataclass(slots=True)
class Seller:
    telegram: Telegram
    id: int
    is_away: bool = False  # blocked the bot for a while
    writes: Writer = field(init=False)
    is_answered: Writer = field(init=False)

    @property
    def number(self) -> int:
        return self.writes.way.dialog

    @property
    def ways(self) -> tuple[Way, Way]:
        return self.writes.way, self.is_answered.way

    async def open_dialog(self, topic: str, group: int) -> None:
        await self._say(f"/start t_{topic}")
        shown = await self._news("Всё равно написать", "Создать диалог", "Опишите вопрос")
        if _button(shown, "Всё равно написать"):
            await self._press(shown, "Всё равно написать")
            shown = await self._news("Создать диалог", "Опишите вопрос")
        if not _button(shown, "Создать диалог"):
            await self._say(f"Вопрос продавца {self.id}")
            shown = await self._news("Создать диалог")
        await self._press(shown, "Создать диалог")
        found = re.search(r"№(\d+) создан", text_of(await self._news("создан")))
        assert found
        number = int(found[1])
        self.writes = Writer(self.telegram, Way("s", number), Place(self.id))
        self.is_answered = Writer(self.telegram, Way("a", number), await stands(self.telegram, number, group))

    async def _say(self, text: str) -> None:
        await self.telegram.do("send", chat_id=self.id, from_id=self.id, text=text)

    async def _news(self, *words: str) -> Json:
        """The newest message that holds one of the words, in its text or on a button."""
        for _ in range(int(PATIENCE / LOOK_EVERY)):
            for message in reversed(await self.telegram.messages(self.id, 4)):
                if any(word in text_of(message) or _button(message, word) for word in words):
                    return message
            await asyncio.sleep(LOOK_EVERY)
        raise TimeoutError(f"seller {self.id} waits for {words}: {await self.telegram.messages(self.id, 4)}")

    async def _press(self, message: Json, label: str) -> None:
        button = _button(message, label)
        assert button, message
        await self.telegram.do(
            "press", chat_id=self.id, message_id=message["message_id"], from_id=self.id,
            data=button["callback_data"], wait=PATIENCE,
        )  # fmt: skip


async def to_its_end(act: Coroutine[None, None, None]) -> None:
    """What Telegram has stands in the ledger, also where the load is called off in the middle of it."""
    task = asyncio.create_task(act)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


async def stands(telegram: Telegram, number: int, group: int) -> Place:
    """Where agents answer this dialog: in its topic, else in reply to its card."""
    for _ in range(int(PATIENCE / LOOK_EVERY)):
        for topic in reversed(await telegram.topics(group)):
            if str(number) in topic["name"] and not topic["closed"]:
                return Place(group, topic["message_thread_id"])
        for message in await telegram.messages(group):
            if is_of_bot(message) and f"Диалог №{number}" in text_of(message) and "message_thread_id" not in message:
                return Place(group, reply_to=message["message_id"])
        await asyncio.sleep(LOOK_EVERY * 2)
    raise TimeoutError(f"dialog {number} does not stand in {group}")


def _button(message: Json, label: str) -> Json | None:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return next((button for row in rows for button in row if label in button["text"]), None)
