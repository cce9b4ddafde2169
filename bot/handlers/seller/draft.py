"""The draft: one card that is edited in place while words and files come, in any order."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller.draft_card import add_part, open_card
from bot.handlers.seller.draft_card_position import DraftCards
from bot.handlers.seller.drafts_aside import take_up
from bot.handlers.seller.incoming_message import part_of, written
from bot.handlers.seller.restore_draft import leave_draft
from bot.handlers.seller.states import (
    At,
    draft_or_gone,
    enter,
    forget_draft,
    keep,
    keep_draft,
    recall,
    undisturbed,
)
from bot.handlers.seller.topic_choice import turn_to_open_one
from bot.inbound.update_context import UpdateContext
from bot.keyboards.draft import Action, DraftButton, DropFile, files_keyboard
from bot.keyboards.new_dialog import categories_keyboard
from bot.telegram.reactions import KEPT
from core.desk import Desk, SellerActions
from core.errors import CooldownActive
from core.message import MessageRef


def register(router: Router) -> None:
    router.message.register(add, At.drafting, written, undisturbed)
    router.callback_query.register(create, DraftButton.filter(F.action == Action.CREATE))
    router.callback_query.register(undo, DraftButton.filter(F.action == Action.UNDO))
    router.callback_query.register(drop_files, DraftButton.filter(F.action == Action.DROP_FILES))
    router.callback_query.register(drop_all_files, DraftButton.filter(F.action == Action.DROP_ALL))
    router.callback_query.register(rewrite, DraftButton.filter(F.action == Action.REWRITE))
    router.callback_query.register(keep_comment, DraftButton.filter(F.action == Action.KEEP_COMMENT))
    router.callback_query.register(drop_search, DraftButton.filter(F.action == Action.DROP_SEARCH))
    router.callback_query.register(change_topic, DraftButton.filter(F.action == Action.CHANGE_TOPIC))
    router.callback_query.register(cancel, DraftButton.filter(F.action == Action.CANCEL))
    router.callback_query.register(show, DraftButton.filter(F.action == Action.SHOW))
    router.callback_query.register(drop_file, DropFile.filter())


# ---- writing


async def add(message: Message, context: UpdateContext, desk: Desk, draft_cards: DraftCards, state: FSMContext) -> None:
    before = await draft_or_gone(state)
    if await add_part(context, desk, state, before, part_of(message, context.screen.speech)):
        context.screen.react(message.message_id, KEPT)
    if (await draft_or_gone(state)).parts != before.parts:
        draft_cards.follow(context)


# ---- the card's buttons


async def create(
    callback: CallbackQuery, context: UpdateContext, desk: Desk, seller_actions: SellerActions, state: FSMContext
) -> None:
    """The draft goes in the transaction that opens the dialog: a second tap on its card is told that it is sent."""
    card = context.screen.pressed_id
    if card is not None and await recall(state, "sent") == card:
        return context.screen.toast(context.screen.plain("draft-sent"))
    try:
        await seller_actions.open_dialog(context.work, context.person, await draft_or_gone(state))
    except CooldownActive as refusal:
        await turn_to_open_one(context, state, refusal)
        return
    await state.set_state(None)
    await forget_draft(state)
    await keep(state, sent=card)
    context.screen.edit(context.screen.t("draft-sent"))
    await take_up(context, desk, state)


async def undo(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    draft = await draft_or_gone(state)
    await open_card(context, desk, state, draft.without_last())


async def drop_files(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """A single file goes at once; of several, the one that is chosen."""
    draft = await draft_or_gone(state)
    if len(draft.files) > 1:
        context.screen.edit(context.screen.t("draft-which-file"), files_keyboard(context.screen.speech, draft))
    else:
        await open_card(context, desk, state, draft.without_files())


async def drop_all_files(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    draft = await draft_or_gone(state)
    await open_card(context, desk, state, draft.without_files())


async def drop_file(
    callback: CallbackQuery, callback_data: DropFile, context: UpdateContext, desk: Desk, state: FSMContext
) -> None:
    draft = await draft_or_gone(state)
    draft = draft.without_file(MessageRef(context.screen.chat_id, callback_data.message_id))
    if len(draft.files) > 1:
        await keep_draft(state, draft)
        context.screen.edit(context.screen.t("draft-which-file"), files_keyboard(context.screen.speech, draft))
    else:
        await open_card(context, desk, state, draft)


async def rewrite(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """The comment stays until the new one comes."""
    draft = await draft_or_gone(state)
    context.screen.toast(context.screen.plain("draft-rewrite-ask"))
    await open_card(context, desk, state, draft.with_rewriting(True))


async def keep_comment(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    draft = await draft_or_gone(state)
    await open_card(context, desk, state, draft.with_rewriting(False))


async def drop_search(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    draft = await draft_or_gone(state)
    await open_card(context, desk, state, draft.without_search())


async def change_topic(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await draft_or_gone(state)
    await enter(state, At.choosing, context.now)
    speech = context.screen.speech
    keyboard = categories_keyboard(speech, desk.catalogue, 0, to_draft=True)
    context.screen.edit(speech.t("new-categories-kept"), keyboard)


async def cancel(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await draft_or_gone(state)
    await leave_draft(context, desk, state)


async def show(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await open_card(context, desk, state, await draft_or_gone(state))
