"""What sellers are told without asking: confirmations, reminders, the end of a dialog, headings of answers."""

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import Any

from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.buttons import Row, button, grid
from bot.keyboards.dialog_page import ShowDialogs, WriteTo, again_button, open_button
from bot.keyboards.new_dialog import NewDialog, draft_waiting_keyboard
from bot.keyboards.rating import stars_row
from bot.keyboards.withdrawal import about_other_button
from bot.notices.to_staff import TO_STAFF, TO_STAFF_ON_A_DIALOG
from bot.texts import Speech, Texts
from core.catalogue.model import in_locale
from core.dialog import Dialog, Status
from core.message import ELSEWHERE, Message, MessageRef

KEYBOARDS = 500  # of answers that are kept at hand: the next one to the same dialog has the same

NoticeText = tuple[str, InlineKeyboardMarkup | None]


class Said(StrEnum):
    """What support said, by the notice that carries its heading where it can't stand above the words."""

    ANSWERED = "answered"
    ASKED = "asked"
    HELD = "held"  # a word in between


HEADINGS = {Said.ANSWERED: "notice-answer", Said.ASKED: "notice-asks", Said.HELD: "notice-holds"}


def said_as(message: Message) -> Said:
    if message.holds:
        return Said.HELD
    return Said.ASKED if message.asks else Said.ANSWERED


def notice_text(
    texts: Texts, locale: str, what: str, values: dict[str, Any], dialog: Dialog | None, now: int
) -> NoticeText:
    """A notice as HTML, with its buttons."""
    speech = Speech(texts, locale)
    if dialog is None:
        return TO_A_PERSON[what](speech, values)
    return ON_A_DIALOG[what](speech, values, dialog, now)


def is_stale(what: str, dialog: Dialog | None) -> bool:
    """What waited, in an outage say, until its seller had written or the dialog had ended."""
    if dialog is None:
        return False
    if what == "thanked":
        return dialog.status is not Status.ANSWERED
    if what == "later":
        return dialog.snoozed_until is None
    return what == "reminder" and dialog.status not in (Status.ANSWERED, Status.CLARIFYING)


def answer_heading(texts: Texts, locale: str, dialog: Dialog, message: Message, agent: str = "") -> str:
    """One plain line above the agent's own words; `agent` where the shop shows who answers."""
    return texts.plain(locale, HEADINGS[said_as(message)], number=str(dialog.number), agent=agent or "none")


def answer_keyboard(
    texts: Texts, locale: str, dialog: Dialog, said: Said, starred: bool = True
) -> InlineKeyboardMarkup:
    """Under an answer that was corrected later, the dialog may have ended."""
    return _answer_keyboard(Speech(texts, locale), dialog.number, dialog.is_open, said, starred)


@lru_cache(KEYBOARDS)
def _answer_keyboard(speech: Speech, number: int, is_open: bool, said: Said, starred: bool) -> InlineKeyboardMarkup:
    if not is_open:
        return grid([open_button(speech, number)])
    go_on = button(speech.plain("notice-reply" if said is Said.ASKED else "notice-continue"), WriteTo(number=number))
    return grid(
        stars_row(speech, number) if starred and said is Said.ANSWERED else [],
        [go_on, open_button(speech, number)],
    )


# ---- on a dialog


def _created(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    usual = values.get("usual")
    text = speech.t(
        "notice-created",
        number=str(dialog.number),
        category=dialog.titles.category_in(speech.locale),
        topic=dialog.titles.topic_in(speech.locale),
        receipt=speech.plain("notice-receipt", files=values["files"], of=values["of"]),
        usual=speech.duration(usual) if usual else "unknown",
    )
    dialogs = button(speech.plain("home-dialogs"), ShowDialogs(below=True))
    return _with_hours(speech, text, values), grid([open_button(speech, dialog.number), dialogs])


def _added(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    key = "notice-back-in-work" if values["back_in_work"] else "notice-added"
    text = _with_hours(speech, speech.t(key, **_which(speech, dialog)), values)
    first = MessageRef.from_data(values["first"]) if dialog.is_open and "first" in values else ELSEWHERE
    other = about_other_button(speech, dialog.number, first.message_id) if first != ELSEWHERE else None
    return text, grid([other, open_button(speech, dialog.number)])


def _thanked(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    keyboard = grid(stars_row(speech, dialog.number), [open_button(speech, dialog.number)])
    return speech.t("notice-thanked", **_which(speech, dialog)), keyboard


def _what_lacks(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    """A 👎: in a dialog that has ended nothing can be said any more."""
    if not dialog.is_open:
        return speech.t("notice-what-lacked", **_which(speech, dialog)), grid(
            [again_button(speech, dialog, values.get("wait"))]
        )
    go_on = button(speech.plain("notice-reply"), WriteTo(number=dialog.number))
    keyboard = grid([go_on, open_button(speech, dialog.number)])
    return speech.t("notice-what-lacks", **_which(speech, dialog)), keyboard


def _with_hours(speech: Speech, text: str, values: dict[str, Any]) -> str:
    """Where nobody is at the desk now, the seller learns when somebody is."""
    back = values.get("back")
    return f"{text}\n\n{speech.t('notice-after-hours', at=speech.weekday(back))}" if back else text


def _closed(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    key = "notice-closed" if dialog.answered_at is not None else "notice-closed-unanswered"
    return _ended(speech, key, values, dialog, now)


def _expired(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    return _ended(speech, "notice-expired", values, dialog, now)


def _ended(speech: Speech, key: str, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    """`wait`: until the topic is free for another dialog, in ms."""
    rateable = dialog.answered_at is not None and dialog.may_be_rated(now)
    keyboard = grid(
        stars_row(speech, dialog.number) if rateable else [],
        [open_button(speech, dialog.number)],
        [again_button(speech, dialog, values.get("wait"))],
    )
    return speech.t(f"{key}-rate" if rateable else key, **_which(speech, dialog)), keyboard


def _later(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    text = speech.t("notice-later", until=speech.weekday(values["until"]), **_which(speech, dialog))
    return text, grid([open_button(speech, dialog.number)])


def _reminder(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    answered = dialog.status is Status.ANSWERED
    text = speech.t(
        "notice-reminder-rate" if answered else "notice-reminder",
        left=speech.duration(values["left"]),
        **_which(speech, dialog),
    )
    return text, answer_keyboard(speech.texts, speech.locale, dialog, Said.ANSWERED if answered else Said.ASKED)


def _not_relayed(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    text = speech.t("notice-not-relayed", number=str(dialog.number), reason=values["reason"])
    return text, grid([open_button(speech, dialog.number)])


def _correction_lost(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    text = speech.t("notice-correction-lost", number=str(dialog.number))
    return text, grid([open_button(speech, dialog.number)])


def _merged(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    text = speech.t("notice-merged", merged=values["merged"], **_which(speech, dialog))
    return text, grid([open_button(speech, dialog.number)])


def _merge_undone(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    text = speech.t("notice-merge-undone", merged=values["merged"], number=str(dialog.number))
    return text, grid([open_button(speech, dialog.number)])


def _answered(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    return _under_album(speech, values, dialog, Said.ANSWERED)


def _asked(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    return _under_album(speech, values, dialog, Said.ASKED)


def _held(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    return _under_album(speech, values, dialog, Said.HELD)


def _under_album(speech: Speech, values: dict[str, Any], dialog: Dialog, said: Said) -> NoticeText:
    """An album carries neither heading nor buttons: they stand below it."""
    heading = speech.t(HEADINGS[said], number=str(dialog.number), agent=values.get("agent") or "none")
    return f"<b>{heading}</b>", answer_keyboard(speech.texts, speech.locale, dialog, said)


def _which(speech: Speech, dialog: Dialog) -> dict[str, str]:
    return {"number": str(dialog.number), "topic": dialog.titles.topic_in(speech.locale)}


ON_A_DIALOG: dict[str, Callable[[Speech, dict[str, Any], Dialog, int], NoticeText]] = {
    "created": _created,
    "added": _added,
    "thanked": _thanked,
    "what-lacks": _what_lacks,
    "closed": _closed,
    "expired": _expired,
    "later": _later,
    "reminder": _reminder,
    "answered": _answered,
    "asked": _asked,
    "held": _held,
    "merged": _merged,
    "merge-undone": _merge_undone,
    "not-relayed": _not_relayed,
    "correction-lost": _correction_lost,
    **TO_STAFF_ON_A_DIALOG,
}


# ---- to a person


def _draft_waits(speech: Speech, values: dict[str, Any]) -> NoticeText:
    topic = in_locale(values["topic"], speech.locale)
    return speech.t("notice-draft-waits", topic=topic), draft_waiting_keyboard(speech)


def _banned(speech: Speech, values: dict[str, Any]) -> NoticeText:
    return speech.t("notice-banned", reason=values.get("reason") or "none"), None


def _incident_over(speech: Speech, values: dict[str, Any]) -> NoticeText:
    return announcement_over(speech, values["text"], values.get("closing")), None


def announcement_over(speech: Speech, text: str, closing: str | None) -> str:
    """In the words of whoever ended it, where they gave any."""
    if closing:
        return speech.t("notice-announcement-closed", text=text, closing=closing)
    return speech.t("notice-announcement-over", text=text)


def _unbanned(speech: Speech, values: dict[str, Any]) -> NoticeText:
    row: Row = [button(speech.plain("home-new"), NewDialog())]
    return speech.t("notice-unbanned"), grid(row)


def _appointed(speech: Speech, values: dict[str, Any]) -> NoticeText:
    return speech.t("notice-appointed"), None


def _revoked(speech: Speech, values: dict[str, Any]) -> NoticeText:
    return speech.t("notice-revoked"), None


def _set_aside(speech: Speech, values: dict[str, Any]) -> NoticeText:
    return speech.t("notice-set-aside"), None


TO_A_PERSON: dict[str, Callable[[Speech, dict[str, Any]], NoticeText]] = {
    "draft-waits": _draft_waits,
    "banned": _banned,
    "unbanned": _unbanned,
    "appointed": _appointed,
    "revoked": _revoked,
    "set-aside": _set_aside,
    "incident-over": _incident_over,
    **TO_STAFF,
}
