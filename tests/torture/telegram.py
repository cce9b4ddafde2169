"""The sandbox, as the people in it see it and as its log tells it."""

from typing import Any

import aiohttp

TOKEN = "42:TORTURE"
Json = dict[str, Any]


class Refused(Exception):
    """Telegram's apps would not let a person do this now."""


class Telegram:
    """The sandbox's control side, and its Bot API where only that knows."""

    def __init__(self, url: str, http: aiohttp.ClientSession) -> None:
        self.url = url
        self.http = http

    async def do(self, path: str, **body: Any) -> Json:
        async with self.http.post(f"{self.url}/control/{path}", json=body) as answer:
            found: Json = await answer.json()
            if answer.status != 200:
                raise Refused(found.get("error"))
            return found

    async def change_person(self, person_id: int, **fields: Any) -> None:
        async with self.http.patch(f"{self.url}/control/people/{person_id}", json=fields) as answer:
            assert answer.status == 200, await answer.text()

    async def look(self, path: str, **query: Any) -> Json:
        async with self.http.get(f"{self.url}/control/{path}", params=query) as answer:
            assert answer.status == 200, await answer.text()
            found: Json = await answer.json()
            return found

    async def messages(self, chat_id: int, limit: int = 1_000_000) -> list[Json]:
        found: list[Json] = (await self.look("messages", chat_id=chat_id, limit=limit))["messages"]
        return found

    async def topics(self, chat_id: int) -> list[Json]:
        state = await self.look("state", messages=0)
        return next((view["topics"] for view in state["chats"] if view["chat"]["id"] == chat_id), [])

    async def updates_waiting(self) -> int:
        async with self.http.post(f"{self.url}/bot{TOKEN}/getWebhookInfo") as answer:
            info = (await answer.json()).get("result")
        return int(info["pending_update_count"]) if info else 1


def text_of(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def is_of_bot(message: Json) -> bool:
    return bool(message.get("from", {}).get("is_bot"))
