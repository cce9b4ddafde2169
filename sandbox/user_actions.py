"""What people do: they write, edit, press, react. Impossible says what Telegram's apps don't let them do."""

from typing import Any

from sandbox import content
from sandbox.button_presses import Press
from sandbox.chat import GENERAL, Chat, Topic
from sandbox.content import CAPTIONED, FILE_KINDS
from sandbox.markup import found_entities, parse_html, tidy
from sandbox.person import ANONYMOUS, ANONYMOUS_BOT, Person
from sandbox.refusals import Impossible, Json
from sandbox.validation import CAPTION_LIMIT, TEXT_LIMIT
from sandbox.visible_updates import is_service
from sandbox.world import World

DAY = 24 * 60 * 60


def chat_called(world: World, chat_id: int) -> Chat:
    if person := world.people.get(chat_id):
        return world.private(person)
    if chat := world.chats.get(chat_id):
        return chat
    raise Impossible(f"there is no chat {chat_id}")


def person_called(world: World, person_id: int) -> Person:
    if person := world.people.get(person_id):
        return person
    raise Impossible(f"there is no person {person_id}")


def sender(world: World, chat: Chat, from_id: int) -> Json:
    """The fields that say who wrote; only those who are in the chat may."""
    if chat.moved_to:
        raise Impossible(f"this group is now the supergroup {chat.moved_to}")
    if from_id == ANONYMOUS and not chat.is_private:
        return {"from": ANONYMOUS_BOT, "sender_chat": world.shape(chat)}
    person = person_called(world, from_id)
    if chat.is_private and chat.id != from_id:
        raise Impossible(f"{person.first_name} is not in this chat")
    if chat.is_private and person.blocked:
        raise Impossible(f"{person.first_name} blocked the bot, and writes after unblocking it")
    if not chat.is_private and not chat.member(from_id).inside:
        raise Impossible(f"{person.first_name} is not in this group")
    return {"from": person.user()}


def topic_called(chat: Chat, thread_id: int | None, from_id: int) -> Topic | None:
    if not thread_id or (chat.is_forum and thread_id == GENERAL):
        return None
    topic = chat.topic(thread_id) if chat.is_forum else None
    if topic is None:
        raise Impossible(f"there is no topic {thread_id}")
    if topic.closed and from_id != ANONYMOUS and not chat.member(from_id).may("can_manage_topics"):
        raise Impossible("this topic is closed")
    return topic


def send(world: World, asked: Json, uploads: dict[str, tuple[str, bytes]]) -> list[Json]:
    """A text, some things or an album of them, or a forward."""
    chat = chat_called(world, asked["chat_id"])
    who = sender(world, chat, asked["from_id"])
    topic = topic_called(chat, asked.get("message_thread_id"), asked["from_id"])
    place: Json = {"topic": topic}
    if asked.get("reply_to_message_id"):
        place["reply_to"] = standing(chat, asked["reply_to_message_id"])
    said = said_by(world, asked, who, uploads)
    if chat.is_private:
        world.people[chat.id].started = True
    lone = dict(place)  # a text is never part of an album
    if asked.get("album") and len(asked.get("items", ())) > 1:
        place["media_group_id"] = world.album_id()
    return [world.post(chat, who, one, **(lone if "text" in one else place)) for one in said]


def said_by(world: World, asked: Json, who: Json, uploads: dict[str, tuple[str, bytes]]) -> list[Json]:
    """The contents of the messages, in order."""
    if source := asked.get("forward_from"):
        message = chat_called(world, source["chat_id"]).find(source["message_id"])
        if message is None or is_service(message):
            raise Impossible("there is no such message to forward")
        return [content.content_of(message) | {"forward_origin": content.origin_of(message)}]
    said = []
    if asked.get("text"):
        said.append(text_of(asked, "text", TEXT_LIMIT))
    items = asked.get("items") or []
    if asked.get("album") and len(items) > 10:
        raise Impossible("an album holds at most 10 things")
    said += [thing(world, item, who, uploads) for item in items]
    if not said:
        raise Impossible("there is nothing to send")
    return said


def text_of(asked: Json, name: str, limit: int) -> Json:
    """`text` or `caption` with its entities."""
    marks = "entities" if name == "text" else "caption_entities"
    if asked.get("parse_mode"):
        text, entities = tidy(*parse_html(asked[name]))
    else:
        text, entities = tidy(asked[name], asked.get(marks) or [])
    if not text and name == "text":
        raise Impossible("the text is empty")
    if len(text) > limit:
        raise Impossible(f"the text is longer than {limit} characters")
    entities = found_entities(text, entities)
    return {name: text or None} | ({marks: entities} if entities else {})


def thing(world: World, item: Json, who: Json, uploads: dict[str, tuple[str, bytes]]) -> Json:
    kind = item["kind"]
    if kind in FILE_KINDS:
        name, body = uploads.get(item.get("part", ""), ("", None))
        size = item.get("size", 24_000)
        file = world.files.add(
            kind, name=item.get("name") or name, mime=item.get("mime") or "", size=size, content=body
        )  # fmt: skip
        caption = text_of(item, "caption", CAPTION_LIMIT) if kind in CAPTIONED and item.get("caption") else {}
        return content.media(file) | {name: value for name, value in caption.items() if value}
    match kind:
        case "contact":
            user = who["from"]
            return {
                "contact": {
                    "phone_number": "+79990000000",
                    "first_name": user["first_name"],
                    "user_id": user["id"],
                }
            }
        case "location":
            return {"location": {"latitude": 55.7558, "longitude": 37.6173}}
        case "poll":
            return content.poll(item.get("name") or "?", ["1", "2"])
        case "dice":
            return content.dice()
    raise Impossible(f"nothing is called {kind!r}")


def edit(world: World, asked: Json) -> Json:
    chat = chat_called(world, asked["chat_id"])
    message = standing(chat, asked["message_id"])
    own(world, chat, message, asked["from_id"])
    name = "text" if "text" in asked else "caption"
    if name == "text" and "text" not in message:
        raise Impossible("this message has no text")
    marks = "entities" if name == "text" else "caption_entities"
    said = text_of(asked, name, TEXT_LIMIT if name == "text" else CAPTION_LIMIT)
    return world.change(chat, message, {marks: None} | said, by_bot=False)


def own(world: World, chat: Chat, message: Json, from_id: int) -> None:
    who = sender(world, chat, from_id)
    if message["from"]["id"] != who["from"]["id"]:
        raise Impossible("a person edits only messages of their own")


def standing(chat: Chat, message_id: int) -> Json:
    message = chat.find(message_id)
    if message is None:
        raise Impossible(f"there is no message {message_id}")
    return message


def press(world: World, asked: Json) -> Press:
    """Whether the message has such a button is not looked at: a test may forge it."""
    chat = chat_called(world, asked["chat_id"])
    person = person_called(world, asked["from_id"])
    return world.press(chat, asked["message_id"], person.user(), str(asked["data"]))


def react(world: World, asked: Json) -> None:
    """No emoji takes the reaction away. A bot that is no admin of the group is not told."""
    chat = chat_called(world, asked["chat_id"])
    message = standing(chat, asked["message_id"])
    person = person_called(world, asked["from_id"])
    emoji = asked.get("emoji") or None
    before = world.react(chat, message["message_id"], person.id, emoji)
    if not chat.is_private and not chat.member(world.bot_id).is_admin:
        return
    told: dict[str, Any] = {
        "chat": world.shape(chat), "message_id": message["message_id"], "user": person.user(),
        "date": int(world.clock()), "old_reaction": [reaction(one) for one in before],
        "new_reaction": [reaction(emoji)] if emoji else [],
    }  # fmt: skip
    world.updates.add("message_reaction", told, f"chat {chat.id}", DAY)


def reaction(emoji: str) -> Json:
    return {"type": "emoji", "emoji": emoji}
