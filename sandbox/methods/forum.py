"""Forum topics."""

from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    DeleteForumTopic,
    EditForumTopic,
    GetForumTopicIconStickers,
    ReopenForumTopic,
    UnpinAllForumTopicMessages,
)

from sandbox import topics
from sandbox.chat import thread_of
from sandbox.icons import COLORS, ICONS
from sandbox.method_registry import method
from sandbox.refusals import Json, bad_request
from sandbox.validation import forum, known_chat, topic_to_change
from sandbox.world import World

NAME_LIMIT = 128


def checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise bad_request("topic name must be non-empty")
    return name[:NAME_LIMIT]


def checked_icon(icon: str | None) -> str | None:
    if icon and icon not in ICONS:
        raise bad_request("DOCUMENT_INVALID")
    return icon


@method(CreateForumTopic, weight=1)
def create_topic(world: World, call: CreateForumTopic) -> Json:
    chat = known_chat(world, call.chat_id)
    forum(chat)
    if not chat.member(world.bot_id).may("can_manage_topics"):
        raise bad_request("not enough rights to create a topic")
    color = call.icon_color or COLORS[0]
    if color not in COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    topic = topics.create(
        world,
        chat,
        {"from": world.bot},
        checked_name(call.name),
        color=color,
        icon=checked_icon(call.icon_custom_emoji_id),
    )
    told: Json = {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}
    return told | {"icon_custom_emoji_id": topic.icon} if topic.icon else told


@method(EditForumTopic, weight=1)
def edit_topic(world: World, call: EditForumTopic) -> bool:
    """An icon of no letters takes the icon away; what is left out stays."""
    chat = known_chat(world, call.chat_id)
    topic = topic_to_change(world, chat, call.message_thread_id, "edit")
    name = checked_name(call.name) if call.name else None
    icon = checked_icon(call.icon_custom_emoji_id)
    same_name = name is None or name == topic.name
    same_icon = icon is None or icon == (topic.icon or "")
    if same_name and same_icon:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topics.edit(world, chat, {"from": world.bot}, topic, None if same_name else name, None if same_icon else icon)
    return True


@method(CloseForumTopic, weight=1)
def close_topic(world: World, call: CloseForumTopic) -> bool:
    return turn(world, call.chat_id, call.message_thread_id, closed=True)


@method(ReopenForumTopic, weight=1)
def reopen_topic(world: World, call: ReopenForumTopic) -> bool:
    return turn(world, call.chat_id, call.message_thread_id, closed=False)


def turn(world: World, chat_id: int | str, thread_id: int, *, closed: bool) -> bool:
    chat = known_chat(world, chat_id)
    topic = topic_to_change(world, chat, thread_id, "close or open")
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topics.turn(world, chat, {"from": world.bot}, topic, closed=closed)
    return True


@method(DeleteForumTopic)
def delete_topic(world: World, call: DeleteForumTopic) -> bool:
    chat = known_chat(world, call.chat_id)
    topics.delete(world, chat, topic_to_change(world, chat, call.message_thread_id, "delete", "can_delete_messages"))
    return True


@method(UnpinAllForumTopicMessages)
def unpin_topic(world: World, call: UnpinAllForumTopicMessages) -> bool:
    chat = known_chat(world, call.chat_id)
    topic = topic_to_change(world, chat, call.message_thread_id, "edit", "can_pin_messages")
    chat.pinned = [one for one in chat.pinned if thread_of(chat.messages[one]) != topic.id]
    world.chat_changed(chat)
    return True


@method(GetForumTopicIconStickers)
def icons(world: World, call: GetForumTopicIconStickers) -> list[Json]:
    return [
        {
            "file_id": f"CAACAgIAAxU{emoji_id}", "file_unique_id": f"AgAD{emoji_id}", "type": "custom_emoji",
            "width": 512, "height": 512, "is_animated": True, "is_video": False, "emoji": sign,
            "set_name": "Topics", "custom_emoji_id": emoji_id,
        }
        for emoji_id, sign in ICONS.items()
    ]  # fmt: skip
