"""/audit: who did what and when, newest first. There is nothing here to change it with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.inbound.update_context import UpdateContext
from bot.keyboards.audit import ROWS, ShowAudit, audit_keyboard
from bot.telegram.screens import Screen
from bot.telegram.written_command import Command
from bot.texts import Speech
from bot.views.formatting import one_line
from bot.views.settings import shown
from core.audit import AuditLine
from core.catalogue import Catalogue
from core.desk import Desk
from core.live_settings import BY_NAME
from core.person import PersonReads
from core.store import Store

VALUE_LIMIT = 80


def register(router: Router) -> None:
    router.message.register(show, Command("audit"))
    router.callback_query.register(turn_page, ShowAudit.filter())


async def show(message: Message, context: UpdateContext, store: Store, desk: Desk) -> None:
    text, keyboard = await _page(context.screen, store, desk.catalogue, 0)
    context.screen.send(text, keyboard)


async def turn_page(
    callback: CallbackQuery, callback_data: ShowAudit, context: UpdateContext, store: Store, desk: Desk
) -> None:
    text, keyboard = await _page(context.screen, store, desk.catalogue, callback_data.page)
    context.screen.edit(text, keyboard)


async def _page(screen: Screen, store: Store, catalogue: Catalogue, page: int) -> tuple[str, InlineKeyboardMarkup]:
    total = await store.count_audit()
    lines = await store.audit(ROWS, page * ROWS)
    people = {line.by for line in lines} | {line.values["person"] for line in lines if "person" in line.values}
    names = {person: await _name(screen, store, person) for person in people}
    shown = [_line(screen, line, names, catalogue) for line in lines] or [screen.t("audit-empty")]
    return "\n".join([screen.t("audit-title"), "", *shown]), audit_keyboard(screen.speech, page, total)


async def _name(screen: Screen, store: PersonReads, person_id: int) -> str:
    if not person_id:
        return screen.plain("audit-console")
    person = await store.person(person_id)
    return one_line(person.name, 40) if person and person.name else str(person_id)


def _line(screen: Screen, line: AuditLine, names: Mapping[int, str], catalogue: Catalogue) -> str:
    key, what = f"audit-{line.action}" + ("-forgotten" if line.forgotten else ""), line.action
    if screen.texts.has(screen.locale, key):
        what = screen.plain(key, **_values(screen.speech, line, names, catalogue))
    return screen.t("audit-line", at=screen.speech.minute(line.at), name=names[line.by], what=what)


def _values(speech: Speech, line: AuditLine, names: Mapping[int, str], catalogue: Catalogue) -> dict[str, Any]:
    """Each as a short line of text, under the names that people and entries have now."""
    values = dict(line.values)
    if "person" in values:
        values.setdefault("name", names[values["person"]])
    if "entry" in values:
        entry = catalogue.category(values["entry"]) or catalogue.topic(values["entry"])
        values["entry"] = entry.title(speech.locale) if entry else values.get("title", values["entry"])
    if line.action == "setting-changed" and (setting := BY_NAME.get(values["name"])):
        value = values["value"]
        values["value"] = speech.plain("settings-reset") if value is None else shown(speech, setting, value)
    for name in {"since", "until"} & values.keys():
        values[name] = f"{date.fromisoformat(values[name]):%d.%m.%Y}"
    return {name: one_line(str(value), VALUE_LIMIT) for name, value in values.items()}
