"""What relaying a message is on either side: words under a heading, words too long for a file, what is kept of it."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from bot.delivery.sender import Sender, posted
from bot.telegram import content_conversion as messages
from core.content import Content
from core.message import Message, MessageRef, WordsPosted
from core.outbox import Delivered, DeliveryContext, PendingNotice

Changes = list[Any]


def dressed(heading: str, content: Content) -> Content | None:
    """`content` under its heading; None where Telegram does not let the two be one message."""
    if content.kind in messages.CAPTIONLESS:
        return None
    joined = messages.with_heading(heading, content)
    return joined if messages.fits(joined) else None


async def words_follow(
    send: Sender,
    items: Sequence[Message],
    ids: Sequence[int],
    context: DeliveryContext,
    chat_id: int,
    thread_id: int | None = None,
) -> Changes:
    """Words that are too long for a caption stand below their file, in reply to it."""
    kept: Changes = []
    for item, post_id in zip(items, ids, strict=False):
        if words := messages.apart(item.content)[1]:
            method = messages.send(words, chat_id, thread_id=thread_id, reply_to=post_id)
            said = posted(await send(chat_id, method))[0]
            kept.append(WordsPosted(context.dialog.number, item.id, MessageRef(chat_id, said)))
    return kept


def delivered(
    notices: Sequence[PendingNotice],
    context: DeliveryContext,
    chat_id: int,
    ids: Sequence[int],
    now: int,
    *,
    first_answer: bool = False,
) -> Changes:
    """One for each notice, also where Telegram tells fewer ids than were sent."""
    return [
        Delivered(
            notice.id,
            now,
            placed=((MessageRef(chat_id, post_id), notice.message),) if post_id else (),
            dialog=context.dialog.number,
            first_answer=first_answer,
        )
        for notice, post_id in zip_longest(notices, ids[: len(notices)])
    ]
