"""Every refusal a person can meet. Each has its sentence, `refusal-<code>`, in every locale.

Refusal
├── Banned                  this person may not use the desk
├── DialogUnknown           no such dialog, or somebody else's
├── MoveRefused             the dialog's status does not allow this
│   ├── DialogFinished
│   │   └── DialogMerged    it became part of another dialog
│   ├── NothingToRate       support has not answered, or a new answer is on its way
│   ├── RatedAlready
│   └── RatingTooLate
├── CooldownActive          the topic was used less than the cooldown ago
├── TopicUnknown            the catalogue has no such topic any more
├── AnnouncementOver        the incident has ended
├── ContentRefused
│   ├── KindUnsupported     stickers, polls, dice …
│   ├── CommentEmpty
│   ├── WordsWanted         a file where only words can be kept
│   ├── FileTooLarge
│   ├── TotalTooLarge
│   ├── TooManyParts
│   └── TextTooLong
├── DialogsOpen             data can be erased when every dialog is finished
├── FieldWrong              what was typed is no value of the topic's field
├── DraftIncomplete         a field marked * is still empty
├── DraftGone               the draft was sent or left already
├── MessageUnknown          an edit of, or a reply to, a message the desk does not know
├── PeriodWrong
│   ├── PeriodUnreadable    no dates were found in the words
│   ├── DateUnknown         the calendar has no such day
│   └── PeriodBackwards     it ends before it begins
├── NotPutOff               the dialog is not put off, or not any more
├── MomentWrong             to put it off until
│   ├── MomentUnreadable    the words name no moment
│   ├── MomentPast
│   └── MomentTooFar
├── TakenAlready            another agent is in charge
├── CannedAnswerGone        the canned answer was removed meanwhile
├── SuggestionGone          the dialog that an answer helped in was erased meanwhile, or rated badly
├── WordsGone               a seller took them to another dialog
├── AnsweredMeanwhile       words that support has answered stay where they are
├── SentAlready             it has left for the seller and can't be held any more
├── MergeRefused
│   ├── MergeIntoItself
│   ├── OtherSellersDialog  only dialogs of one seller become one
│   ├── MergeSettled        it can't be undone any more
│   ├── MergeUndoneAlready
│   └── MergeOfAnother      only the agent who merged may undo it
├── SellerIsAdmin           an admin who writes as a seller is not banned
├── BannedAlready
├── NotBanned
├── NoSuchColleague         nobody of that name is in the agents' group
└── NotAnAgent              the person is no member of the agents' group
"""

from typing import Any, ClassVar


class Refusal(Exception):
    """An expected «no». `values` fill the sentence of the locale."""

    code: ClassVar[str] = ""

    def __init__(self, **values: Any) -> None:
        super().__init__(self.code)
        self.values = values


class Banned(Refusal):
    code = "banned"


class DialogUnknown(Refusal):
    code = "dialog-unknown"


class MoveRefused(Refusal):
    code = "move-refused"


class DialogFinished(MoveRefused):
    code = "dialog-finished"


class DialogMerged(DialogFinished):
    code = "dialog-merged"


class NothingToRate(MoveRefused):
    code = "nothing-to-rate"


class RatedAlready(MoveRefused):
    code = "rated-already"


class RatingTooLate(MoveRefused):
    code = "rating-too-late"


class CooldownActive(Refusal):
    code = "cooldown-active"


class TopicUnknown(Refusal):
    code = "topic-unknown"


class AnnouncementOver(Refusal):
    code = "announcement-over"


class ContentRefused(Refusal):
    code = "content-refused"


class KindUnsupported(ContentRefused):
    code = "kind-unsupported"


class CommentEmpty(ContentRefused):
    code = "comment-empty"


class WordsWanted(ContentRefused):
    code = "words-wanted"


class FileTooLarge(ContentRefused):
    code = "file-too-large"


class TotalTooLarge(ContentRefused):
    code = "total-too-large"


class TooManyParts(ContentRefused):
    code = "too-many-parts"


class TextTooLong(ContentRefused):
    code = "text-too-long"


class DialogsOpen(Refusal):
    code = "dialogs-open"


class FieldWrong(Refusal):
    code = "field-wrong"


class DraftIncomplete(Refusal):
    code = "draft-incomplete"


class DraftGone(Refusal):
    code = "draft-gone"


class MessageUnknown(Refusal):
    code = "message-unknown"


class PeriodWrong(Refusal):
    code = "period-wrong"


class PeriodUnreadable(PeriodWrong):
    code = "period-unreadable"


class DateUnknown(PeriodWrong):
    code = "date-unknown"


class PeriodBackwards(PeriodWrong):
    code = "period-backwards"


class NotPutOff(Refusal):
    code = "not-put-off"


class MomentWrong(Refusal):
    code = "moment-wrong"


class MomentUnreadable(MomentWrong):
    code = "moment-unreadable"


class MomentPast(MomentWrong):
    code = "moment-past"


class MomentTooFar(MomentWrong):
    code = "moment-too-far"


class TakenAlready(Refusal):
    code = "taken-already"


class SuggestionGone(Refusal):
    code = "suggestion-gone"


class CannedAnswerGone(Refusal):
    code = "canned-answer-gone"


class WordsGone(Refusal):
    code = "words-gone"


class AnsweredMeanwhile(Refusal):
    code = "answered-meanwhile"


class SentAlready(Refusal):
    code = "sent-already"


class MergeRefused(Refusal):
    code = "merge-refused"


class MergeIntoItself(MergeRefused):
    code = "merge-into-itself"


class OtherSellersDialog(MergeRefused):
    code = "other-sellers-dialog"


class MergeSettled(MergeRefused):
    code = "merge-settled"


class MergeUndoneAlready(MergeRefused):
    code = "merge-undone-already"


class MergeOfAnother(MergeRefused):
    code = "merge-of-another"


class SellerIsAdmin(Refusal):
    code = "seller-is-admin"


class BannedAlready(Refusal):
    code = "banned-already"


class NotBanned(Refusal):
    code = "not-banned"


class NoSuchColleague(Refusal):
    code = "no-such-colleague"


class NotAnAgent(Refusal):
    code = "not-an-agent"


def every_refusal() -> list[type[Refusal]]:
    found: list[type[Refusal]] = []
    waiting = [Refusal]
    while waiting:
        children = waiting.pop().__subclasses__()
        found += children
        waiting += children
    return found
