"""Free text: to the dialog that is replied to, else to the one opened last for writing, else where the seller says."""

from typing import Any

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller.add_message import add_incoming
from bot.handlers.seller.dialog_number import number_in
from bot.handlers.seller.dialog_page import show_dialog
from bot.handlers.seller.draft_card import add_part
from bot.handlers.seller.incoming_message import part_of, ref_of, written
from bot.handlers.seller.menu_labels import is_label
from bot.handlers.seller.routing import ask_where
from bot.handlers.seller.states import At, draft_of, draft_or_gone
from bot.handlers.seller.topic_search import wait_for_topic
from bot.inbound.update_context import UpdateContext
from bot.keyboards.dialog_page import WriteTo
from bot.keyboards.new_dialog import draft_waiting_keyboard
from bot.roles import Admins
from bot.telegram.written_command import asks_nothing_of_bot
from bot.texts import Texts
from bot.views.new_dialog import title_of
from core.desk import Desk, SellerActions
from core.dialog import Dialog, DialogReads, Status
from core.draft import Draft
from core.errors import DialogFinished, DialogUnknown
from core.message import IncomingMessage, MessageReads, ReferencedMessage
from core.person import PersonChanged
from core.small_talk import is_greeting
from core.store import Store
from core.units import DAY

FORGOTTEN_AFTER = DAY  # after its end a dialog is no longer what a seller goes on with


def register_replies(router: Router) -> None:
    """Before all states: whoever replies to a dialog's message means that dialog."""
    router.message.register(write_in_reply, F.reply_to_message, written, to_a_dialog)


def register_plain(router: Router) -> None:
    router.message.register(write, are_plain)


def register(router: Router) -> None:
    router.callback_query.register(go_on, WriteTo.filter())
    router.message.register(write, written)


def are_plain(message: Message, raw_state: str | None, context: UpdateContext, admins: Admins, texts: Texts) -> bool:
    """Words of a seller in no state, in reply to nothing: no command, no button's label, no «отмена»."""
    return (
        raw_state is None
        and message.chat.type == ChatType.PRIVATE
        and message.reply_to_message is None
        and context.person.id not in admins
        and asks_nothing_of_bot(message.text)
        and not is_label(message.text, texts)
    )


async def to_a_dialog(message: Message, context: UpdateContext, store: MessageReads) -> dict[str, Any] | bool:
    assert message.reply_to_message is not None
    known = await store.message_at(ref_of(message.reply_to_message))
    if known is None or known.dialog.seller_id != context.person.id:
        return False
    return {"known": known}


async def write_in_reply(
    message: Message,
    known: ReferencedMessage,
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    store: DialogReads,
    state: FSMContext,
) -> None:
    part = part_of(message, context.screen.speech)
    if known.dialog.is_open:
        reply_to = known.message.id if known.message else None
        await add_incoming(context, seller_actions, state, known.dialog, part, reply_to)
    else:
        await ask_where(context, desk, store, state, part, finished=known.dialog)


async def go_on(
    callback: CallbackQuery,
    callback_data: WriteTo,
    context: UpdateContext,
    seller_actions: SellerActions,
    state: FSMContext,
) -> None:
    """«Продолжить диалог», «Дополнить»: what comes next goes there."""
    dialog = await seller_actions.dialog_of(context.person.id, callback_data.number)
    if not dialog.is_open:
        raise DialogFinished(number=dialog.number, ending=dialog.ending.value if dialog.ending else "")
    await state.set_state(None)
    context.work.add(PersonChanged(context.person.id, {"writing_to": dialog.number}))
    topic = dialog.titles.topic_in(context.screen.locale)
    context.screen.send(context.screen.t("writing-go-on", number=str(dialog.number), topic=topic))


async def write(
    message: Message, context: UpdateContext, desk: Desk, seller_actions: SellerActions, store: Store, state: FSMContext
) -> None:
    part = part_of(message, context.screen.speech)
    chosen = await _opened_for_writing(context, store)
    named = await _named(context, store, message.text, chosen)
    if named:
        await show_dialog(context, desk, store, state, named, below=True)
    elif await state.get_state() == At.drafting.state:  # support wrote meanwhile: see `undisturbed`
        await ask_where(context, desk, store, state, part)
    elif chosen and chosen.is_open:
        await add_incoming(context, seller_actions, state, chosen, part)
    elif chosen:
        await ask_where(context, desk, store, state, part, finished=chosen)
    else:
        await _route(context, desk, seller_actions, store, state, part)


async def _opened_for_writing(context: UpdateContext, store: DialogReads) -> Dialog | None:
    if context.person.writing_to is None:
        return None
    dialog = await store.surviving_dialog(context.person.writing_to)
    if dialog is None or dialog.seller_id != context.person.id:
        return None
    left_long_ago = dialog.ended_at is not None and context.now - dialog.ended_at > FORGOTTEN_AFTER
    return None if left_long_ago else dialog


async def _named(context: UpdateContext, store: DialogReads, text: str | None, chosen: Dialog | None) -> Dialog | None:
    """The seller's own dialog whose number is all that was typed; not where support waits for what may be a number."""
    number = number_in(text)
    if number is None or (chosen and chosen.status is Status.CLARIFYING):
        return None
    dialog = await store.surviving_dialog(number)
    return dialog if dialog and dialog.seller_id == context.person.id else None


async def _route(
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    store: DialogReads,
    state: FSMContext,
    part: IncomingMessage,
) -> None:
    dialogs = await store.open_dialogs(context.person.id)
    draft = await draft_of(state)
    begun = draft is not None and draft.is_begun
    if len(dialogs) == 1 and not begun:
        await add_incoming(context, seller_actions, state, dialogs[0], part)
    elif dialogs:
        await ask_where(context, desk, store, state, part)
    elif number_in(part.content.text) and part.content.file is None:
        raise DialogUnknown(number=number_in(part.content.text))
    elif is_greeting(part.content.text) and part.content.file is None and not begun:
        context.screen.send(context.screen.t("new-greeted"))
    elif draft and begun and draft.topic:
        await _add_to_draft(context, desk, state, draft, part)
    else:
        await wait_for_topic(context, desk, state, draft if draft and begun else Draft(), part)


async def _add_to_draft(
    context: UpdateContext, desk: Desk, state: FSMContext, draft: Draft, part: IncomingMessage
) -> None:
    """A draft that was left goes on with what is written next."""
    if await add_part(context, desk, state, draft, part) and draft.is_first_of(part.album):
        speech = context.screen.speech
        title = title_of(speech, desk.catalogue, draft.topic)
        may_be_other = draft.is_complete and (await draft_or_gone(state)).asks_two
        context.screen.send(
            speech.t("writing-added-to-draft", title=title), draft_waiting_keyboard(speech, may_be_other)
        )
