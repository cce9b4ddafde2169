"""Dialogs as agents read them in a list: a line each, with a link to where it stands."""

from collections.abc import Iterable

from bot.links import link_to
from bot.signs import SIGNS, stars
from bot.texts import Speech
from core.dialog import Status
from core.ports import Standing


def rows(speech: Speech, found: Iterable[Standing], now: int) -> str:
    return "\n".join(row(speech, standing, now) for standing in found)


def row(speech: Speech, standing: Standing, now: int) -> str:
    dialog, link = standing.dialog, link_to(standing.place)
    number = _number(speech, dialog.number, link)
    parts = [f"{SIGNS[dialog.status]} {number}", speech.t("list-topic", topic=dialog.titles.topic_in(speech.locale))]
    if dialog.waiting_since is not None:
        parts.append(speech.t("list-waits", waited=speech.duration(now - dialog.waiting_since)))
    elif dialog.status is Status.FINISHED:
        parts.append(speech.day(dialog.ended_at or dialog.created_at))
    if dialog.rating:
        parts.append(stars(dialog.rating))
    if dialog.agent_name:
        parts.append(speech.t("list-agent", name=dialog.agent_name))
    return " · ".join(parts)


def _number(speech: Speech, number: int, link: str | None) -> str:
    return speech.t("list-link", number=str(number), link=link) if link else speech.t("list-number", number=str(number))
