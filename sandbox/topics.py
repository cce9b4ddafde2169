"""What happens to forum topics, whoever does it: a person or the bot."""

from sandbox.chat import Chat, Topic, thread_of
from sandbox.icons import COLORS
from sandbox.refusals import Json
from sandbox.world import World


def create(
    world: World, chat: Chat, sender: Json, name: str, *, color: int = COLORS[0], icon: str | None = None
) -> Topic:
    """The topic is known by its first message, which says that it was made."""
    topic = Topic(chat.last_id + 1, name, color, sender["from"]["id"], icon)
    chat.topics[topic.id] = topic
    told: Json = {"name": name, "icon_color": color} | ({"icon_custom_emoji_id": icon} if icon else {})
    world.chat_changed(chat)
    world.post(chat, sender, {"forum_topic_created": told}, topic=topic)
    return topic


def edit(world: World, chat: Chat, sender: Json, topic: Topic, name: str | None, icon: str | None) -> None:
    """None leaves a thing as it is; an icon of no letters takes it away."""
    told: Json = {}
    if name is not None:
        topic.name = told["name"] = name
    if icon is not None:
        topic.icon, told["icon_custom_emoji_id"] = icon or None, icon
    world.chat_changed(chat)
    world.post(chat, sender, {"forum_topic_edited": told}, topic=topic)


def turn(world: World, chat: Chat, sender: Json, topic: Topic, *, closed: bool) -> None:
    topic.closed = closed
    world.chat_changed(chat)
    world.post(chat, sender, {"forum_topic_closed" if closed else "forum_topic_reopened": {}}, topic=topic)


def delete(world: World, chat: Chat, topic: Topic) -> None:
    """With all its messages; no bot is told of it."""
    gone = [message_id for message_id, message in chat.messages.items() if thread_of(message) == topic.id]
    topic.deleted = True
    world.delete(chat, gone)
    world.chat_changed(chat)
