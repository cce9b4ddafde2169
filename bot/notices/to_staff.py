"""What agents and admins are told without asking, outside of a dialog's place."""

from typing import Any

from aiogram.types import InlineKeyboardMarkup

from bot.telegram.links import link_to
from bot.texts import Speech
from core.dialog import Dialog
from core.threads import Thread

NoticeText = tuple[str, InlineKeyboardMarkup | None]


def group_lost(speech: Speech, values: dict[str, Any]) -> NoticeText:
    return speech.t("notice-group-lost", title=values["title"]), None


def group_rights(speech: Speech, values: dict[str, Any]) -> NoticeText:
    return speech.t("notice-group-rights", title=values["title"], lost=values.get("lost", "yes")), None


def group_connected(speech: Speech, values: dict[str, Any]) -> NoticeText:
    return speech.t("notice-group-connected", title=values["title"]), None


def group_back(speech: Speech, values: dict[str, Any]) -> NoticeText:
    return speech.t("notice-group-back", title=values["title"]), None


def digest(speech: Speech, values: dict[str, Any]) -> NoticeText:
    lines = [speech.t("notice-digest", count=values["total"]), ""]
    for row in values["dialogs"]:
        topic = row["topic"].get(speech.locale) or next(iter(row["topic"].values()), "")
        lines.append(
            speech.t(
                "notice-digest-row",
                number=str(row["number"]),
                topic=topic,
                waited=speech.duration(row["waited"]),
                link=link_to(Thread.from_data(row["thread"])) or "none" if row["thread"] else "none",
            )
        )
    return "\n".join(lines), None


def incident_began(speech: Speech, values: dict[str, Any]) -> NoticeText:
    until = speech.until(values["until"]) if values["until"] else "none"
    return speech.t("notice-incident-began", text=values["text"], until=until), None


def incident_ended(speech: Speech, values: dict[str, Any]) -> NoticeText:
    return speech.t("notice-incident-ended", text=values["text"]), None


def waits_long(speech: Speech, values: dict[str, Any], dialog: Dialog, now: int) -> NoticeText:
    text = speech.t(
        "notice-waits-long",
        number=str(dialog.number),
        topic=dialog.titles.topic_in(speech.locale),
        waited=speech.duration(values["waited"]),
        agent=dialog.agent_name or "none",
    )
    return text, None


TO_STAFF = {
    "group-connected": group_connected,
    "group-lost": group_lost,
    "group-rights": group_rights,
    "group-back": group_back,
    "digest": digest,
    "incident-began": incident_began,
    "incident-ended": incident_ended,
}
TO_STAFF_ON_A_DIALOG = {"waits-long": waits_long}
