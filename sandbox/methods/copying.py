"""Copies and forwards."""

from itertools import pairwise
from typing import Any

from aiogram.methods import CopyMessage, CopyMessages, ForwardMessage, ForwardMessages

from sandbox import content
from sandbox.chat import Chat
from sandbox.method_registry import method
from sandbox.methods.sending import write
from sandbox.refusals import Json, bad_request
from sandbox.validation import SENDING, caption_content, given, known_chat, may_send, topic_to_write
from sandbox.visible_updates import is_service
from sandbox.world import World

MOST = 100


def kind_of(message: Json) -> str:
    return next(kind for kind in ("animation", "venue", *SENDING) if kind in message)


def source(world: World, chat: Chat, message_id: int, deed: str) -> Json:
    message = chat.find(message_id)
    if message is None:
        raise bad_request(f"message to {deed} not found")
    if deed == "forward" and message.get("has_protected_content"):
        raise bad_request("message has protected content and can't be forwarded")
    if is_service(message):
        raise bad_request("message can't be copied" if deed == "copy" else "message can't be forwarded")
    return message


@method(CopyMessage, weight=1)
def copy_message(world: World, call: CopyMessage) -> Json:
    message = source(world, known_chat(world, call.from_chat_id), call.message_id, "copy")
    said = content.content_of(message)
    kind = kind_of(message)
    if call.caption is not None and kind in content.CAPTIONED:
        for name in ("caption", "caption_entities"):
            said.pop(name, None)
        said |= caption_content(call.caption, call.parse_mode, call.caption_entities)
    if given(call.show_caption_above_media):
        said["show_caption_above_media"] = True
    return {"message_id": write(world, call, kind, said)["message_id"]}


@method(ForwardMessage, weight=1)
def forward_message(world: World, call: ForwardMessage) -> Json:
    message = source(world, known_chat(world, call.from_chat_id), call.message_id, "forward")
    chat = known_chat(world, call.chat_id)
    may_send(world, chat, kind_of(message))
    topic = topic_to_write(world, chat, call.message_thread_id)
    return post_forwarded(world, chat, message, topic=topic)


def post_forwarded(world: World, chat: Chat, message: Json, **place: Any) -> Json:
    said = content.content_of(message) | {"forward_origin": content.origin_of(message)}
    return world.post(chat, {"from": world.bot}, said, **place)


@method(CopyMessages, weight=lambda call: len(call.message_ids))
def copy_messages(world: World, call: CopyMessages) -> list[Json]:
    return several(world, call, is_copy=True)


@method(ForwardMessages, weight=lambda call: len(call.message_ids))
def forward_messages(world: World, call: ForwardMessages) -> list[Json]:
    return several(world, call, is_copy=False)


def several(world: World, call: Any, *, is_copy: bool) -> list[Json]:
    """What can't be found is passed over without a word; albums stay albums."""
    ids = call.message_ids
    check_ids(ids)
    origin, chat = known_chat(world, call.from_chat_id), known_chat(world, call.chat_id)
    topic = topic_to_write(world, chat, call.message_thread_id)
    found = [one for one in map(origin.find, ids) if one and not is_service(one)]
    if not found:
        raise bad_request("there are no messages to copy" if is_copy else "there are no messages to forward")
    for message in found:
        may_send(world, chat, kind_of(message))
    albums: dict[str, str] = {}
    done = []
    for message in found:
        place: Json = {"topic": topic}
        if group := message.get("media_group_id"):
            albums.setdefault(group, world.album_id())
            place["media_group_id"] = albums[group]
        said = content.content_of(message)
        if is_copy and call.remove_caption:
            said = {name: value for name, value in said.items() if not name.startswith("caption")}
        if not is_copy:
            said["forward_origin"] = content.origin_of(message)
        done.append(world.post(chat, {"from": world.bot}, said, **place))
    return [{"message_id": one["message_id"]} for one in done]


def check_ids(ids: list[int]) -> None:
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST:
        raise bad_request("too many messages to forward")
    if any(after <= before for before, after in pairwise(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
