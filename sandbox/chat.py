"""Chats: who is in them, their topics, and what was written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox.refusals import Json

ADMIN_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_send_welcome_messages", "can_pin_messages", "can_manage_topics",
    "can_manage_tags",
)  # fmt: skip
MEMBER_RIGHTS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info",
    "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip
INSIDE = frozenset({"creator", "administrator", "member", "restricted"})
GENERAL = 1  # the topic that every forum has


@dataclass(slots=True)
class Member:
    status: str
    rights: dict[str, bool] = field(default_factory=dict)  # what differs: an admin may all, unless said here

    @property
    def inside(self) -> bool:
        return self.status in INSIDE

    @property
    def is_admin(self) -> bool:
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        """As an admin."""
        return self.status == "creator" or (self.status == "administrator" and self.rights.get(right, True))

    def may_send(self, right: str) -> bool:
        return self.inside and (self.status != "restricted" or self.rights.get(right, False))

    def shape(self, user: Json) -> Json:
        """Bot API ChatMember."""
        told: Json = {"status": self.status, "user": user}
        if self.status == "creator":
            return told | {"is_anonymous": False}
        if self.status == "administrator":
            rights = {right: self.rights.get(right, True) for right in ADMIN_RIGHTS}
            return told | {"can_be_edited": False, "is_anonymous": False} | rights
        if self.status == "restricted":
            rights = {right: self.rights.get(right, False) for right in MEMBER_RIGHTS}
            return told | {"is_member": True, "until_date": 0} | rights
        return told | {"until_date": 0} if self.status == "kicked" else told


@dataclass(slots=True)
class Topic:
    id: int
    name: str
    icon_color: int
    created_by: int
    icon: str | None = None
    closed: bool = False
    deleted: bool = False


@dataclass(slots=True)
class Chat:
    """`marks` is what the page and the tests see of a message beside the message itself."""

    id: int
    type: str
    title: str | None = None
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    messages: dict[int, Json] = field(default_factory=dict)
    marks: dict[int, dict[str, Any]] = field(default_factory=dict)
    keyboard: Json | None = None
    moved_to: int | None = None
    reactions: list[str] | None = None  # that are allowed; None: all
    last_id: int = 1  # number 1 is that of the group's creation, and of General

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    def member(self, user_id: int) -> Member:
        return self.members.get(user_id) or Member("left")

    def find(self, message_id: int | None) -> Json | None:
        """The message, unless it was deleted."""
        if message_id is None or self.marks.get(message_id, {}).get("_deleted"):
            return None
        return self.messages.get(message_id)

    def topic(self, thread_id: int | None) -> Topic | None:
        found = self.topics.get(thread_id or 0)
        return found if found and not found.deleted else None

    def mark(self, message_id: int, **marks: Any) -> None:
        self.marks.setdefault(message_id, {}).update(marks)

    def view(self, message_id: int) -> Json:
        return {**self.messages[message_id], **self.marks.get(message_id, {})}

    def newest(self, limit: int, before: int = 0, thread_id: int | None = None) -> list[Json]:
        """Views of messages that stand, oldest first."""
        found: list[Json] = []
        for message_id in self._backwards(before, thread_id):
            if len(found) == limit:
                break
            found.append(self.view(message_id))
        return found[::-1]

    def _backwards(self, before: int, thread_id: int | None) -> Iterator[int]:
        for message_id, message in reversed(self.messages.items()):
            if before and message_id >= before:
                continue
            if thread_id is not None and thread_of(message) != thread_id:
                continue
            if not self.marks.get(message_id, {}).get("_deleted"):
                yield message_id


def thread_of(message: Json) -> int:
    """The topic of a message; 0 for General and where there are no topics."""
    return int(message["message_thread_id"]) if message.get("is_topic_message") else 0
