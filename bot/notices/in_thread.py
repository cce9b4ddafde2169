"""Lines that delivery says to the agents, at the dialog's place."""

from typing import Any

from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.merge import offer_keyboard
from bot.telegram.links import link_to
from bot.texts import Speech, Texts
from bot.views.status_icons import stars
from core.dialog import Dialog
from core.person import Person
from core.threads import Thread


def line(texts: Texts, locale: str, what: str, values: dict[str, Any]) -> str:
    """A LINE notice as HTML."""
    shown = dict(values)
    if "waited" in shown:
        shown["waited"] = texts.duration(locale, shown["waited"])
    if "until" in shown:
        shown["until"] = texts.until(locale, shown["until"])
    if "agent_id" in shown:
        shown["agent_id"] = _mentioned(shown["agent_id"])
    if "thread" in shown:
        thread = shown.pop("thread")
        shown["link"] = (link_to(Thread.from_data(thread)) if thread else None) or "none"
    if "stars" in shown:
        shown["stars"] = stars(shown["stars"])
    return texts.get(locale, f"line-{what}", **shown)


def line_keyboard(
    texts: Texts, locale: str, number: int, what: str, values: dict[str, Any]
) -> InlineKeyboardMarkup | None:
    """Where a line asks for something that a tap can do."""
    if what != "same-topic-open":
        return None
    return offer_keyboard(Speech(texts, locale), number, int(values["other"]))


def _mentioned(agent_id: int) -> str:
    """Who acts in the group's name can't be mentioned."""
    return "none" if agent_id == 0 else "anonymous" if agent_id < 0 else str(agent_id)


def moved_line(texts: Texts, locale: str, dialog: Dialog, thread: Thread) -> str:
    """Said where the dialog stood before."""
    values = {
        "category": dialog.titles.category_in(locale),
        "topic": dialog.titles.topic_in(locale),
        "link": link_to(thread) or "none",
    }
    return texts.get(locale, "line-moved", **values)


def plain_heading(texts: Texts, locale: str, dialog: Dialog, seller: Person) -> str:
    """Where there are no topics, each message says whose it is."""
    return texts.plain(locale, "line-heading", number=str(dialog.number), seller=seller.name)
