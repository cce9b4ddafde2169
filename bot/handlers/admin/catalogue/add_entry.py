"""A new category, or a topic in one."""

from itertools import zip_longest

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.awaiting_words import on_words
from bot.handlers.admin.catalogue.entries import show, use, with_entry
from bot.inbound.update_context import UpdateContext
from bot.keyboards.catalogue import AddEntry, Entry, ShowEntries, cancel_keyboard
from core.catalogue import Category, Topic
from core.catalogue.keys import new_key
from core.desk import Desk
from core.languages import locales


class AddingEntry(StatesGroup):
    titles = State()


def register(router: Router) -> None:
    router.callback_query.register(ask, AddEntry.filter())
    on_words(router, AddingEntry.titles, take)


async def ask(
    callback: CallbackQuery, callback_data: AddEntry, context: UpdateContext, desk: Desk, state: FSMContext
) -> None:
    category = desk.catalogue.category(callback_data.category)
    await state.set_state(AddingEntry.titles)
    await state.update_data({"category": category.key if category else ""})
    speech = context.screen.speech
    where = category.title(speech.locale) if category else "none"
    question = speech.t("catalogue-ask-new-topic" if category else "catalogue-ask-new-category", title=where)
    context.screen.edit(question, cancel_keyboard(speech, ShowEntries(category=callback_data.category)))


async def take(message: Message, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """A title in each language, a line each; those that are left out are as the first."""
    catalogue, category = desk.catalogue, (await state.get_data()).get("category", "")
    lines = [line.strip() for line in (message.text or "").strip().splitlines()]
    titles = {code: line or lines[0] for code, line in zip_longest(locales(), lines[: len(locales())], fillvalue="")}
    every: list[Entry] = [*catalogue.every_category, *catalogue.every_topic]
    key = new_key(titles.get("en", lines[0]), {entry.key for entry in every})
    added: Entry = Category(key, titles)
    if category:
        added = Topic(key, category, titles)
    if used := use(context, desk, with_entry(catalogue, added), entry=key, change="added"):
        await state.set_state(None)
        show(context, used, added, anew=True)
