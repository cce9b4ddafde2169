"""What Telegram's refusals mean. Descriptions are no contract, so all of them stand here, and nowhere else."""

from enum import StrEnum

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
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
    FILE_WRONG = "file-wrong"
    TOO_LONG = "too-long"
    OTHER = "other"


PHRASES: tuple[tuple[Failure, tuple[str, ...]], ...] = (
    (Failure.NOT_MODIFIED, ("message is not modified", "topic_not_modified")),
    (Failure.BLOCKED, ("bot was blocked by the user",)),
    (Failure.DEACTIVATED, ("user is deactivated",)),
    (
        Failure.NEVER_STARTED,
        ("can't initiate conversation", "can't send messages to the bot", "private chat not found"),
    ),
    (Failure.VOICE_FORBIDDEN, ("voice_messages_forbidden",)),
    (
        Failure.THREAD_GONE,
        ("message thread not found", "topic_deleted", "topic_id_invalid", "top forum topic message not found"),
    ),
    (Failure.TOPIC_CLOSED, ("topic_closed",)),
    (Failure.NO_FORUM, ("is not a forum", "is not a supergroup forum")),
    (
        Failure.OUTSIDE,
        ("bot was kicked", "bot is not a member", "group chat was deleted", "chat not found", "group is deactivated"),
    ),
    (
        Failure.NO_RIGHTS,
        ("not enough rights", "have no write access", "chat_admin_required", "chat_write_forbidden",
         "chat_restricted", "need administrator rights"),
    ),
    (
        Failure.POST_GONE,
        ("message to edit not found", "message to be replied not found", "message to react not found",
         "message to delete not found", "message can't be edited", "message to pin not found", "message_id_invalid"),
    ),
    (
        Failure.FILE_WRONG,
        ("wrong file identifier", "wrong remote file identifier", "wrong file_id", "invalid file_id", "file is too big",
         "wrong type of the web page content", "media_empty"),
    ),
    (Failure.TOO_LONG, ("message is too long", "caption is too long", "message_too_long", "media_caption_too_long")),
)  # fmt: skip

SELLER_UNREACHABLE = frozenset(map(Failure, UNREACHABLE))
GROUP_UNREACHABLE = frozenset({Failure.NO_RIGHTS, Failure.OUTSIDE})


# 401 and 404 are about the token: the operator mends it, and nothing is lost. Whatever else is gone is a 400.
PASSING = TelegramNetworkError | TelegramServerError | TelegramUnauthorizedError


def may_pass(error: TelegramAPIError) -> bool:
    """No refusal: Telegram can't be reached or can't now, and nobody knows whether it was done."""
    return isinstance(error, PASSING) and not isinstance(error, TelegramEntityTooLarge)


def has_timed_out(error: TelegramAPIError) -> bool:
    """Nothing came back in the time that was given."""
    return isinstance(error.__cause__, TimeoutError)


def read_failure(error: TelegramAPIError) -> Failure:
    if not isinstance(error, TelegramBadRequest | TelegramForbiddenError):
        return Failure.OTHER
    description = error.message.lower()
    for failure, phrases in PHRASES:
        if any(phrase in description for phrase in phrases):
            return failure
    return Failure.OTHER
