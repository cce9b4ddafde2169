"""Categories, their topics, and what is kept of each."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.catalogue.entries import of_entry, show
from bot.inbound.update_context import UpdateContext
from bot.keyboards.catalogue import (
    Entry,
    ShowCatalogue,
    ShowEntries,
    ShowEntry,
    entries_keyboard,
    home_keyboard,
)
from bot.telegram.written_command import Command
from bot.views.catalogue import home
from core.desk import Desk


def register(router: Router) -> None:
    router.message.register(show_home, Command("catalogue"))
    router.callback_query.register(back_home, ShowCatalogue.filter())
    router.callback_query.register(show_entries, ShowEntries.filter())
    router.callback_query.register(show_entry, ShowEntry.filter(), of_entry)


async def show_home(message: Message, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await state.set_state(None)
    speech = context.screen.speech
    context.screen.send(home(speech, desk.catalogue), home_keyboard(speech))


async def back_home(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await state.set_state(None)
    speech = context.screen.speech
    context.screen.edit(home(speech, desk.catalogue), home_keyboard(speech))


async def show_entries(
    callback: CallbackQuery, callback_data: ShowEntries, context: UpdateContext, desk: Desk, state: FSMContext
) -> None:
    await state.set_state(None)
    speech, catalogue = context.screen.speech, desk.catalogue
    category = catalogue.category(callback_data.category)
    if category:
        title = speech.t("catalogue-topics-of", title=category.title(speech.locale))
        entries: list[Entry] = [topic for topic in catalogue.every_topic if topic.category == category.key]
    else:
        title, entries = speech.t("catalogue-every-category"), list(catalogue.every_category)
    context.screen.edit(title, entries_keyboard(speech, catalogue, entries, category, callback_data.page))


async def show_entry(
    callback: CallbackQuery,
    callback_data: ShowEntry,
    entry: Entry,
    context: UpdateContext,
    desk: Desk,
    state: FSMContext,
) -> None:
    await state.set_state(None)
    show(context, desk.catalogue, entry)
