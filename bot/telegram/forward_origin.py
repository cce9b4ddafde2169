"""What a message says of others, and a copy of it would not: where it is from, and what of it is answered.

Our copies are no forwards, and a reply reaches no other chat: one line above the words says it instead.
"""

from aiogram.types import (
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUnion,
    MessageOriginUser,
)

from bot.telegram.content_conversion import CAPTIONLESS, under
from bot.telegram.names import seen
from bot.texts import Speech
from core.content import Content

LONGEST_QUOTE = 300


def with_origin(content: Content, message: Message, speech: Speech, *, people: bool = True) -> Content:
    """`people`: not where sellers would learn the names of whom agents talk to."""
    if content.kind in CAPTIONLESS:
        return content
    for text, style in reversed(_lines(message, speech, people)):
        content = under(text, style, content)
    return content


def _lines(message: Message, speech: Speech, people: bool) -> list[tuple[str, str]]:
    """Each with the formatting that it gets."""
    lines = []
    if message.forward_origin and (name := _name(message.forward_origin, people)):
        lines.append((speech.plain("origin-forward", name=name), "italic"))
    if message.external_reply and (name := _name(message.external_reply.origin, people)):
        lines.append((speech.plain("origin-reply", name=name), "italic"))
    if message.quote and (message.quote.is_manual or message.external_reply):
        text = message.quote.text
        lines.append((text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…", "blockquote"))
    return lines


def _name(origin: MessageOriginUnion, people: bool) -> str:
    match origin:
        case MessageOriginChannel():
            return seen(origin.chat.title or "")
        case MessageOriginChat():
            return seen(origin.sender_chat.title or "")
        case MessageOriginUser() if people:
            return seen(origin.sender_user.full_name)
        case MessageOriginHiddenUser() if people:
            return seen(origin.sender_user_name)
    return ""
