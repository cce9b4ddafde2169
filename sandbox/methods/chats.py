"""What a bot may ask of chats, and the little it may do to them."""

from aiogram.methods import (
    GetChat,
    GetChatAdministrators,
    GetChatMember,
    GetChatMemberCount,
    GetFile,
    GetUserProfilePhotos,
    LeaveChat,
    PinChatMessage,
    SetChatTitle,
    UnpinAllChatMessages,
    UnpinChatMessage,
)

from sandbox.chat import MEMBER_RIGHTS, Chat, Member
from sandbox.method_registry import method
from sandbox.person import ANONYMOUS
from sandbox.refusals import Json, bad_request
from sandbox.validation import known_chat
from sandbox.world import World

GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


@method(GetChat)
def get_chat(world: World, call: GetChat) -> Json:
    chat = known_chat(world, call.chat_id)
    if chat.is_private and not world.people[chat.id].started:
        raise bad_request("chat not found")
    told = world.shape(chat) | {
        "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }  # fmt: skip
    if not chat.is_private:
        told["permissions"] = dict.fromkeys(MEMBER_RIGHTS, True)
        told["has_visible_history"] = True
        if chat.reactions is not None:
            told["available_reactions"] = [{"type": "emoji", "emoji": emoji} for emoji in chat.reactions]
    if chat.pinned and (last := chat.find(chat.pinned[-1])):
        told["pinned_message"] = last
    return told


@method(GetChatMember)
def get_member(world: World, call: GetChatMember) -> Json:
    chat = known_chat(world, call.chat_id)
    user = world.user(call.user_id)
    if user is None or call.user_id == ANONYMOUS:
        raise bad_request("user not found")
    if chat.is_private:
        return Member("member").shape(user)
    return chat.member(call.user_id).shape(user)


@method(GetChatAdministrators)
def get_administrators(world: World, call: GetChatAdministrators) -> list[Json]:
    chat = known_chat(world, call.chat_id)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    admins = [(user_id, one) for user_id, one in chat.members.items() if one.is_admin]
    return [one.shape(user) for user_id, one in admins if (user := world.user(user_id))]


@method(GetChatMemberCount)
def count_members(world: World, call: GetChatMemberCount) -> int:
    chat = known_chat(world, call.chat_id)
    return 2 if chat.is_private else sum(one.inside for one in chat.members.values())


@method(LeaveChat)
def leave(world: World, call: LeaveChat) -> bool:
    chat = known_chat(world, call.chat_id)
    if chat.is_private:
        raise bad_request("chat not found")
    world.set_member(chat, world.bot_id, Member("left"), by=world.bot_id)
    return True


@method(SetChatTitle)
def set_title(world: World, call: SetChatTitle) -> bool:
    chat = known_chat(world, call.chat_id)
    if chat.is_private or not chat.member(world.bot_id).may("can_change_info"):
        raise bad_request("not enough rights to change chat title")
    if not call.title.strip():
        raise bad_request("chat title is empty")
    chat.title = call.title.strip()[:128]
    world.chat_changed(chat)
    world.post(chat, {"from": world.bot}, {"new_chat_title": chat.title})
    return True


# ---- pins


@method(PinChatMessage)
def pin(world: World, call: PinChatMessage) -> bool:
    chat = known_chat(world, call.chat_id)
    may_pin(world, chat)
    message = chat.find(call.message_id)
    if message is None:
        raise bad_request("message to pin not found")
    if call.message_id in chat.pinned:
        return True
    chat.pinned = [*chat.pinned, call.message_id]
    world.chat_changed(chat)
    topic = chat.topic(message.get("message_thread_id")) if message.get("is_topic_message") else None
    shown = {name: value for name, value in message.items() if name != "reply_to_message"}
    world.post(chat, {"from": world.bot}, {"pinned_message": shown}, topic=topic)
    return True


@method(UnpinChatMessage)
def unpin(world: World, call: UnpinChatMessage) -> bool:
    chat = known_chat(world, call.chat_id)
    may_pin(world, chat)
    target = call.message_id or (chat.pinned[-1] if chat.pinned else None)
    if target not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned = [one for one in chat.pinned if one != target]
    world.chat_changed(chat)
    return True


@method(UnpinAllChatMessages)
def unpin_all(world: World, call: UnpinAllChatMessages) -> bool:
    chat = known_chat(world, call.chat_id)
    may_pin(world, chat)
    chat.pinned = []
    world.chat_changed(chat)
    return True


def may_pin(world: World, chat: Chat) -> None:
    if not chat.is_private and not chat.member(world.bot_id).may("can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")


# ---- files and photos


@method(GetFile)
def get_file(world: World, call: GetFile) -> Json:
    return world.files.get_file(call.file_id)


@method(GetUserProfilePhotos)
def profile_photos(world: World, call: GetUserProfilePhotos) -> Json:
    if world.user(call.user_id) is None:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}
