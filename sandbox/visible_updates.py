"""What Telegram tells a bot of what is written."""

from sandbox.chat import Chat
from sandbox.refusals import Json

# The bot hears of these even where it did them itself.
HEARD_OF_ONESELF = frozenset({
    "pinned_message", "forum_topic_created", "forum_topic_edited", "forum_topic_closed",
    "forum_topic_reopened", "new_chat_title", "left_chat_member",
})  # fmt: skip
SERVICE = HEARD_OF_ONESELF | {
    "new_chat_members", "migrate_to_chat_id", "migrate_from_chat_id", "group_chat_created",
    "supergroup_chat_created",
}  # fmt: skip


def is_service(message: Json) -> bool:
    """Written by Telegram itself, about what somebody did."""
    return not SERVICE.isdisjoint(message)


def bot_hears(bot: Json, chat: Chat, message: Json) -> bool:
    if message["from"]["id"] == bot["id"] and HEARD_OF_ONESELF.isdisjoint(message):
        return False
    if chat.is_private:
        return True
    place = chat.member(bot["id"])
    return place.is_admin or (place.inside and is_for_bot(bot, message))


def is_for_bot(bot: Json, message: Json) -> bool:
    """Privacy mode: what a bot that is no admin gets to see of a group."""
    text = message.get("text") or message.get("caption") or ""
    replied = message.get("reply_to_message", {}).get("from", {}).get("id")
    return (
        replied == bot["id"]
        or text.startswith("/")
        or f"@{bot['username']}".lower() in text.lower()
        or is_service(message)
    )
