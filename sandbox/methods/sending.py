"""New messages of one piece."""

from typing import Any

from aiogram.enums import ChatAction
from aiogram.methods import (
    SendAnimation,
    SendAudio,
    SendChatAction,
    SendContact,
    SendDice,
    SendDocument,
    SendLocation,
    SendMessage,
    SendPhoto,
    SendPoll,
    SendSticker,
    SendVenue,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import BufferedInputFile, InputFile

from sandbox import content
from sandbox.chat import Chat
from sandbox.files import File
from sandbox.method_registry import method
from sandbox.refusals import Json, bad_request
from sandbox.validation import (
    caption_content,
    given,
    keyboard,
    known_chat,
    may_send,
    replied,
    text_content,
    topic_to_write,
)
from sandbox.world import World

PHOTO_LIMIT = 10 << 20
FILES: dict[type[TelegramMethod[Any]], str] = {
    SendAnimation: "animation",
    SendAudio: "audio",
    SendDocument: "document",
    SendPhoto: "photo",
    SendSticker: "sticker",
    SendVideo: "video",
    SendVideoNote: "video_note",
    SendVoice: "voice",
}
OF_MEDIA = ("duration", "width", "height", "performer", "title")


def write(world: World, call: Any, kind: str, said: Json) -> Json:
    """Puts a message of the bot where the call says, if everything about the place is in order."""
    chat = known_chat(world, call.chat_id)
    may_send(world, chat, kind)
    topic = topic_to_write(world, chat, call.message_thread_id)
    reply = replied(
        chat,
        call.reply_parameters,
        getattr(call, "reply_to_message_id", None),
        getattr(call, "allow_sending_without_reply", None),
    )
    buttons = keyboard(call.reply_markup)
    if given(call.protect_content):
        said = said | {"has_protected_content": True}
    message = world.post(chat, {"from": world.bot}, said, topic=topic, reply_to=reply, keyboard=inline(buttons))
    show_keyboard(world, chat, message, buttons)
    return message


def inline(buttons: Json | None) -> Json | None:
    """Only an inline keyboard is a part of the message."""
    return buttons if buttons and "inline_keyboard" in buttons else None


def show_keyboard(world: World, chat: Chat, message: Json, buttons: Json | None) -> None:
    """A reply keyboard stays open below the chat until another comes or it is taken away."""
    if not buttons or "inline_keyboard" in buttons:
        return
    if "force_reply" in buttons:
        chat.mark(message["message_id"], reply_markup=buttons)
    elif chat.is_private:
        chat.keyboard = buttons if "keyboard" in buttons else None
        world.chat_changed(chat)


@method(SendMessage, weight=1)
def send_message(world: World, call: SendMessage) -> Json:
    return write(world, call, "text", text_content(call.text, call.parse_mode, call.entities))


@method(
    SendPhoto,
    SendDocument,
    SendVideo,
    SendAnimation,
    SendAudio,
    SendVoice,
    SendVideoNote,
    SendSticker,
    weight=1,
)
def send_file(world: World, call: Any) -> Json:
    kind = FILES[type(call)]
    said = caption_of(call) if kind in content.CAPTIONED else {}
    chat = known_chat(world, call.chat_id)
    may_send(world, chat, kind)
    file = file_of(world, getattr(call, kind), kind)
    return write(world, call, file.kind, content.media(file, **details_of(call)) | said)


def caption_of(call: Any) -> Json:
    said = caption_content(call.caption, call.parse_mode, call.caption_entities)
    for given_as, shown_as in (("has_spoiler", "has_media_spoiler"), ("show_caption_above_media",) * 2):
        if given(getattr(call, given_as, None)):
            said[shown_as] = True
    return said


def details_of(call: Any) -> Json:
    return {name: value for name in OF_MEDIA if (value := getattr(call, name, None)) and isinstance(value, int | str)}


def file_of(world: World, named: str | InputFile, kind: str) -> File:
    """A file that the bot has already, by its id, or one that it uploads."""
    if isinstance(named, str):
        return world.files.find(named, kind)
    assert isinstance(named, BufferedInputFile)
    size = len(named.data)
    if not size:
        raise bad_request("file must be non-empty")
    if kind == "photo" and size > PHOTO_LIMIT:
        raise bad_request(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes")
    return world.files.add(kind, name=named.filename or "", content=named.data)


@method(SendContact, weight=1)
def send_contact(world: World, call: SendContact) -> Json:
    told = {"phone_number": call.phone_number, "first_name": call.first_name}
    told |= {name: value for name in ("last_name", "vcard") if (value := getattr(call, name))}
    return write(world, call, "contact", {"contact": told})


@method(SendLocation, weight=1)
def send_location(world: World, call: SendLocation) -> Json:
    return write(world, call, "location", {"location": {"latitude": call.latitude, "longitude": call.longitude}})


@method(SendVenue, weight=1)
def send_venue(world: World, call: SendVenue) -> Json:
    place = {"latitude": call.latitude, "longitude": call.longitude}
    venue = {"location": place, "title": call.title, "address": call.address}
    return write(world, call, "venue", {"venue": venue, "location": place})


@method(SendPoll, weight=1)
def send_poll(world: World, call: SendPoll) -> Json:
    options = [one if isinstance(one, str) else one.text for one in call.options]
    return write(world, call, "poll", content.poll(call.question, options))


@method(SendDice, weight=1)
def send_dice(world: World, call: SendDice) -> Json:
    return write(world, call, "dice", content.dice(call.emoji or "🎲"))


@method(SendChatAction)
def send_chat_action(world: World, call: SendChatAction) -> bool:
    chat = known_chat(world, call.chat_id)
    may_send(world, chat, "text")
    if call.action not in {*ChatAction}:
        raise bad_request("wrong parameter action in request")
    topic = topic_to_write(world, chat, call.message_thread_id)
    where = {"message_thread_id": topic.id} if topic else {}
    world.tell({"type": "action", "chat_id": chat.id, "action": call.action, **where})
    return True
