"""Albums: two to ten files that stand together."""

from typing import Any

from aiogram.methods import SendMediaGroup

from sandbox import content
from sandbox.method_registry import method
from sandbox.methods.sending import caption_of, details_of, file_of
from sandbox.refusals import Json, bad_request
from sandbox.validation import known_chat, may_send, replied, topic_to_write
from sandbox.world import World

SMALLEST, LARGEST = 2, 10
TOGETHER = {"photo": "visual", "video": "visual", "document": "document", "audio": "audio"}


@method(SendMediaGroup, weight=lambda call: len(call.media))
def send_media_group(world: World, call: SendMediaGroup) -> list[Json]:
    chat = known_chat(world, call.chat_id)
    items = list(call.media)
    check_items(items)
    for item in items:
        may_send(world, chat, item.type)
    topic = topic_to_write(world, chat, call.message_thread_id)
    lenient = call.allow_sending_without_reply
    reply = replied(chat, call.reply_parameters, call.reply_to_message_id, lenient)
    said = [media_of(world, item) for item in items]
    group = world.album_id()
    return [
        world.post(chat, {"from": world.bot}, one, topic=topic, reply_to=reply, media_group_id=group) for one in said
    ]


def check_items(items: list[Any]) -> None:
    if not items:
        raise bad_request("there are no messages to send")
    if not SMALLEST <= len(items) <= LARGEST:
        raise bad_request(
            "too many messages to send as an album" if len(items) > LARGEST else "album must have at least 2 items"
        )
    if any(item.type not in TOGETHER for item in items):
        raise bad_request("type of the media can't be used in an album")
    if len({TOGETHER[item.type] for item in items}) > 1:
        kind = next(item.type for item in items if TOGETHER[item.type] != "visual")
        raise bad_request(f"{kind} can't be mixed with other media types")


def media_of(world: World, item: Any) -> Json:
    """The content that an InputMedia describes."""
    file = file_of(world, item.media, item.type)
    return content.media(file, **details_of(item)) | caption_of(item)
