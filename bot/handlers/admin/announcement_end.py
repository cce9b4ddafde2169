"""The end of an announcement: what will be told to whom is shown first, and may be said in other words."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.awaiting_words import on_words
from bot.inbound.update_context import UpdateContext
from bot.keyboards.announcements import (
    CloseAnnouncement,
    EndAnnouncement,
    WriteClosing,
    announcements_keyboard,
    cancel_keyboard,
    ending_keyboard,
)
from bot.notices.to_seller import announcement_over
from core.announcement import Announcement, AnnouncementReads
from core.desk import AnnouncementActions, Desk

LONGEST = 700  # characters


class EndingAnnouncement(StatesGroup):
    words = State()
    sure = State()  # other words were given


def register(router: Router) -> None:
    router.callback_query.register(ask, EndAnnouncement.filter())
    router.callback_query.register(ask_for_words, WriteClosing.filter())
    router.callback_query.register(end, CloseAnnouncement.filter())
    on_words(router, EndingAnnouncement.words, take)


async def ask(
    callback: CallbackQuery,
    callback_data: EndAnnouncement,
    context: UpdateContext,
    store: AnnouncementReads,
    state: FSMContext,
) -> None:
    await state.set_state(None)
    announcement = await _running(context, store, callback_data.id)
    if announcement:
        await _show(context, store, announcement, None)


async def ask_for_words(
    callback: CallbackQuery,
    callback_data: WriteClosing,
    context: UpdateContext,
    store: AnnouncementReads,
    state: FSMContext,
) -> None:
    if await _running(context, store, callback_data.id):
        await state.set_state(EndingAnnouncement.words)
        await state.update_data({"ending": callback_data.id})
        context.screen.edit(context.screen.t("announce-ask-closing"), cancel_keyboard(context.screen.speech))


async def take(message: Message, context: UpdateContext, store: AnnouncementReads, state: FSMContext) -> None:
    screen, closing = context.screen, " ".join((message.text or "").split())
    if len(closing) > LONGEST:
        return screen.send(screen.t("announce-too-long", length=len(closing), limit=LONGEST))
    announcement = await _running(context, store, (await state.get_data())["ending"])
    if announcement:
        await state.set_state(EndingAnnouncement.sure)
        await state.update_data({"closing": closing})
        await _show(context, store, announcement, closing)


async def end(
    callback: CallbackQuery,
    callback_data: CloseAnnouncement,
    context: UpdateContext,
    desk: Desk,
    announcement_actions: AnnouncementActions,
    store: AnnouncementReads,
    state: FSMContext,
) -> None:
    screen, announcement = context.screen, await _running(context, store, callback_data.id)
    if announcement is None:
        return
    closing, groups = await _words_for(state, announcement), desk.groups_of(announcement.categories)
    announcement_actions.end(context.work, context.person.id, announcement, closing, groups)
    await state.set_state(None)
    asked = await store.count_subscribers(announcement.id)
    left = [one for one in await store.announcements(context.now) if one.id != announcement.id]
    text = screen.t("announce-ended", text=announcement.text, count=asked)
    screen.edit(text, announcements_keyboard(screen.speech, left))


async def _running(context: UpdateContext, store: AnnouncementReads, announcement_id: int) -> Announcement | None:
    """None where it has ended meanwhile, which is told."""
    running = await store.announcements(context.now)
    found = next((one for one in running if one.id == announcement_id), None)
    if found is None:
        context.screen.refuse("announce-over")
    return found


async def _words_for(state: FSMContext, announcement: Announcement) -> str | None:
    data = await state.get_data()
    given = await state.get_state() == EndingAnnouncement.sure.state and data.get("ending") == announcement.id
    return data["closing"] if given else None


async def _show(
    context: UpdateContext, store: AnnouncementReads, announcement: Announcement, closing: str | None
) -> None:
    screen, asked = context.screen, await store.count_subscribers(announcement.id)
    question = screen.t("announce-end-ask", text=announcement.text, count=asked)
    told = announcement_over(screen.speech, announcement.text, closing)
    text = f"{question}\n\n<blockquote>{told}</blockquote>" if asked else question
    keyboard = ending_keyboard(screen.speech, announcement.id, asked)
    if closing is None:
        screen.edit(text, keyboard)
    else:
        screen.send(text, keyboard)
