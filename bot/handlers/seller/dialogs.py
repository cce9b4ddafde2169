"""«Мои диалоги»: pages, filters that combine, a number that opens its dialog."""

from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import or_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller.conversation import At, enter, keep, recall, undisturbed
from bot.handlers.seller.dialog import show_dialog
from bot.handlers.seller.incoming import written
from bot.handlers.seller.labels import Label
from bot.handlers.seller.numbers import number_in
from bot.keyboards.buttons import button, grid, page_count
from bot.keyboards.dialog import ShowDialogs
from bot.keyboards.dialogs import (
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
from bot.slash import Command
from bot.texts import Texts
from bot.turn import Turn
from bot.views.dialogs import Filters, dialogs_page
from core.desk import Desk
from core.dialog import Dialog
from core.period import DAYS, read_period
from core.ports import Store


def register(router: Router) -> None:
    router.message.register(open_list, or_f(Command("dialogs", ignore_case=True), Label("home-dialogs")))
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
    router.message.register(open_by_number, At.listing, written, F.text.func(number_in), undisturbed)
    router.message.register(filter_by_period, At.period, written, F.text, undisturbed)


# ---- the list


async def open_list(message: Message, turn: Turn, store: Store, state: FSMContext) -> None:
    await keep(state, filters=None)
    await show_list(turn, store, state, below=True)


async def turn_page(
    callback: CallbackQuery, callback_data: ShowDialogs, turn: Turn, store: Store, state: FSMContext
) -> None:
    await show_list(turn, store, state, callback_data.page, below=callback_data.below)


async def show_list(turn: Turn, store: Store, state: FSMContext, page: int = 0, below: bool = False) -> None:
    await enter(state, At.listing, turn.now)
    screen, speech = turn.screen, turn.screen.speech
    show = screen.send if below else screen.edit
    filters = await _filters(state)
    asked = filters.asked(turn.now, speech.texts.zone)
    total = await store.count_dialogs(turn.person.id, asked)
    if not total and not filters:
        show(speech.t("dialogs-empty"), no_dialogs_keyboard(speech))
        return
    pages = page_count(total, ROWS)
    page = min(page, pages - 1)
    dialogs = await store.dialogs(turn.person.id, asked, ROWS, page * ROWS)
    show(dialogs_page(speech, filters, total), dialogs_keyboard(speech, dialogs, page, pages, bool(filters)))


async def open_by_number(message: Message, turn: Turn, desk: Desk, store: Store, state: FSMContext) -> None:
    dialog = await desk.dialog_of(turn.person.id, number_in(message.text) or 0)
    await show_dialog(turn, store, state, dialog, below=True)


async def of_own_number(message: Message, turn: Turn, store: Store) -> dict[str, Any] | bool:
    number = number_in(message.text)
    dialog = await store.dialog(number) if number else None
    return {"dialog": dialog} if dialog and dialog.seller_id == turn.person.id else False


async def open_own(message: Message, dialog: Dialog, turn: Turn, store: Store, state: FSMContext) -> None:
    """Also where words would be a search for a topic."""
    await show_dialog(turn, store, state, dialog, below=True)


# ---- its filters


async def choose_date(callback: CallbackQuery, turn: Turn) -> None:
    turn.screen.edit(turn.screen.t("dialogs-choose-date"), dates_keyboard(turn.screen.speech))


async def choose_status(callback: CallbackQuery, turn: Turn) -> None:
    turn.screen.edit(turn.screen.t("dialogs-choose-status"), statuses_keyboard(turn.screen.speech))


async def choose_topic(callback: CallbackQuery, callback_data: ChooseFilter, turn: Turn, store: Store) -> None:
    newest = await store.topics_used(turn.person.id)
    pages = page_count(len(newest), ROWS)
    page = min(callback_data.page, pages - 1)
    shown = newest[page * ROWS : (page + 1) * ROWS]
    turn.screen.edit(
        turn.screen.t("dialogs-choose-topic"), topics_used_keyboard(turn.screen.speech, shown, page, pages)
    )


async def filter_by_date(
    callback: CallbackQuery, callback_data: Since, turn: Turn, store: Store, state: FSMContext
) -> None:
    when = callback_data.when if callback_data.when in DAYS else None
    await _narrow(turn, store, state, replace(await _filters(state), when=when, period=None))


async def ask_period(callback: CallbackQuery, turn: Turn, state: FSMContext) -> None:
    await enter(state, At.period, turn.now)
    speech = turn.screen.speech
    turn.screen.edit(speech.t("dialogs-period-ask"), grid([button(speech.plain("back"), ShowDialogs())]))


async def filter_by_period(message: Message, turn: Turn, store: Store, state: FSMContext, texts: Texts) -> None:
    period = read_period(message.text or "", turn.now, texts.zone)
    await _narrow(turn, store, state, replace(await _filters(state), when=None, period=period), below=True)


async def filter_by_status(
    callback: CallbackQuery, callback_data: WithStatus, turn: Turn, store: Store, state: FSMContext
) -> None:
    await _narrow(turn, store, state, replace(await _filters(state), status=callback_data.status))


async def filter_by_topic(
    callback: CallbackQuery, callback_data: OnTopic, turn: Turn, store: Store, state: FSMContext
) -> None:
    used = {dialog.topic: dialog for dialog in await store.topics_used(turn.person.id)}
    dialog = used.get(callback_data.topic or "")
    filters = replace(
        await _filters(state),
        topic=dialog.topic if dialog else None,
        topic_title=dialog.titles.topic_in(turn.screen.locale) if dialog else "",
    )
    await _narrow(turn, store, state, filters)


async def reset(callback: CallbackQuery, turn: Turn, store: Store, state: FSMContext) -> None:
    await _narrow(turn, store, state, Filters())


async def _narrow(turn: Turn, store: Store, state: FSMContext, filters: Filters, below: bool = False) -> None:
    await keep(state, filters=filters.to_data() if filters else None)
    await show_list(turn, store, state, below=below)


async def _filters(state: FSMContext) -> Filters:
    return Filters.from_data(await recall(state, "filters"))
