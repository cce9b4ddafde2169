"""A field gets another value; an entry is hidden, shown or removed."""

from aiogram import Bot, F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.awaiting_words import on_words
from bot.handlers.admin.catalogue.entries import find, of_entry, show, use, with_entry
from bot.inbound.update_context import UpdateContext
from bot.keyboards import catalogue as keys
from bot.keyboards.catalogue import Entry, What
from bot.telegram.command_menus import Commands
from bot.telegram.group_rights import GroupRights, group_rights
from bot.views.catalogue import entry_page
from bot.views.groups import fitness_line
from core.catalogue import Category, Topic, edit
from core.catalogue.parsing import LEAST_ANSWER_IN, MOST_ANSWER_IN
from core.catalogue.topic_field import FieldsUnreadable, read_lines
from core.desk import Desk
from core.duration_words import is_off, read_duration
from core.languages import locales

NOTHING = ("-", "—", "–")  # what an admin sends to take a value away


class ChangingEntry(StatesGroup):
    value = State()


class NoNumber(Exception):
    """A whole number was asked for."""


class NoDuration(Exception):
    """A duration was asked for, within its bounds."""


def register(router: Router) -> None:
    router.callback_query.register(ask, keys.ChangeEntry.filter(), of_entry)
    router.callback_query.register(hide, keys.HideEntry.filter(), of_entry)
    router.callback_query.register(remove, keys.RemoveEntry.filter(F.sure), of_entry)
    router.callback_query.register(ask_whether_to_remove, keys.RemoveEntry.filter(), of_entry)
    on_words(router, ChangingEntry.value, take)


async def ask(
    callback: CallbackQuery,
    callback_data: keys.ChangeEntry,
    entry: Entry,
    context: UpdateContext,
    desk: Desk,
    state: FSMContext,
) -> None:
    await state.set_state(ChangingEntry.value)
    await state.update_data(callback_data.model_dump(mode="json"))
    speech = context.screen.speech
    kind = callback_data.kind.name.lower()
    question = speech.t(f"catalogue-ask-{callback_data.what}", locale=callback_data.locale or "none", kind=kind)
    page = entry_page(speech, desk.catalogue, entry)
    context.screen.edit(f"{page}\n\n{question}", keys.cancel_keyboard(speech, keys.show(entry)))


async def take(
    message: Message, context: UpdateContext, desk: Desk, bot: Bot, state: FSMContext, commands: Commands
) -> None:
    asked = keys.ChangeEntry.model_validate(await state.get_data())
    entry = find(desk.catalogue, asked.kind, asked.key)
    if entry is None:
        await state.set_state(None)
        return context.screen.send(context.screen.t("catalogue-entry-gone"))
    value = (message.text or "").strip()
    try:
        changed = with_value(entry, asked.what, asked.locale, "" if value in NOTHING else value)
    except NoNumber:
        return context.screen.send(context.screen.t("catalogue-no-number"))
    except NoDuration:
        return context.screen.send(context.screen.t("catalogue-no-duration"))
    except FieldsUnreadable as error:
        return context.screen.send(context.screen.t("catalogue-bad-fields", line=error.line))
    rights = await _rights_in_group(bot, changed) if asked.what is What.GROUP else None
    line = fitness_line(context.screen.speech, rights) if rights else None
    if rights and line and not rights.fitness.is_usable:
        return context.screen.send(line)
    wanted = with_entry(desk.catalogue, changed)
    if catalogue := use(context, desk, wanted, entry=entry.key, change=asked.what.value):
        await state.set_state(None)
        context.after_commit.append(commands.look_again)  # another group may answer now: it needs its menu
        show(context, catalogue, changed, anew=True)
        if line:
            context.screen.send(line)


async def _rights_in_group(bot: Bot, entry: Entry) -> GroupRights | None:
    """A mistyped id, or a group without the bot, would take the category's dialogs nowhere."""
    return await group_rights(bot, entry.group) if isinstance(entry, Category) and entry.group else None


def with_value(entry: Entry, what: What, locale: str, value: str) -> Entry:
    if what is What.TITLE:
        return edit.renamed(entry, locale, value)
    if what is What.ORDER:
        return edit.placed(entry, _number(value))
    if what is What.ANSWER_IN:
        return edit.answered_in(entry, _duration(value))
    if isinstance(entry, Category):
        return edit.routed(entry, _number(value)) if what is What.GROUP else entry
    return _with_words(entry, what, locale, value)


def _with_words(topic: Topic, what: What, locale: str, value: str) -> Topic:
    match what:
        case What.HINT:
            return edit.hinted(topic, locale, value)
        case What.LINK:
            return edit.linked(topic, locale, value)
        case What.FIELDS:
            return edit.asking(topic, read_lines(value, locales()))
        case What.KEYWORDS:
            return edit.found_by(topic, locale, (word.strip() for word in value.replace("\n", ",").split(",")))
    return topic


def _number(value: str) -> int | None:
    if not value:
        return None
    try:
        return int(value)
    except ValueError:
        raise NoNumber from None


def _duration(value: str) -> int | None:
    """Nothing: as the category has it; 0: none at all."""
    if not value:
        return None
    if is_off(value):
        return 0
    found = read_duration(value)
    if found is None or not LEAST_ANSWER_IN <= found <= MOST_ANSWER_IN:
        raise NoDuration
    return found


async def hide(
    callback: CallbackQuery, callback_data: keys.HideEntry, entry: Entry, context: UpdateContext, desk: Desk
) -> None:
    changed: Entry = edit.hidden(entry, callback_data.hide)
    change = "hidden" if callback_data.hide else "shown"
    if catalogue := use(context, desk, with_entry(desk.catalogue, changed), entry=entry.key, change=change):
        show(context, catalogue, changed)


async def ask_whether_to_remove(callback: CallbackQuery, entry: Entry, context: UpdateContext, desk: Desk) -> None:
    speech = context.screen.speech
    topics = [
        topic for topic in desk.catalogue.every_topic if isinstance(entry, Category) and topic.category == entry.key
    ]
    question = speech.t("catalogue-ask-removal", title=entry.title(speech.locale), topics=len(topics))
    context.screen.edit(question, keys.removing_keyboard(speech, entry))


async def remove(callback: CallbackQuery, entry: Entry, context: UpdateContext, desk: Desk) -> None:
    is_category = isinstance(entry, Category)
    wanted = (edit.without_category if is_category else edit.without_topic)(desk.catalogue, entry.key)
    speech = context.screen.speech
    if use(context, desk, wanted, entry=entry.key, change="removed", title=entry.title(speech.locale)):
        back = keys.ShowEntries(category="" if isinstance(entry, Category) else entry.category)
        text = speech.t("catalogue-removed", title=entry.title(speech.locale))
        context.screen.edit(text, keys.back_keyboard(speech, back))
