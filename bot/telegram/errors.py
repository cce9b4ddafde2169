"""What Telegram's refusals mean. Descriptions are no contract, so all of them stand here, and nowhere else."""

from enum import StrEnum

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from core.outbox import UNREACHABLE


class Failure(StrEnum):
    BLOCKED = "blocked"  # the person blocked the bot
    DEACTIVATED = "deactivated"  # the account is gone
    NEVER_STARTED = "never-started"
    VOICE_FORBIDDEN = "voice-forbidden"
    THREAD_GONE = "thread-gone"
    TOPIC_CLOSED = "topic-closed"
    NO_FORUM = "no-forum"
    NO_RIGHTS = "no-rights"
    OUTSIDE = "outside"  # the bot is not in the group
    NOT_MODIFIED = "not-modified"
    POST_GONE = "post-gone"  # the message to edit, reply to or react to is gone
    REACTION_FORBIDDEN = "reaction-forbidden"  # the chat's admins allow others only, or none
    FILE_WRONG = "file-wrong"
    TOO_LONG = "too-long"
    OTHER = "other"


PHRASES: tuple[tuple[Failure, tuple[str, ...]], ...] = (
    (Failure.NOT_MODIFIED, ("message is not modified", "message_not_modified", "topic_not_modified")),
    (Failure.BLOCKED, ("bot was blocked by the user", "user_is_blocked", "you_blocked_user")),
    (Failure.DEACTIVATED, ("user is deactivated", "user_deactivated", "user is deleted")),
    (
        Failure.NEVER_STARTED,
        ("can't initiate conversation", "can't send messages to the bot", "can't send messages to bots",
         "private chat not found", "peer_id_invalid", "user_id_invalid", "user not found"),
    ),
    (
        Failure.VOICE_FORBIDDEN,
        ("voice_messages_forbidden", "voice messages are forbidden", "chat_send_voices_forbidden",
         "chat_send_roundvideos_forbidden"),
    ),
    (
        Failure.THREAD_GONE,
        ("message thread not found", "topic_deleted", "topic_id_invalid", "top forum topic message not found",
         "topic not found"),
    ),
    (Failure.TOPIC_CLOSED, ("topic_closed", "topic is closed")),
    (Failure.NO_FORUM, ("is not a forum", "is not a supergroup forum", "channel_forum_missing")),
    (
        Failure.OUTSIDE,
        ("bot was kicked", "bot is not a member", "group chat was deleted", "chat not found", "group is deactivated",
         "channel_private", "channel_invalid", "chat_forbidden", "chat_id_invalid", "group chat was deactivated"),
    ),
    (
        Failure.NO_RIGHTS,
        ("not enough rights", "have no write access", "chat_admin_required", "chat_write_forbidden",
         "chat_restricted", "need administrator rights", "chat_send_", "chat_guest_send_forbidden",
         "user_banned_in_channel", "right_forbidden"),
    ),
    (
        Failure.POST_GONE,
        ("message to edit not found", "message to be replied not found", "message to react not found",
         "message to delete not found", "message can't be edited", "message to pin not found", "message_id_invalid",
         "replied message not found", "message to reply not found", "reply_message_id_invalid"),
    ),
    (Failure.REACTION_FORBIDDEN, ("reaction_invalid", "reactions are disabled", "reaction_empty")),
    (
        Failure.FILE_WRONG,
        ("wrong file identifier", "wrong remote file identifier", "wrong file_id", "invalid file_id", "file is too big",
         "wrong type of the web page content", "media_empty", "media_invalid", "file_reference_", "file_id_invalid",
         "file_parts_invalid", "photo_invalid", "photo_ext_invalid", "photo_save_file_invalid", "document_invalid",
         "video_file_invalid", "video_content_type_invalid", "image_process_failed", "can't use file of type",
         "type of file mismatch", "failed to get http url content", "webpage_curl_failed", "webpage_media_empty",
         "sticker_id_invalid", "file must be non-empty"),
    ),
    (
        Failure.TOO_LONG,
        ("message is too long", "caption is too long", "message_too_long", "media_caption_too_long",
         "text is too long", "entities_too_long"),
    ),
)  # fmt: skip

SELLER_UNREACHABLE = frozenset(map(Failure, UNREACHABLE))
GROUP_UNREACHABLE = frozenset({Failure.NO_RIGHTS, Failure.OUTSIDE})
NO_PLACE = frozenset({Failure.THREAD_GONE, Failure.NO_FORUM, Failure.TOPIC_CLOSED})

# 401 and 404 are about the token: the operator mends it, and nothing is lost. Whatever else is gone is a 400.
PASSING = TelegramNetworkError | TelegramServerError | TelegramUnauthorizedError


def may_pass(error: TelegramAPIError) -> bool:
    """No refusal: Telegram can't be reached or can't now, and nobody knows whether it was done."""
    return isinstance(error, PASSING) and not isinstance(error, TelegramEntityTooLarge)


def has_timed_out(error: TelegramAPIError) -> bool:
    """Nothing came back in the time that was given."""
    return isinstance(error.__cause__, TimeoutError)


def is_without_place(error: TelegramAPIError) -> bool:
    """Not this message is refused, but any: the thread or the group is not there (any more) to be written in."""
    return isinstance(error, TelegramMigrateToChat) or read_failure(error) in NO_PLACE | GROUP_UNREACHABLE


def read_failure(error: TelegramAPIError) -> Failure:
    if not isinstance(error, TelegramBadRequest | TelegramForbiddenError):
        return Failure.OTHER
    description = error.message.lower()
    for failure, phrases in PHRASES:
        if any(phrase in description for phrase in phrases):
            return failure
    return Failure.OTHER
