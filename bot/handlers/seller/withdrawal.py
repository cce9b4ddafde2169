"""«Это о другом»: words that went to one dialog are taken to another one, or to a new one."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.handlers.seller.draft_card import open_card
from bot.handlers.seller.states import draft_of, keep, keep_draft
from bot.handlers.seller.topic_search import show_waiting
from bot.inbound.update_context import UpdateContext
from bot.keyboards.buttons import grid
from bot.keyboards.dialog_page import open_button
from bot.keyboards.withdrawal import AboutOther, LeaveThem, TakeTo, TakeToNew, about_other_button, where_keyboard
from core.desk import Desk, SellerActions, WithdrawalActions
from core.dialog import Dialog, DialogReads
from core.draft import Draft
from core.message import IncomingMessage, MessageRef
from core.person import PersonChanged


def register(router: Router) -> None:
    router.callback_query.register(ask_where, AboutOther.filter())
    router.callback_query.register(take_to_dialog, TakeTo.filter())
    router.callback_query.register(take_to_new, TakeToNew.filter())
    router.callback_query.register(leave, LeaveThem.filter())


async def ask_where(
    callback: CallbackQuery,
    callback_data: AboutOther,
    context: UpdateContext,
    withdrawal_actions: WithdrawalActions,
    store: DialogReads,
    state: FSMContext,
) -> None:
    """They stay where support sees them until it is said where they go."""
    first = _first(context, callback_data)
    dialog, words = await withdrawal_actions.words(context.person.id, callback_data.number, first)
    others = [other for other in await store.open_dialogs(context.person.id) if other.number != dialog.number]
    draft, speech = await draft_of(state), context.screen.speech
    has_draft = draft is not None and draft.is_begun
    keyboard = where_keyboard(speech, dialog.number, callback_data.first, others, has_draft)
    context.screen.edit(speech.t("withdraw-where", count=len(words)), keyboard)


async def take_to_dialog(
    callback: CallbackQuery,
    callback_data: TakeTo,
    context: UpdateContext,
    seller_actions: SellerActions,
    withdrawal_actions: WithdrawalActions,
    state: FSMContext,
) -> None:
    other = await seller_actions.dialog_of(context.person.id, callback_data.to)
    other.must_be_open()
    if other.number == (await seller_actions.dialog_of(context.person.id, callback_data.number)).number:
        context.screen.edit(*_kept(context, other, callback_data.first))  # support made one of the two since
        return
    taken = await _taken(context, withdrawal_actions, callback_data)
    await seller_actions.add(context.work, context.person, other, *taken)
    await state.set_state(None)
    await keep(state, told={"number": other.number, "at": context.now})
    context.screen.edit(*_kept(context, other, callback_data.first))


async def take_to_new(
    callback: CallbackQuery,
    callback_data: TakeToNew,
    context: UpdateContext,
    desk: Desk,
    withdrawal_actions: WithdrawalActions,
    state: FSMContext,
) -> None:
    """What is written next belongs to the new one, too. All of them are taken, or, where there is no room, none."""
    begun = await draft_of(state)
    draft = begun if begun and begun.is_begun else Draft()
    for part in await _taken(context, withdrawal_actions, callback_data):
        draft = draft.with_part(part, desk.rules.limits)
    await keep_draft(state, draft)
    context.work.add(PersonChanged(context.person.id, {"writing_to": None}))
    if desk.catalogue.topic(draft.topic):
        await open_card(context, desk, state, draft)
    else:
        await show_waiting(context, desk, state, draft.comment, context.screen.edit)


async def leave(
    callback: CallbackQuery, callback_data: LeaveThem, context: UpdateContext, seller_actions: SellerActions
) -> None:
    dialog = await seller_actions.dialog_of(context.person.id, callback_data.number)
    context.screen.edit(*_kept(context, dialog, callback_data.first))


async def _taken(
    context: UpdateContext, withdrawal_actions: WithdrawalActions, pressed: TakeTo | TakeToNew
) -> list[IncomingMessage]:
    dialog, words = await withdrawal_actions.words(context.person.id, pressed.number, _first(context, pressed))
    return await withdrawal_actions.withdraw(context.work, dialog, words)


def _first(context: UpdateContext, pressed: AboutOther | TakeTo | TakeToNew) -> MessageRef:
    return MessageRef(context.screen.chat_id, pressed.first)


def _kept(context: UpdateContext, dialog: Dialog, first: int) -> tuple[str, InlineKeyboardMarkup]:
    """The receipt as it is of the dialog where they are now; they may be taken on."""
    speech = context.screen.speech
    text = speech.t("notice-added", number=str(dialog.number), topic=dialog.titles.topic_in(speech.locale))
    return text, grid([about_other_button(speech, dialog.number, first), open_button(speech, dialog.number)])
