"""«Мои диалоги»: pages, filters that combine, a number that opens its dialog."""

from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter, or_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller.dialog_number import number_in
from bot.handlers.seller.dialog_page import show_dialog
from bot.handlers.seller.incoming_message import written
from bot.handlers.seller.menu_labels import Label
from bot.handlers.seller.states import At, enter, keep, recall, undisturbed
from bot.inbound.update_context import UpdateContext
from bot.keyboards.buttons import button, grid, page_count
from bot.keyboards.dialog_list import (
    ROWS,
    AskPeriod,
    Choice,
    ChooseFilter,
    OnTopic,
    ResetFilters,
    Since,
    WithStatus,
    dates_keyboard,
    dialogs_keyboard,
    no_dialogs_keyboard,
    statuses_keyboard,
    topics_used_keyboard,
)
from bot.keyboards.dialog_page import ShowDialogs
from bot.telegram.written_command import Command
from bot.texts import Texts
from bot.views.dialog_list import Filters, dialogs_page
from core.desk import Desk, SellerActions
from core.dialog import Dialog, DialogReads
from core.message import MessageReads
from core.period import DAYS, looks_like_period, read_period

on_a_list = StateFilter(At.listing, At.period)


def register(router: Router) -> None:
    router.message.register(open_list, or_f(Command("dialogs"), Label("home-dialogs")))
    router.callback_query.register(turn_page, ShowDialogs.filter())
    router.callback_query.register(choose_date, ChooseFilter.filter(F.what == Choice.DATE))
    router.callback_query.register(choose_status, ChooseFilter.filter(F.what == Choice.STATUS))
    router.callback_query.register(choose_topic, ChooseFilter.filter(F.what == Choice.TOPIC))
    router.callback_query.register(filter_by_date, Since.filter())
    router.callback_query.register(ask_period, AskPeriod.filter())
    router.callback_query.register(filter_by_status, WithStatus.filter())
    router.callback_query.register(filter_by_topic, OnTopic.filter())
    router.callback_query.register(reset, ResetFilters.filter())
    router.message.register(open_own, At.choosing, written, undisturbed, of_own_number)
    router.message.register(open_by_number, on_a_list, written, F.text.func(number_in), undisturbed)
    router.message.register(filter_by_period, At.listing, written, F.text.func(looks_like_period), undisturbed)
    router.message.register(filter_by_period, At.period, written, F.text, undisturbed)


# ---- the list


async def open_list(message: Message, context: UpdateContext, store: DialogReads, state: FSMContext) -> None:
    await keep(state, filters=None)
    await show_list(context, store, state, below=True)


async def turn_page(
    callback: CallbackQuery, callback_data: ShowDialogs, context: UpdateContext, store: DialogReads, state: FSMContext
) -> None:
    await show_list(context, store, state, callback_data.page, below=callback_data.below)


async def show_list(
    context: UpdateContext, store: DialogReads, state: FSMContext, page: int = 0, below: bool = False
) -> None:
    await enter(state, At.listing, context.now)
    screen, speech = context.screen, context.screen.speech
    show = screen.send if below else screen.edit
    filters = await _filters(state)
    asked = filters.asked(context.now, speech.texts.zone)
    total = await store.count_dialogs(context.person.id, asked)
    if not total and not filters:
        show(speech.t("dialogs-empty"), no_dialogs_keyboard(speech))
        return
    pages = page_count(total, ROWS)
    page = min(page, pages - 1)
    dialogs = await store.dialogs(context.person.id, asked, ROWS, page * ROWS)
    keyboard = dialogs_keyboard(speech, dialogs, page, pages, bool(filters), context.now)
    show(dialogs_page(speech, filters, total), keyboard)


async def open_by_number(
    message: Message,
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    store: MessageReads,
    state: FSMContext,
) -> None:
    dialog = await seller_actions.dialog_of(context.person.id, number_in(message.text) or 0)
    await show_dialog(context, desk, store, state, dialog, below=True)


async def of_own_number(message: Message, context: UpdateContext, store: DialogReads) -> dict[str, Any] | bool:
    number = number_in(message.text)
    dialog = await store.surviving_dialog(number) if number else None
    return {"dialog": dialog} if dialog and dialog.seller_id == context.person.id else False


async def open_own(
    message: Message, dialog: Dialog, context: UpdateContext, desk: Desk, store: MessageReads, state: FSMContext
) -> None:
    """Also where words would be a search for a topic."""
    await show_dialog(context, desk, store, state, dialog, below=True)


# ---- its filters


async def choose_date(callback: CallbackQuery, context: UpdateContext) -> None:
    context.screen.edit(context.screen.t("dialogs-choose-date"), dates_keyboard(context.screen.speech))


async def choose_status(callback: CallbackQuery, context: UpdateContext) -> None:
    context.screen.edit(context.screen.t("dialogs-choose-status"), statuses_keyboard(context.screen.speech))


async def choose_topic(
    callback: CallbackQuery, callback_data: ChooseFilter, context: UpdateContext, store: DialogReads
) -> None:
    newest = await store.topics_used(context.person.id)
    pages = page_count(len(newest), ROWS)
    page = min(callback_data.page, pages - 1)
    shown = newest[page * ROWS : (page + 1) * ROWS]
    context.screen.edit(
        context.screen.t("dialogs-choose-topic"), topics_used_keyboard(context.screen.speech, shown, page, pages)
    )


async def filter_by_date(
    callback: CallbackQuery, callback_data: Since, context: UpdateContext, store: DialogReads, state: FSMContext
) -> None:
    when = callback_data.when if callback_data.when in DAYS else None
    await _narrow(context, store, state, replace(await _filters(state), when=when, period=None))


async def ask_period(callback: CallbackQuery, context: UpdateContext, state: FSMContext) -> None:
    await enter(state, At.period, context.now)
    speech = context.screen.speech
    context.screen.edit(speech.t("dialogs-period-ask"), grid([button(speech.plain("back"), ShowDialogs())]))


async def filter_by_period(
    message: Message, context: UpdateContext, store: DialogReads, state: FSMContext, texts: Texts
) -> None:
    period = read_period(message.text or "", context.now, texts.zone)
    await _narrow(context, store, state, replace(await _filters(state), when=None, period=period), below=True)


async def filter_by_status(
    callback: CallbackQuery, callback_data: WithStatus, context: UpdateContext, store: DialogReads, state: FSMContext
) -> None:
    await _narrow(context, store, state, replace(await _filters(state), status=callback_data.status))


async def filter_by_topic(
    callback: CallbackQuery, callback_data: OnTopic, context: UpdateContext, store: DialogReads, state: FSMContext
) -> None:
    used = {dialog.topic: dialog for dialog in await store.topics_used(context.person.id)}
    dialog = used.get(callback_data.topic or "")
    filters = replace(
        await _filters(state),
        topic=dialog.topic if dialog else None,
        topic_title=dialog.titles.topic_in(context.screen.locale) if dialog else "",
    )
    await _narrow(context, store, state, filters)


async def reset(callback: CallbackQuery, context: UpdateContext, store: DialogReads, state: FSMContext) -> None:
    await _narrow(context, store, state, Filters())


async def _narrow(
    context: UpdateContext, store: DialogReads, state: FSMContext, filters: Filters, below: bool = False
) -> None:
    await keep(state, filters=filters.to_data() if filters else None)
    await show_list(context, store, state, below=below)


async def _filters(state: FSMContext) -> Filters:
    return Filters.from_data(await recall(state, "filters"))
