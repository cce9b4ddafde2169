"""What Telegram refuses, in its own words."""

from typing import Any

from aiogram.client.default import Default
from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from sandbox.chat import GENERAL, Chat, Topic
from sandbox.markup import found_entities, parse_html, tidy
from sandbox.refusals import Json, bad_request, forbidden
from sandbox.world import World

TEXT_LIMIT = 4096  # code points
CAPTION_LIMIT = 1024
MARKUP_LIMIT = 10_000  # bytes
IN_A_ROW = 8
BUTTONS = 100
KEYBOARD_BUTTONS = 300
LOOKS = frozenset({"text", "style", "icon_custom_emoji_id"})  # of a button; the rest is what it does
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
# Which right of a member each kind of content needs, and how Telegram calls it.
SENDING = {
    "text": ("can_send_messages", "text messages"), "photo": ("can_send_photos", "photos"),
    "document": ("can_send_documents", "documents"), "video": ("can_send_videos", "videos"),
    "animation": ("can_send_other_messages", "animations"), "audio": ("can_send_audios", "music"),
    "voice": ("can_send_voice_notes", "voice notes"), "video_note": ("can_send_video_notes", "video notes"),
    "sticker": ("can_send_other_messages", "stickers"), "poll": ("can_send_polls", "polls"),
    "dice": ("can_send_other_messages", "dice"), "contact": ("can_send_messages", "contacts"),
    "location": ("can_send_messages", "locations"), "venue": ("can_send_messages", "venues"),
}  # fmt: skip
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply


# ---- where


def known_chat(world: World, chat_id: int | str) -> Chat:
    """The chat that a call names, if the bot may know of it."""
    if isinstance(chat_id, str) and not chat_id.lstrip("-").isdigit():
        raise bad_request("chat not found" if chat_id else "chat_id is empty")
    chat = world.chats.get(int(chat_id))
    if chat is None:
        person = world.people.get(int(chat_id))
        if person is None:
            raise bad_request("chat not found")
        chat = world.private(person)
    if chat.moved_to:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to)
    if not chat.is_private:
        be_inside(world, chat)
    return chat


def be_inside(world: World, chat: Chat) -> None:
    status = chat.member(world.bot_id).status
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if status == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def be_welcome(world: World, chat: Chat) -> None:
    """A person may have closed the door."""
    if not chat.is_private:
        return
    person = world.people[chat.id]
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")


def may_send(world: World, chat: Chat, kind: str) -> None:
    be_welcome(world, chat)
    if chat.is_private:
        if kind in ("voice", "video_note") and world.people[chat.id].voice_forbidden:
            raise bad_request("VOICE_MESSAGES_FORBIDDEN")
        return
    right, name = SENDING[kind]
    if not chat.member(world.bot_id).may_send(right):
        raise bad_request(f"not enough rights to send {name} to the chat")


def topic_to_write(world: World, chat: Chat, thread_id: int | None) -> Topic | None:
    """The topic that a message goes to; None for General and for chats without topics."""
    if not thread_id:
        return None
    topic = chat.topic(thread_id) if chat.is_forum and thread_id != GENERAL else None
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and not chat.member(world.bot_id).may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return topic


def replied(chat: Chat, asked: ReplyParameters | None, message_id: int | None, lenient: bool | None) -> Json | None:
    """The message that is replied to; `message_id` and `lenient` are the older way to say the same."""
    if asked is None and message_id is None:
        return None
    target = chat.find(asked.message_id if asked else message_id)
    may_be_gone = given(asked.allow_sending_without_reply) if asked else lenient
    if target is None and not may_be_gone:
        raise bad_request("message to be replied not found")
    return target


def own_message(world: World, chat: Chat, message_id: int | None) -> Json:
    """A message that the bot may edit."""
    message = chat.find(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != world.bot_id:
        raise bad_request("message can't be edited")
    return message


# ---- what


def given(value: Any) -> Any:
    """aiogram marks what was left out with a Default."""
    return None if isinstance(value, Default) else value


def formatted(text: str, parse_mode: Any, entities: list[MessageEntity] | None) -> tuple[str, list[Json]]:
    mode = (given(parse_mode) or "").lower()
    if mode and mode != "html":
        raise bad_request("unsupported parse_mode")
    if mode:
        text, marked = parse_html(text)
    else:
        marked = [one.model_dump(mode="json", exclude_none=True) for one in entities or ()]
    text, marked = tidy(text, marked)
    return text, found_entities(text, marked)


def text_content(text: str, parse_mode: Any, entities: list[MessageEntity] | None) -> Json:
    said, marked = formatted(text, parse_mode, entities)
    if not said:
        raise bad_request("message text is empty")
    if len(said) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": said} | ({"entities": marked} if marked else {})


def caption_content(caption: str | None, parse_mode: Any, entities: list[MessageEntity] | None) -> Json:
    said, marked = formatted(caption or "", parse_mode, entities)
    if len(said) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    if not said:
        return {}
    return {"caption": said} | ({"caption_entities": marked} if marked else {})


def keyboard(markup: Markup | None) -> Json | None:
    """The keyboard as data, if Telegram takes it."""
    if markup is None:
        return None
    if isinstance(markup, InlineKeyboardMarkup):
        check_inline(markup)
    elif isinstance(markup, ReplyKeyboardMarkup):
        check_reply_keyboard(markup)
    if len(markup.model_dump_json(exclude_none=True)) > MARKUP_LIMIT:
        raise bad_request("reply markup is too long")
    return markup.model_dump(mode="json", exclude_none=True)


def check_inline(markup: InlineKeyboardMarkup) -> None:
    rows = markup.inline_keyboard
    if any(len(row) > IN_A_ROW for row in rows) or sum(map(len, rows)) > BUTTONS:
        raise bad_request("BUTTONS_TOO_MUCH")
    for row in rows:
        for button in row:
            check_button(button)


def check_button(button: InlineKeyboardButton) -> None:
    if not button.text:
        raise bad_request("inline keyboard button text must be non-empty")
    if not set(button.model_dump(exclude_none=True)) - LOOKS:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    if button.callback_data is not None and not 1 <= len(button.callback_data.encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.url is not None and not button.url.startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")
    if button.copy_text is not None and not 1 <= len(button.copy_text.text) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def check_reply_keyboard(markup: ReplyKeyboardMarkup) -> None:
    buttons = [button for row in markup.keyboard for button in row]
    if len(buttons) > KEYBOARD_BUTTONS:
        raise bad_request("BUTTONS_TOO_MUCH")
    if any(not button.text for button in buttons):
        raise bad_request("keyboard button text must be non-empty")
    hint = markup.input_field_placeholder
    if hint is not None and len(hint) > 64:
        raise bad_request("reply keyboard placeholder is too long")


def inline_only(markup: Markup | None) -> Json | None:
    if markup is not None and not isinstance(markup, InlineKeyboardMarkup):
        raise bad_request("inline keyboard expected")
    return keyboard(markup)


# ---- rights over topics


def forum(chat: Chat, words: str = "the chat is not a forum") -> None:
    if chat.type != "supergroup" or not chat.is_forum:
        raise bad_request(words)


def topic_to_change(world: World, chat: Chat, thread_id: int, deed: str, right: str = "can_manage_topics") -> Topic:
    """The topic, if the bot may do `deed` to it; its own it may always change, but not delete."""
    forum(chat, "the chat is not a supergroup forum")
    topic = chat.topic(thread_id)
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    is_own = topic.created_by == world.bot_id and right == "can_manage_topics"
    if not is_own and not chat.member(world.bot_id).may(right):
        raise bad_request(f"not enough rights to {deed} the topic")
    return topic
