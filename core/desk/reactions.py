"""Reactions are remembered: a seller's on an answer, which is asked about where it did not help, and an agent's."""

from core.dialog import Dialog
from core.message import Message
from core.outbox import person_notice
from core.person import WrittenTo
from core.reaction import DISLIKES, Reaction, ReactionChanged, ReactionReads
from core.unit_of_work import UnitOfWork


async def react_to_answer(
    work: UnitOfWork, store: ReactionReads, dialog: Dialog, answer: Message, emoji: str | None
) -> None:
    """What it lacks is asked once for each answer, however often the thumb goes up and down."""
    before = await store.reaction(answer.id)
    asked_at = before.asked_at if before else None
    if emoji == DISLIKES and asked_at is None and not answer.asks:
        asked_at = work.now
        work.notify(person_notice(dialog.seller_id, "what-lacks", work.now, dialog=dialog.number))
        if dialog.is_open:
            work.add(WrittenTo(dialog.seller_id, dialog.number))
    work.add(ReactionChanged(Reaction(answer.id, emoji, asked_at), dialog.number))


def react_to_question(work: UnitOfWork, question: Message, emoji: str | None) -> None:
    """Of several agents the last one counts, as the seller sees it."""
    work.add(ReactionChanged(Reaction(question.id, emoji), question.dialog))
