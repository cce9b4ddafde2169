"""Lines that delivery says to the agents, at the dialog's place."""

from typing import Any

from bot.texts import Texts
from core.dialog import Dialog
from core.work import Person


def line(texts: Texts, locale: str, what: str, values: dict[str, Any]) -> str:
    """A LINE notice as HTML."""
    shown = dict(values)
    if "stars" in shown:
        shown["stars"] = "★" * shown["stars"] + "☆" * (5 - shown["stars"])
    return texts.get(locale, f"line-{what}", **shown)


def plain_heading(texts: Texts, locale: str, dialog: Dialog, seller: Person) -> str:
    """Where there are no topics, each message says whose it is."""
    return texts.plain(locale, "line-heading", number=str(dialog.number), seller=seller.name)
