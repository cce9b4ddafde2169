"""What changes or takes away messages that stand."""

from typing import Any

from aiogram.methods import (
    DeleteMessage,
    DeleteMessages,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    SetMessageReaction,
    StopPoll,
)
from aiogram.types import ReactionTypeEmoji

from sandbox.chat import Chat
from sandbox.content import CAPTIONED, CONTENT, FILE_KINDS
from sandbox.icons import REACTIONS
from sandbox.method_registry import method
from sandbox.methods.albums import media_of
from sandbox.refusals import Json, bad_request
from sandbox.validation import (
    NOT_MODIFIED,
    caption_content,
    given,
    inline_only,
    known_chat,
    own_message,
    text_content,
)
from sandbox.visible_updates import is_service
from sandbox.world import World

DELETABLE = 2 * 24 * 60 * 60  # seconds
UNDELETABLE = frozenset(
    {"forum_topic_created", "supergroup_chat_created", "group_chat_created", "migrate_from_chat_id"}
)


def edit(world: World, call: Any, said: Json, must_have: str = "") -> Json:
    """`said`: the new content; what it does not name goes away, but for a new keyboard alone."""
    chat = known_chat(world, call.chat_id)
    message = own_message(world, chat, call.message_id)
    if must_have == "text" and "text" not in message:
        raise bad_request("there is no text in the message to edit")
    if must_have == "caption" and CAPTIONED.isdisjoint(message):
        raise bad_request("there is no caption in the message to edit")
    if is_service(message):
        raise bad_request("message can't be edited")
    changes = {**said, "reply_markup": inline_only(call.reply_markup)}
    if all(message.get(name) == value for name, value in changes.items()):
        raise bad_request(NOT_MODIFIED)
    return world.change(chat, message, changes, by_bot=True, silently=not said)


@method(EditMessageText, weight=1)
def edit_text(world: World, call: EditMessageText) -> Json:
    said: Json = {"entities": None} | text_content(call.text or "", call.parse_mode, call.entities)
    return edit(world, call, said, "text")


@method(EditMessageCaption, weight=1)
def edit_caption(world: World, call: EditMessageCaption) -> Json:
    said = caption_content(call.caption, call.parse_mode, call.caption_entities)
    said |= {"show_caption_above_media": True} if given(call.show_caption_above_media) else {}
    return edit(world, call, {"caption": None, "caption_entities": None} | said, "caption")


@method(EditMessageMedia, weight=1)
def edit_media(world: World, call: EditMessageMedia) -> Json:
    chat = known_chat(world, call.chat_id or "")
    message = own_message(world, chat, call.message_id)
    if FILE_KINDS.isdisjoint(message) and "text" not in message:
        raise bad_request("message can't be edited")
    emptied = dict.fromkeys(name for name in CONTENT if name in message)
    return edit(world, call, {**emptied, **media_of(world, call.media)})


@method(EditMessageReplyMarkup, weight=1)
def edit_keyboard(world: World, call: EditMessageReplyMarkup) -> Json:
    return edit(world, call, {})


@method(StopPoll, weight=1)
def stop_poll(world: World, call: StopPoll) -> Json:
    chat = known_chat(world, call.chat_id)
    message = own_message(world, chat, call.message_id)
    if "poll" not in message:
        raise bad_request("message with poll to stop not found")
    if message["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    closed: Json = message["poll"] | {"is_closed": True}
    world.change(chat, message, {"poll": closed, "reply_markup": inline_only(call.reply_markup)}, by_bot=True)
    return closed


@method(DeleteMessage)
def delete_message(world: World, call: DeleteMessage) -> bool:
    chat = known_chat(world, call.chat_id)
    check_deletable(world, chat, call.message_id)
    world.delete(chat, [call.message_id])
    return True


@method(DeleteMessages)
def delete_messages(world: World, call: DeleteMessages) -> bool:
    """What can't be found is passed over."""
    chat = known_chat(world, call.chat_id)
    if not 1 <= len(call.message_ids) <= 100:
        raise bad_request(
            "message identifiers are not specified" if not call.message_ids else "too many message identifiers"
        )
    standing = [one for one in call.message_ids if chat.find(one)]
    for message_id in standing:
        check_deletable(world, chat, message_id)
    world.delete(chat, standing)
    return True


def check_deletable(world: World, chat: Chat, message_id: int) -> None:
    message = chat.find(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    is_own = message["from"]["id"] == world.bot_id
    may = chat.is_private or is_own or chat.member(world.bot_id).may("can_delete_messages")
    is_old = message["date"] <= world.clock() - DELETABLE
    if not may or is_old or not UNDELETABLE.isdisjoint(message):
        raise bad_request("message can't be deleted")


@method(SetMessageReaction)
def react(world: World, call: SetMessageReaction) -> bool:
    chat = known_chat(world, call.chat_id)
    message = chat.find(call.message_id)
    if message is None or is_service(message):
        raise bad_request("message to react not found")
    wanted = list(call.reaction or ())
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    sign = None
    if wanted:
        if not isinstance(wanted[0], ReactionTypeEmoji) or wanted[0].emoji not in REACTIONS:
            raise bad_request("REACTION_INVALID")
        sign = wanted[0].emoji
        if chat.reactions is not None and sign not in chat.reactions:
            raise bad_request("REACTION_INVALID")
    world.react(chat, call.message_id, world.bot_id, sign)
    return True
