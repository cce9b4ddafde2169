"""A seller's message as core knows it."""

import re
from dataclasses import replace

from aiogram.enums import ContentType
from aiogram.types import Message

from bot.handlers.seller.menu_labels import is_label
from bot.telegram.command_registry import is_private
from bot.telegram.content_conversion import read, second_of
from bot.telegram.forward_origin import with_origin
from bot.telegram.written_command import read_command
from bot.texts import Speech, Texts
from core.content import must_be_kept
from core.errors import KindUnsupported
from core.message import IncomingMessage, MessageRef

# Everything else that has no content is a service message, which nobody wrote.
UNSENDABLE = frozenset(
    {"poll", "dice", "game", "story", "paid_media", "live_photo", "checklist", "invoice", "giveaway",
     "giveaway_winners", "rich_message", "gift", "unique_gift", "unknown"}
)  # fmt: skip
SENT_BY_HAND = UNSENDABLE | {
    "text", "animation", "audio", "document", "photo", "sticker", "video", "video_note", "voice", "contact", "venue",
    "location",
}  # fmt: skip


COMMAND_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")


def written(message: Message, texts: Texts) -> bool:
    """Written to support: no service message, no command, no button of the reply keyboard."""
    by_hand = message.content_type in SENT_BY_HAND
    return by_hand and not is_command(message) and not is_label(message.text, texts)


def is_command(message: Message) -> bool:
    """By its form, or by its name in other letters: `/2 шт`, `/склад` or `/etc/hosts` are words."""
    text = message.text or ""
    command = read_command(text)
    if command is None or text[command.words_begin : command.words_begin + 1].strip():
        return False
    return is_private(command.spelling) or COMMAND_NAME.fullmatch(command.spelling) is not None


def part_of(message: Message, speech: Speech) -> IncomingMessage:
    """Raises the refusal for what support can't be sent."""
    content = read(message)
    if content is None:
        raise KindUnsupported(kind=ContentType(message.content_type).value)
    must_be_kept(content)
    return IncomingMessage(
        with_origin(content, message, speech), ref_of(message), message.media_group_id, second=second_of(message)
    )


def ref_of(message: Message) -> MessageRef:
    return MessageRef(message.chat.id, message.message_id)


def incoming_of(part: IncomingMessage, reply_to: int | None = None) -> IncomingMessage:
    return replace(part, reply_to=reply_to)
