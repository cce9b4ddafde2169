"""One dialog: its page, its attachments, its cancellation."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.handlers.seller.states import draft_of
from bot.inbound.update_context import UpdateContext
from bot.keyboards.buttons import page_count
from bot.keyboards.dialog_page import LATEST, CancelDialog, OpenDialog, SendFiles, dialog_keyboard, sure_keyboard
from bot.telegram.content_conversion import send, send_album
from bot.views.dialog_page import PAGE_SIZE, dialog_page
from core.albums import albums
from core.desk import Desk, SellerActions
from core.dialog import Dialog, Event
from core.message import MessageReads
from core.person import PersonChanged


def register(router: Router) -> None:
    router.callback_query.register(open_dialog, OpenDialog.filter())
    router.callback_query.register(send_files, SendFiles.filter())
    router.callback_query.register(cancel, CancelDialog.filter(F.sure))
    router.callback_query.register(ask_to_cancel, CancelDialog.filter())


async def open_dialog(
    callback: CallbackQuery,
    callback_data: OpenDialog,
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    store: MessageReads,
    state: FSMContext,
) -> None:
    dialog = await seller_actions.dialog_of(context.person.id, callback_data.number)
    await show_dialog(context, desk, store, state, dialog, callback_data.page, below=callback_data.below)


async def show_dialog(
    context: UpdateContext,
    desk: Desk,
    store: MessageReads,
    state: FSMContext,
    dialog: Dialog,
    page: int = LATEST,
    below: bool = False,
) -> None:
    await _turn_to(context, state, dialog)
    waits = {} if dialog.is_open else await desk.waits(context.person.id, context.now)
    text = await _page(context, desk, store, dialog, page, waits.get(dialog.topic))
    if below:
        context.screen.send(*text)
    else:
        context.screen.edit(*text)


async def _turn_to(context: UpdateContext, state: FSMContext, dialog: Dialog) -> None:
    """What is written next belongs to the dialog that is looked at; with a draft begun as well, nobody knows."""
    await state.set_state(None)
    if dialog.is_open:
        draft = await draft_of(state)
        writing_to = None if draft and draft.is_begun else dialog.number
        if context.person.writing_to != writing_to:
            context.work.add(PersonChanged(context.person.id, {"writing_to": writing_to}))


async def _page(
    context: UpdateContext, desk: Desk, store: MessageReads, dialog: Dialog, page: int, wait: int | None
) -> tuple[str, InlineKeyboardMarkup]:
    pages = page_count(await store.count_history(dialog.number), PAGE_SIZE)
    page = min(page, pages - 1)
    history = await store.history(dialog.number, PAGE_SIZE, page * PAGE_SIZE)
    files = await store.count_files(dialog.number) if dialog.has_files else 0
    speech = context.screen.speech
    return (
        dialog_page(speech, dialog, files, history, page, pages, names_agents=desk.rules.show_agent),
        dialog_keyboard(speech, dialog, page, pages, context.now, wait),
    )


async def send_files(
    callback: CallbackQuery,
    callback_data: SendFiles,
    context: UpdateContext,
    seller_actions: SellerActions,
    store: MessageReads,
) -> None:
    """All of them once more, in albums where they can stand together."""
    dialog = await seller_actions.dialog_of(context.person.id, callback_data.number)
    files = await store.files(dialog.number)
    screen = context.screen
    key = "dialog-files-here" if files else "dialog-no-files"
    screen.send(screen.t(key, number=str(dialog.number)))
    for together in albums(files):
        if len(together) > 1:
            screen.call(send_album(together, screen.chat_id, thread_id=screen.thread_id))
        else:
            screen.call(send(together[0], screen.chat_id, thread_id=screen.thread_id))


async def ask_to_cancel(
    callback: CallbackQuery, callback_data: CancelDialog, context: UpdateContext, seller_actions: SellerActions
) -> None:
    dialog = await seller_actions.dialog_of(context.person.id, callback_data.number)
    dialog.after(Event.CANCELLED, context.now)
    screen = context.screen
    screen.edit(screen.t("dialog-cancel-sure", number=str(dialog.number)), sure_keyboard(screen.speech, dialog.number))


async def cancel(
    callback: CallbackQuery,
    callback_data: CancelDialog,
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    store: MessageReads,
    state: FSMContext,
) -> None:
    dialog = await seller_actions.cancel(context.work, context.person, callback_data.number)
    context.screen.toast(context.screen.plain("dialog-cancelled"))
    await show_dialog(context, desk, store, state, dialog)
