"""The world as the control API shows it."""

from sandbox.chat import Chat, Topic
from sandbox.icons import ICONS
from sandbox.refusals import Json


def chat_view(shape: Json, chat: Chat) -> Json:
    """A chat without its messages."""
    told: Json = {"moved_to": chat.moved_to} if chat.moved_to else {}
    return told | {
        "chat": shape,
        "members": [
            {"user_id": user_id, "status": one.status, "rights": one.rights} for user_id, one in chat.members.items()
        ],
        "topics": [topic_view(topic) for topic in chat.topics.values()],
        "pinned": chat.pinned,
        "keyboard": chat.keyboard,
    }


def topic_view(topic: Topic) -> Json:
    told: Json = {
        "message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color,
        "closed": topic.closed, "deleted": topic.deleted,
    }  # fmt: skip
    if topic.icon:
        told |= {"icon_custom_emoji_id": topic.icon, "icon_emoji": ICONS.get(topic.icon, "")}
    return told
