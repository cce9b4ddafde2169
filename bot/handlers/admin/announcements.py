"""/announce: an incident is told to sellers who choose its categories, until its end (see announcement_end)."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.handlers.admin.awaiting_words import on_words
from bot.inbound.update_context import UpdateContext
from bot.keyboards.announcements import (
    HOURS,
    Announce,
    SetHours,
    ShowAnnouncements,
    ToggleCategory,
    TurnCategories,
    WriteAnnouncement,
    announcements_keyboard,
    cancel_keyboard,
    draft_keyboard,
)
from bot.telegram.screens import Screen
from bot.telegram.written_command import Command
from bot.views.formatting import shorten
from core.announcement import Announcement, AnnouncementReads
from core.desk import AnnouncementActions, Desk
from core.units import DAY, HOUR

LONGEST = 700
TEXT_IN_LIST, WHERE_IN_LIST = 200, 100  # so that ten of them fit into a message
WHERE_SHOWN = 1_000
LATELY = 7 * DAY


class Announcing(StatesGroup):
    text = State()
    details = State()  # where it is shown, and for how long


def register(router: Router) -> None:
    router.message.register(show, Command("announce"))
    router.callback_query.register(back, ShowAnnouncements.filter())
    router.callback_query.register(ask, WriteAnnouncement.filter())
    on_words(router, Announcing.text, take)
    drafting = StateFilter(Announcing.details)
    router.callback_query.register(toggle, ToggleCategory.filter(), drafting)
    router.callback_query.register(turn_page, TurnCategories.filter(), drafting)
    router.callback_query.register(set_hours, SetHours.filter(F.hours.in_(HOURS)), drafting)
    router.callback_query.register(announce, Announce.filter(), drafting)


# ---- what runs


async def show(
    message: Message, context: UpdateContext, desk: Desk, store: AnnouncementReads, state: FSMContext
) -> None:
    await state.set_state(None)
    context.screen.send(*await _list(context, desk, store))


async def back(
    callback: CallbackQuery, context: UpdateContext, desk: Desk, store: AnnouncementReads, state: FSMContext
) -> None:
    await state.set_state(None)
    context.screen.edit(*await _list(context, desk, store))


async def _list(context: UpdateContext, desk: Desk, store: AnnouncementReads) -> tuple[str, InlineKeyboardMarkup]:
    screen, running = context.screen, await store.announcements(context.now)
    lines = [screen.t("announce-home", count=len(running))]
    lines += [_shown(screen, desk, one) for one in running]
    return "\n\n".join(lines), announcements_keyboard(screen.speech, running)


def _shown(screen: Screen, desk: Desk, announcement: Announcement) -> str:
    return screen.t(
        "announce-running",
        text=shorten(announcement.text, TEXT_IN_LIST),
        where=shorten(_where(screen, desk, announcement.categories), WHERE_IN_LIST),
        until=screen.speech.minute(announcement.until) if announcement.until else "none",
    )


def _where(screen: Screen, desk: Desk, keys: Any) -> str:
    found = [desk.catalogue.category(key) for key in keys]
    titles = [category.title(screen.locale) for category in found if category]
    return shorten(", ".join(titles), WHERE_SHOWN) or screen.plain("announce-in-all")


# ---- a new one


async def ask(callback: CallbackQuery, context: UpdateContext, state: FSMContext) -> None:
    await state.set_state(Announcing.text)
    context.screen.edit(context.screen.t("announce-ask"), cancel_keyboard(context.screen.speech))


async def take(
    message: Message, context: UpdateContext, desk: Desk, store: AnnouncementReads, state: FSMContext
) -> None:
    text = " ".join((message.text or "").split())
    if len(text) > LONGEST:
        return context.screen.send(context.screen.t("announce-too-long", length=len(text), limit=LONGEST))
    data = {"text": text, "categories": None, "hours": 0}
    await state.set_state(Announcing.details)
    await state.update_data(data)
    context.screen.send(*await _draft(context, desk, store, data, 0))


async def toggle(
    callback: CallbackQuery,
    callback_data: ToggleCategory,
    context: UpdateContext,
    desk: Desk,
    store: AnnouncementReads,
    state: FSMContext,
) -> None:
    """Nothing is chosen at first: a slip would tell every seller."""
    data, key = await state.get_data(), callback_data.key
    chosen = sorted(set(data["categories"] or []) ^ {key}) if key else []
    data["categories"] = None if key and not chosen else chosen
    await _redraw(context, desk, store, state, data, callback_data.page)


async def turn_page(
    callback: CallbackQuery,
    callback_data: TurnCategories,
    context: UpdateContext,
    desk: Desk,
    store: AnnouncementReads,
    state: FSMContext,
) -> None:
    await _redraw(context, desk, store, state, await state.get_data(), callback_data.page)


async def set_hours(
    callback: CallbackQuery,
    callback_data: SetHours,
    context: UpdateContext,
    desk: Desk,
    store: AnnouncementReads,
    state: FSMContext,
) -> None:
    data = await state.get_data() | {"hours": callback_data.hours}
    await _redraw(context, desk, store, state, data, callback_data.page)


async def announce(
    callback: CallbackQuery,
    context: UpdateContext,
    desk: Desk,
    announcement_actions: AnnouncementActions,
    state: FSMContext,
) -> None:
    data, screen = await state.get_data(), context.screen
    if data["categories"] is None:
        return screen.alert(screen.plain("announce-choose"))
    until = context.now + data["hours"] * HOUR if data["hours"] else None
    categories = tuple(data["categories"])
    groups = desk.groups_of(categories)
    announcement_actions.announce(context.work, context.person.id, data["text"], categories, until, groups)
    await state.set_state(None)
    screen.edit(screen.t("announce-made", text=data["text"], where=_where(screen, desk, data["categories"])))


async def _redraw(
    context: UpdateContext, desk: Desk, store: AnnouncementReads, state: FSMContext, data: dict[str, Any], page: int
) -> None:
    await state.update_data(data)
    context.screen.edit(*await _draft(context, desk, store, data, page))


async def _draft(
    context: UpdateContext, desk: Desk, store: AnnouncementReads, data: dict[str, Any], page: int
) -> tuple[str, InlineKeyboardMarkup]:
    screen, chosen = context.screen, data["categories"]
    keyboard = draft_keyboard(screen.speech, desk.catalogue, chosen, data["hours"], page)
    if chosen is None:
        return screen.t("announce-draft", text=data["text"], where="none", count=0), keyboard
    recent = await store.recent_sellers(context.now - LATELY)
    people = set[int]().union(*(sellers for key, sellers in recent.items() if not chosen or key in chosen))
    where = _where(screen, desk, chosen)
    return screen.t("announce-draft", text=data["text"], where=where, count=len(people)), keyboard
