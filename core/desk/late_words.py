"""Words count where they were said, not where an outage let them in: the same words make the same dialog."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from core.desk.desk import Desk
from core.desk.due_times import promised
from core.desk.later import brought_back
from core.dialog import Dialog, Event, Status
from core.message import IncomingMessage, Message, Side
from core.small_talk import is_thanks

SEEN_BACK = 200  # messages of a dialog, from which it is told how it was at one of them


async def dialog_after(desk: Desk, dialog: Dialog, message: Message, incoming: IncomingMessage, now: int) -> Dialog:
    """With one word more. What has no time of its own, such as a button, comes after all that is known.

    Raises: DialogFinished.
    """
    said_at = dialog.last_said_at if incoming.second is None else message.created_at
    if _is_thanks_for(dialog.status, message):
        changed = replace(dialog, seller_said_at=said_at)
    else:
        changed = brought_back(dialog, dialog.after(_event(message), now, said_at), message)
    if said_at < dialog.last_said_at:
        history = [*await desk.store.last_messages(dialog.number, SEEN_BACK), message]
        changed = as_of(changed, sorted(history, key=attrgetter("id")))
    return promised(desk, changed, dialog)


def _is_thanks_for(status: Status, message: Message) -> bool:
    """«Спасибо» after an answer asks for nothing."""
    words_only = message.side is Side.SELLER and message.content.file is None
    return status is Status.ANSWERED and words_only and is_thanks(message.content.text)


def _event(message: Message) -> Event:
    if message.side is Side.SELLER:
        return Event.SELLER_WROTE
    return Event.AGENT_ASKED if message.asks else Event.AGENT_ANSWERED


def as_of(dialog: Dialog, history: Sequence[Message]) -> Dialog:
    """An open dialog as these messages, oldest first, make it."""
    asked = [message for message in history if message.side is Side.SELLER]
    spoken = [message for message in history if message.side is Side.AGENT and not message.holds]
    answers = [message.created_at for message in spoken if not message.asks]
    last = spoken[-1] if spoken else None
    before = _status(last, unanswered=False)
    unanswered = [
        message
        for message in asked
        if not any(_follows(word, message) for word in spoken) and not _is_thanks_for(before, message)
    ]
    return replace(
        dialog,
        status=_status(last, bool(unanswered)),
        waiting_since=unanswered[0].created_at if unanswered else None,
        seller_said_at=asked[-1].created_at if asked else None,
        support_said_at=last.created_at if last else None,
        answered_at=min([*answers, dialog.answered_at or answers[0]]) if answers else None,
    )


def without_answer(dialog: Dialog, history: Sequence[Message]) -> Dialog:
    """A dialog, finished perhaps, of which these messages are left: what has ended stays so."""
    left = as_of(dialog, history)
    if dialog.is_open:
        return replace(left, support_wrote_at=left.support_said_at)
    return replace(dialog, answered_at=left.answered_at)


def _follows(word: Message, question: Message) -> bool:
    """Whether a word of support answers it: said in the same dialog, or since the two became one."""
    together = word.merged_from == question.merged_from or (
        word.merged_from is None and question.merged_at is not None and word.created_at >= question.merged_at
    )
    return together and word.id > question.id


def _status(last: Message | None, unanswered: bool) -> Status:
    if last is None or unanswered:
        return Status.CREATED
    return Status.CLARIFYING if last.asks else Status.ANSWERED
