"""A shop with its people, for tests that read as conversations: the real bot on the real sandbox, time by hand."""

import asyncio
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.app import App
from tests.conversations.clock import ManualClock

SETTLES_WITHIN = 15_000  # ms that the clock may move by itself: albums and cards wait some seconds
PATIENCE = 20.0  # seconds of real time

Json = dict[str, Any]


class Post:
    """A message as a person sees it."""

    def __init__(self, data: Json) -> None:
        self.data = data
        self.id: int = data["message_id"]

    @property
    def text(self) -> str:
        return str(self.data.get("text") or self.data.get("caption") or "")

    @property
    def kind(self) -> str:
        kinds = ("photo", "animation", "document", "video", "audio", "voice", "video_note", "sticker", "contact",
                 "venue", "location", "poll", "dice")  # fmt: skip
        return next((kind for kind in kinds if kind in self.data), "text" if "text" in self.data else "service")

    @property
    def entities(self) -> list[Json]:
        return list(self.data.get("entities") or self.data.get("caption_entities") or [])

    @property
    def buttons(self) -> list[str]:
        return [button["text"] for button in self.inline]

    @property
    def copied(self) -> list[str]:
        """What its buttons put into the presser's clipboard."""
        return [button["copy_text"]["text"] for button in self.inline if "copy_text" in button]

    @property
    def inline(self) -> list[Json]:
        rows = self.data.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def edited(self) -> bool:
        return "edit_date" in self.data

    @property
    def by_bot(self) -> bool:
        return bool(self.data.get("from", {}).get("is_bot"))

    @property
    def reactions(self) -> list[str]:
        return list(self.data.get("_reactions", []))

    @property
    def reply_to(self) -> int | None:
        found = self.data.get("reply_to_message")
        return found["message_id"] if found else None

    @property
    def album(self) -> str | None:
        return self.data.get("media_group_id")

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id} {self.text!r} {self.buttons}>"


@dataclass
class File:
    kind: str
    size: int = 10_000
    name: str | None = None
    caption: str | None = None

    def item(self) -> Json:
        fields = {"kind": self.kind, "size": self.size, "name": self.name, "caption": self.caption}
        return {key: value for key, value in fields.items() if value is not None}


class Somebody:
    """A person in one chat: a seller or an admin in private, an agent in the group or in a topic."""

    def __init__(self, shop: "Shop", person: Json, chat_id: int, thread_id: int | None = None) -> None:
        self.shop = shop
        self.id: int = person["id"]
        self.name: str = person["first_name"]
        self.chat_id = chat_id
        self.thread_id = thread_id

    # ---- doing

    async def send(
        self, text: str | None = None, *files: File, album: bool = False, reply_to: Post | None = None, **more: Any
    ) -> list[Post]:
        """A text, files one by one, or an album; `text` with files is the first one's caption."""
        body: Json = {"chat_id": self.chat_id, "from_id": self.id, **more}
        if self.thread_id:
            body["message_thread_id"] = self.thread_id
        if reply_to:
            body["reply_to_message_id"] = reply_to.id
        if files:
            items = [file.item() for file in files]
            if text is not None:
                items[0]["caption"] = text
            body |= {"items": items, "album": album}
        elif text is not None:
            body["text"] = text
        sent = await self.shop.control("send", **body)
        await self.shop.settle()
        return [Post(message) for message in sent["messages"]]

    async def edit(self, post: Post, text: str) -> None:
        field = "text" if post.kind == "text" else "caption"
        body = {"chat_id": self.chat_id, "message_id": post.id, "from_id": self.id, field: text}
        await self.shop.control("edit", **body)
        await self.shop.settle()

    async def react(self, post: Post, emoji: str | None) -> None:
        """None takes the reaction away."""
        body = {"chat_id": self.chat_id, "message_id": post.id, "from_id": self.id, "emoji": emoji}
        await self.shop.control("react", **body)
        await self.shop.settle()

    async def click(self, label: str, on: Post | None = None) -> Json | None:
        """Presses the newest button whose text holds `label`; the callback's answer, if it was an inline one."""
        await self.look()
        for post in [on] if on else reversed(self.posts):
            for button in post.inline:
                if label in button["text"] and "callback_data" in button:
                    return await self.press(post, button["callback_data"])
        key = next((key for key in self.keyboard if label in key), None)
        assert key is not None, f"no button «{label}» among {[post.buttons for post in self.posts]} and {self.keyboard}"
        await self.send(key)
        return None

    async def press(self, post: Post, data: str) -> Json | None:
        """The button with this callback data, forged or not."""
        body = {"chat_id": self.chat_id, "message_id": post.id, "from_id": self.id, "data": data, "wait": 5}
        pressing = asyncio.create_task(self.shop.control("press", **body))
        while not pressing.done():
            await self.shop.settle()
            await asyncio.sleep(0.005)
        await self.shop.settle()
        answer: Json | None = (await pressing).get("answer")
        return answer

    # ---- looking

    async def look(self) -> "Somebody":
        await self.shop.look()
        return self

    @property
    def posts(self) -> list[Post]:
        """What stands in the chat (or topic), as it was at the last look."""
        found = [Post(data) for data in self.shop.chat(self.chat_id)["messages"] if not data.get("_deleted")]
        if self.thread_id:
            found = [post for post in found if post.data.get("message_thread_id") == self.thread_id]
        return [post for post in found if post.kind != "service"]

    @property
    def got(self) -> list[Post]:
        """What the bot wrote here."""
        return [post for post in self.posts if post.by_bot]

    @property
    def last(self) -> Post:
        return self.got[-1]

    @property
    def buttons(self) -> list[str]:
        return self.last.buttons

    @property
    def keyboard(self) -> list[str]:
        keyboard = self.shop.chat(self.chat_id).get("keyboard") or {}
        return [
            button["text"] if isinstance(button, dict) else button
            for row in keyboard.get("keyboard", [])
            for button in row
        ]

    def in_topic(self, topic: Json) -> "Somebody":
        return Somebody(self.shop, {"id": self.id, "first_name": self.name}, self.chat_id, topic["message_thread_id"])

    async def topic(self, number: int) -> "Somebody":
        """This person in the newest topic of a dialog."""
        await self.shop.look()
        return self.in_topic(self.shop.topic(number))


class Shop:
    def __init__(self, app: App, url: str, http: aiohttp.ClientSession, clock: ManualClock) -> None:
        self.app = app
        self.url = url
        self.clock = clock
        self.group: int = app.settings.agent_group
        self._http = http
        self._state: Json = {}

    # ---- people

    async def seller(self, name: str = "Анна", language: str = "ru", **fields: Any) -> Somebody:
        person = await self.control("people", first_name=name, language_code=language, role="seller", **fields)
        return Somebody(self, person, person["id"])

    async def agent(self, name: str = "Пётр", **fields: Any) -> Somebody:
        """A member of the agents' group."""
        person = await self.control("people", first_name=name, language_code="ru", role="agent", **fields)
        await self.control("group", chat_id=self.group, action="member", user_id=person["id"], status="member")
        return Somebody(self, person, self.group)

    async def admin(self) -> Somebody:
        """The admin of the settings, in private."""
        await self.look()
        admin_id = self.app.settings.admin_ids[0]
        person = next(person for person in self._state["people"] if person["id"] == admin_id)
        return Somebody(self, person, admin_id)

    # ---- the world

    async def control(self, path: str, **body: Any) -> Json:
        async with self._http.post(f"{self.url}/control/{path}", json=body) as answer:
            found: Json = await answer.json()
            assert answer.status == 200, (path, body, found)
            return found

    async def patch_person(self, person: Somebody, **fields: Any) -> None:
        async with self._http.patch(f"{self.url}/control/people/{person.id}", json=fields) as answer:
            assert answer.status == 200, await answer.text()
        await self.settle()

    async def get(self, path: str) -> Json:
        async with self._http.get(f"{self.url}/control/{path}") as answer:
            assert answer.status == 200, await answer.text()
            found: Json = await answer.json()
            return found

    async def calls(self, *methods: str) -> list[Json]:
        """Bot API calls so far."""
        found = (await self.get("calls?since=0"))["calls"]
        return [call for call in found if not methods or call["method"] in methods]

    async def look(self) -> None:
        self._state = await self.get("state")

    def chat(self, chat_id: int) -> Json:
        empty: Json = {"messages": [], "topics": []}
        return next((view for view in self._state["chats"] if view["chat"]["id"] == chat_id), empty)

    def topic(self, number: int) -> Json:
        found = [
            topic
            for topic in self.chat(self.group)["topics"]
            if str(number) in topic["name"] and not topic.get("deleted")
        ]
        assert found, f"no topic of {number} among {self.chat(self.group)['topics']}"
        newest: Json = found[-1]
        return newest

    # ---- time

    async def settle(self) -> None:
        """Until the bot has nothing more to do; the clock moves only for what is due in some seconds."""
        limit = self.clock.now + SETTLES_WITHIN
        async with asyncio.timeout(PATIENCE):
            while True:
                taken = await self.app.polling.once(0)
                await self.app.update_worker.settle()
                await self.app.background.settle()
                await self.app.screens.settle()
                self.app.delivery._woken.clear()
                await self.app.delivery.read()
                await self._streams_rest()
                waking = self.clock.next_waking
                if self.clock.sleeping and waking is not None and waking <= limit:
                    self.clock.move_to(waking)
                elif not taken and not await self._more():
                    break
        await self.app.reactions.settle()
        await self.app.alerts.settle()
        await self.look()

    async def _streams_rest(self) -> None:
        """Until each stream has come to its end or waits for the clock."""
        while self._streams_at_work:  # noqa: ASYNC110 -- nothing tells
            await asyncio.sleep(0.001)

    @property
    def _streams_at_work(self) -> bool:
        return self.app.delivery.streams + self.app.draft_cards.waiting > self.clock.sleeping

    async def _more(self) -> bool:
        delivery = self.app.delivery
        came = await self.app.polling.once(0)
        await self.app.update_worker.settle()
        return bool(came) or delivery._woken.is_set() or self._streams_at_work

    async def restart(self) -> None:
        """The bot ends and starts again on the same database."""
        await self.settle()
        await self.app.close()
        self.app = await App.build(self.app.settings, self.clock)
        self.app.update_stream.since = 0

    async def passes(self, **how_long: float) -> None:
        """Time passes (`minutes=16`, `days=3`), and the scheduler looks for what is due."""
        await self.settle()
        units = {"milliseconds": 0.001, "seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400}
        self.clock.move_to(self.clock.now + int(sum(units[unit] * n for unit, n in how_long.items()) * 1000))
        await self.app.polling.once(0)
        await self.app.update_worker.settle()
        await self.app.jobs.run("auto-close", "due-times", "waiting-reminders", "announcements", "draft-reminders")
        await self.settle()
