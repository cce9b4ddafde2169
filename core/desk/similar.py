"""On a dialog, the answers that helped before: nothing of what another seller is called or gave comes along."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.canned import CannedAnswer
from core.desk.late_words import SEEN_BACK
from core.dialog import Dialog
from core.scrubbing import has_gaps, scrub
from core.similar import EarlierAnswer, open_question_of, similar_canned, similar_dialogs, telling_stems
from core.store import Store

MOST_CANNED = 3
MOST_EARLIER = 5
LOOKED_AT = 10  # of the most alike: some say the same


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An earlier answer, fit for another seller."""

    dialog: int  # that it helped in
    text: str
    has_gaps: bool  # something was left out that somebody has to fill in
    at: int  # UTC ms
    rating: int | None


@dataclass(frozen=True, slots=True)
class Similar:
    canned: Sequence[CannedAnswer]
    earlier: Sequence[Suggestion]


class SimilarAnswers:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def find(self, dialog: Dialog) -> Similar:
        """The most alike first, among equals the newest."""
        history = await self._store.last_messages(dialog.number, SEEN_BACK)
        stems = telling_stems(open_question_of(history))
        if not stems:
            return Similar((), ())
        canned = similar_canned(await self._store.canned_answers(), stems)[:MOST_CANNED]
        shared = await self._store.shared_stems(dialog.topic, sorted(stems))
        found: dict[str, Suggestion] = {}
        for number in similar_dialogs(shared)[:LOOKED_AT]:
            suggestion = await self.read(dialog, number)
            if suggestion:
                found.setdefault(suggestion.text, suggestion)
        return Similar(canned, [*found.values()][:MOST_EARLIER])

    async def read(self, dialog: Dialog, earlier: int) -> Suggestion | None:
        """The answer that helped in an earlier dialog on the same topic; None where there is none, or it is gone."""
        answer = await self._store.earlier_answer(earlier)
        if answer is None or answer.dialog.topic != dialog.topic or answer.dialog.number == dialog.number:
            return None
        text = _scrubbed(answer)
        if not any(map(str.isalpha, text)):
            return None
        return Suggestion(
            dialog=earlier,
            text=text,
            has_gaps=has_gaps(text, answer.message.content.text),
            at=answer.message.created_at,
            rating=answer.dialog.rating,
        )


def _scrubbed(answer: EarlierAnswer) -> str:
    """A name may stand in any form, the agent's too; what the seller gave in fields as it was given."""
    dialog, seller = answer.dialog, answer.seller
    names = answer.names | {seller.name, dialog.agent_name or ""}
    given = [field.value for each in (dialog, *answer.parts) for field in each.fields]
    return scrub(answer.message.content.text, names, [seller.username or "", *given])
