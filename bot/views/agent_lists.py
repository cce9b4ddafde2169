"""Dialogs as agents read them in a list: a line each, with a link to where it stands."""

from collections.abc import Iterable, Iterator

from bot.telegram.links import link_to
from bot.texts import Speech
from bot.views.formatting import NAME_SHOWN, one_line
from bot.views.status_icons import SIGNS, stars
from core.dialog import Dialog, Status
from core.find import FoundDialog
from core.person import Person
from core.threads import DialogInThread, Thread
from core.units import MINUTE

SAID_LIMIT = FIELDS_LIMIT = 120


def rows(speech: Speech, found: Iterable[DialogInThread], now: int, *, whose: bool = True) -> str:
    """`whose`: with the agents in charge."""
    return "\n".join(row(speech, in_thread, now, whose=whose) for in_thread in found)


def row(speech: Speech, in_thread: DialogInThread, now: int | None, *, whose: bool = True) -> str:
    """`now`: where it matters how long somebody waits."""
    dialog, link = in_thread.dialog, link_to(in_thread.thread)
    number = _number(speech, dialog.number, link)
    parts = [f"{SIGNS[dialog.status]} {number}", speech.t("list-topic", topic=dialog.titles.topic_in(speech.locale))]
    if in_thread.seller:
        parts.append(_seller(speech, in_thread.seller))
    if now is not None and dialog.is_open:
        parts += _times(speech, dialog, now)
    elif dialog.status is Status.FINISHED:
        parts.append(speech.day(dialog.ended_at or dialog.created_at))
    if dialog.merged_into is not None:
        parts.append(speech.t("ending-merged", into=str(dialog.merged_into)))
    if dialog.rating:
        parts.append(stars(dialog.rating))
    if whose and dialog.agent_name:
        parts.append(speech.t("list-agent", name=one_line(dialog.agent_name, NAME_SHOWN)))
    return " · ".join(parts)


def _times(speech: Speech, dialog: Dialog, now: int) -> Iterator[str]:
    if dialog.waiting_since is not None:
        yield speech.t("list-waits", waited=speech.duration(whole_minutes(now - dialog.waiting_since)))
    if dialog.due_at is not None:
        key = "list-late" if dialog.due_at < now else "list-due"
        yield speech.t(key, until=speech.until(dialog.due_at, now))
    if dialog.snoozed_until is not None:
        yield speech.t("list-snoozed", until=speech.until(dialog.snoozed_until, now))


def found_row(speech: Speech, found: FoundDialog, thread: Thread | None, seller: Person | None) -> str:
    """With the seller's name and, where words were found, a line of what was said."""
    text = row(speech, DialogInThread(found.dialog, thread, seller.name if seller else None), now=None)
    if found.dialog.fields:
        text += "\n" + speech.t("list-fields", text=one_line(_fields(speech, found.dialog), FIELDS_LIMIT))
    if found.message and found.message.content.text:
        text += "\n" + speech.t("list-said", text=one_line(found.message.content.text, SAID_LIMIT))
    return text


def _seller(speech: Speech, name: str) -> str:
    return speech.t("list-seller", name=one_line(name, NAME_SHOWN))


def _fields(speech: Speech, dialog: Dialog) -> str:
    return " · ".join(
        speech.plain("dialog-field", title=field.title_in(speech.locale), value=field.value) for field in dialog.fields
    )


def _number(speech: Speech, number: int, link: str | None) -> str:
    return speech.t("list-link", number=str(number), link=link) if link else speech.t("list-number", number=str(number))


def whole_minutes(ms: int) -> int:
    """Of a wait, those that are over: what is still to come is rounded up, what has passed is not."""
    return ms - ms % MINUTE
