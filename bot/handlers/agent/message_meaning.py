"""What an agent wrote in a dialog: for the seller, or not. Whatever begins with a slash never leaves."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from aiogram.types import Message

from bot.inbound.update_context import UpdateContext
from bot.telegram.content_conversion import read, second_of, without_start
from bot.telegram.forward_origin import with_origin
from bot.telegram.written_command import UNSEEN, read_command
from core.content import Content, Kind, is_blank
from core.message import IncomingMessage, MessageReads, MessageRef, Side
from core.message import Message as Kept

# The same keys type both, in either layout; three dots are only a pause.
NOTE = re.compile(UNSEEN + r"(?://|\.\.(?!\.))")


class Meaning(Enum):
    ANSWER = auto()
    QUESTION = auto()  # /ask …
    HOLD = auto()  # /hold …: a word in between
    NOTE = auto()  # //… or /note …
    COMMAND = auto()


@dataclass(frozen=True, slots=True)
class Writing:
    meaning: Meaning
    incoming: IncomingMessage  # without the mark of its meaning
    begun: Kept | None = None  # the first item of its album, where this is a later one

    @property
    def is_empty(self) -> bool:
        """Words were meant, and none came."""
        content = self.incoming.content
        return content.kind is Kind.TEXT and is_blank(content.text)


async def read_writing(
    message: Message, replied: Kept | None, context: UpdateContext, store: MessageReads
) -> dict[str, Any]:
    """Hands the handlers what was written; None for kinds that can't be relayed."""
    content = read(message)
    if content is None:
        return {"writing": None}
    meaning, content = read_meaning(without_mentions(content))
    begun = await store.album(message.media_group_id) if message.media_group_id else []
    if begun and meaning is Meaning.ANSWER:
        meaning = _meaning_of(begun[0])
    incoming = IncomingMessage(
        with_origin(content, message, context.screen.speech, people=meaning is Meaning.NOTE),
        MessageRef(message.chat.id, message.message_id),
        message.media_group_id,
        replied.id if replied and replied.side is not Side.NOTE else None,
        second_of(message),
    )
    return {"writing": Writing(meaning, incoming, begun[0] if begun else None)}


def without_mentions(content: Content) -> Content:
    """Words that mention a person by id would show sellers who works here: the words stay, the mention goes."""
    return replace(content, entities=tuple(one for one in content.entities if one["type"] != "text_mention"))


def read_meaning(content: Content) -> tuple[Meaning, Content]:
    if mark := NOTE.match(content.text):
        return Meaning.NOTE, without_start(content, mark.end())
    command = read_command(content.text)
    if command is None:
        return Meaning.ANSWER, content
    match command.name:
        case "note":
            return Meaning.NOTE, without_start(content, command.words_begin)
        case "ask":
            return Meaning.QUESTION, without_start(content, command.words_begin)
        case "hold":
            return Meaning.HOLD, without_start(content, command.words_begin)
    return Meaning.COMMAND, content


def _meaning_of(begun: Kept) -> Meaning:
    """An album's caption stands with its first item, and is meant for all of it."""
    if begun.side is Side.NOTE:
        return Meaning.NOTE
    if begun.holds:
        return Meaning.HOLD
    return Meaning.QUESTION if begun.asks else Meaning.ANSWER
