"""The world: people, chats and messages, and who is told of what happens in it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox import button_presses, first_world
from sandbox.button_presses import Press, Presses
from sandbox.chat import Chat, Member, Topic
from sandbox.control_views import chat_view
from sandbox.fault_injection import Trouble
from sandbox.files import Files
from sandbox.limits import Limits
from sandbox.person import ANONYMOUS, ANONYMOUS_BOT, Person
from sandbox.refusals import Json
from sandbox.updates import Updates
from sandbox.visible_updates import bot_hears

BOT_ID = 4200000000
BOT_USERNAME = "sellerdesk_sandbox_bot"


@dataclass(slots=True)
class Commands:
    scope: Json
    language_code: str
    commands: list[Json]


class World:
    """All times are the clock's, so that a test can freeze it."""

    def __init__(self, clock: Callable[[], float] = time.time, folder: Path | None = None) -> None:
        self.behind = 0.0  # seconds by which the world's time is behind the clock's
        self.clock: Callable[[], float] = lambda: clock() - self.behind
        self.listeners: list[Callable[[Json], None]] = []
        self.updates = Updates(self.clock)
        self.presses = Presses(self.clock)
        self.trouble = Trouble(self.clock)
        self.limits = Limits(self.clock)
        self.files = Files(folder / "files" if folder else None)
        self.bot: Json = {
            "id": BOT_ID, "is_bot": True, "first_name": "SellerDesk", "username": BOT_USERNAME,
        }  # fmt: skip
        self.adopted = False
        self.changes = 0
        self.reset()

    def reset(self) -> None:
        """To its first state. Ids of updates go on, since a running bot remembers how far it came."""
        self.people: dict[int, Person] = first_world.people()
        self.chats: dict[int, Chat] = first_world.chats(self.bot_id)
        self.commands: dict[tuple[str, str], Commands] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.last_id = 0  # private chats and plain groups share one counter, as they do in Telegram
        self.last_number = 0
        self.presses.forget()
        self.files.forget()
        self.updates.forget()
        self.limits.forget()
        self.trouble.calm()
        self.tell({"type": "reset"})

    # ---- who is who

    @property
    def bot_id(self) -> int:
        return int(self.bot["id"])

    def adopt(self, bot_id: int) -> bool:
        """The first token names the bot; whether `bot_id` is the one this world is for."""
        if not self.adopted:
            for chat in self.chats.values():
                if self.bot_id in chat.members:
                    chat.members[bot_id] = chat.members.pop(self.bot_id)
            self.bot = self.bot | {"id": bot_id}
            self.adopted = True
        return bot_id == self.bot_id

    def user(self, user_id: int) -> Json | None:
        if user_id == self.bot_id:
            return self.bot
        if user_id == ANONYMOUS:
            return ANONYMOUS_BOT
        person = self.people.get(user_id)
        return person.user() if person else None

    def private(self, person: Person) -> Chat:
        """The chat with this person, which is there from the first message on."""
        if person.id not in self.chats:
            self.chats[person.id] = Chat(person.id, "private")
        return self.chats[person.id]

    def shape(self, chat: Chat) -> Json:
        """Bot API Chat."""
        if chat.is_private:
            return self.people[chat.id].chat()
        told: Json = {"id": chat.id, "type": chat.type, "title": chat.title}
        return told | {"is_forum": True} if chat.is_forum else told

    def number(self) -> int:
        """Never the same twice in one world: for people, groups, albums and presses."""
        self.last_number += 1
        return self.last_number

    def album_id(self) -> str:
        return str(13_000_000_000_000_000 + self.number())

    # ---- what happens

    def tell(self, event: Json) -> None:
        self.changes += 1
        for listener in self.listeners:
            listener(event)

    def post(self, chat: Chat, sender: Json, content: Json, *, topic: Topic | None = None,
             reply_to: Json | None = None, keyboard: Json | None = None, **more: Any) -> Json:  # fmt: skip
        """Writes a message into a chat. `sender`: the fields that say who wrote it."""
        message: Json = {
            "message_id": self._next_message_id(chat), "date": int(self.clock()), "chat": self.shape(chat),
            **sender, **self._place(chat, topic, reply_to), **self._with_people(content), **more,
        }  # fmt: skip
        if keyboard:
            message["reply_markup"] = keyboard
        chat.messages[message["message_id"]] = message
        self.told_of(chat, message, "message")
        return message

    def _with_people(self, content: Json) -> Json:
        """A mention by id becomes one of the person; of somebody unknown only the words stay."""
        named = dict(content)
        for field in ("entities", "caption_entities"):
            if named.get(field):
                named[field] = [found for one in named[field] if (found := self._mention(one))]
        return named

    def _mention(self, entity: Json) -> Json | None:
        if entity["type"] != "text_mention":
            return entity
        user = self.user(entity["user"]["id"])
        return entity | {"user": user} if user else None

    def told_of(self, chat: Chat, message: Json, kind: str) -> None:
        """The page sees it, and the bot, where Telegram would let it."""
        self.changes += 1
        if self.listeners:
            event = "message" if kind == "message" else "edited"
            self.tell({"type": event, "message": chat.view(message["message_id"])})
        if bot_hears(self.bot, chat, message):
            self.updates.add(kind, message, f"chat {chat.id}")

    def change(self, chat: Chat, message: Json, changes: Json, *, by_bot: bool, silently: bool = False) -> Json:
        """An edit; None takes a field away. A new keyboard alone leaves no mark of an edit (`silently`)."""
        merged = {**message, **self._with_people(changes)}
        if not silently:
            merged["edit_date"] = int(self.clock())
        edited = {name: value for name, value in merged.items() if value is not None}
        chat.messages[edited["message_id"]] = edited
        if by_bot:
            self.tell({"type": "edited", "message": chat.view(edited["message_id"])})
        else:
            self.told_of(chat, edited, "edited_message")
        return edited

    def delete(self, chat: Chat, message_ids: list[int]) -> None:
        """Nobody tells a bot of it."""
        gone = [message_id for message_id in message_ids if chat.find(message_id)]
        for message_id in gone:
            chat.mark(message_id, _deleted=True)
        self.tell({"type": "deleted", "chat_id": chat.id, "message_ids": gone})
        if not set(gone).isdisjoint(chat.pinned):
            chat.pinned = [one for one in chat.pinned if one not in gone]
            self.chat_changed(chat)

    def react(self, chat: Chat, message_id: int, who: int, emoji: str | None) -> list[str]:
        """Sets the one reaction of `who` (None takes it away) and returns what theirs was."""
        known = chat.marks.get(message_id, {}).get("_reactors", {})
        before = known.get(str(who))
        kept = {one: sign for one, sign in known.items() if one != str(who)}
        if emoji:
            kept[str(who)] = emoji
        signs = [*kept.values()]
        chat.mark(message_id, _reactors=kept, _reactions=signs)
        self.tell(
            {"type": "reaction", "chat_id": chat.id, "message_id": message_id, "reactions": signs, "reactors": kept}
        )
        return [before] if before else []

    def chat_changed(self, chat: Chat) -> None:
        if self.listeners:
            self.tell({"type": "chat", "chat": chat_view(self.shape(chat), chat)})
        self.changes += 1

    def set_member(self, chat: Chat, user_id: int, member: Member, by: int) -> None:
        """Tells the bot of the change: my_chat_member of its own place, chat_member of others'."""
        user, actor = self.user(user_id), self.user(by)
        before, after = chat.member(user_id).shape(user or {}), member.shape(user or {})
        chat.members[user_id] = member
        self.chat_changed(chat)
        if before == after or not user:
            return
        told = {
            "chat": self.shape(chat), "from": actor, "date": int(self.clock()),
            "old_chat_member": before, "new_chat_member": after,
        }  # fmt: skip
        if user_id == self.bot_id:
            self.updates.add("my_chat_member", told, f"chat {chat.id}")
        elif chat.member(self.bot_id).is_admin:
            self.updates.add("chat_member", told, f"chat {chat.id}")

    def press(self, chat: Chat, message_id: int, user: Json, data: str) -> Press:
        """A pressed button, as the bot learns of it."""
        query_id = str(4_000_000_000_000 + self.number())
        press = self.presses.add(query_id)
        message = chat.find(message_id) or {"chat": self.shape(chat), "message_id": message_id, "date": 0}
        query = {
            "id": query_id,
            "from": user,
            "message": message,
            "chat_instance": str(-chat.id * 7919),
            "data": data,
        }
        self.updates.add("callback_query", query, f"user {user['id']}", button_presses.LIFE)
        return press

    # ---- inside

    def _next_message_id(self, chat: Chat) -> int:
        if chat.type == "supergroup":
            chat.last_id += 1
            return chat.last_id
        self.last_id += 1
        return self.last_id

    def _place(self, chat: Chat, topic: Topic | None, reply_to: Json | None) -> Json:
        """Where in the chat a message stands. All that is written in a topic replies to its first message."""
        place: Json = {}
        if topic:
            place = {"message_thread_id": topic.id, "is_topic_message": True}
            reply_to = reply_to or chat.find(topic.id)
        elif reply_to and chat.type == "supergroup":
            place = {"message_thread_id": reply_to.get("message_thread_id", reply_to["message_id"])}
        if reply_to:
            quoted = {name: value for name, value in reply_to.items() if name != "reply_to_message"}
            place["reply_to_message"] = quoted
        return place
