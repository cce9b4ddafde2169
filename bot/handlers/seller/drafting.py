"""The draft: one card that is edited in place while words and files come, in any order."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller.card import add_part, open_card, show_card
from bot.handlers.seller.conversation import At, draft_or_gone, enter, forget_draft, keep_draft, undisturbed
from bot.handlers.seller.incoming import part_of, written
from bot.keyboards.draft import Deed, DraftButton, DropFile, files_keyboard
from bot.keyboards.new_dialog import categories_keyboard
from bot.turn import Turn
from core.desk import Desk
from core.draft import MessageRef

KEPT = "👌"


def register(router: Router) -> None:
    router.message.register(add, At.drafting, written, undisturbed)
    router.callback_query.register(create, DraftButton.filter(F.deed == Deed.CREATE))
    router.callback_query.register(undo, DraftButton.filter(F.deed == Deed.UNDO))
    router.callback_query.register(drop_files, DraftButton.filter(F.deed == Deed.DROP_FILES))
    router.callback_query.register(drop_all_files, DraftButton.filter(F.deed == Deed.DROP_ALL))
    router.callback_query.register(rewrite, DraftButton.filter(F.deed == Deed.REWRITE))
    router.callback_query.register(change_topic, DraftButton.filter(F.deed == Deed.CHANGE_TOPIC))
    router.callback_query.register(cancel, DraftButton.filter(F.deed == Deed.CANCEL))
    router.callback_query.register(show, DraftButton.filter(F.deed == Deed.SHOW))
    router.callback_query.register(drop_file, DropFile.filter())


# ---- writing


async def add(message: Message, turn: Turn, desk: Desk, state: FSMContext) -> None:
    if await add_part(turn, desk, state, await draft_or_gone(state), part_of(message)):
        turn.screen.react(message.message_id, KEPT)
    await show_card(turn, desk, state)


# ---- the card's buttons


async def create(callback: CallbackQuery, turn: Turn, desk: Desk, state: FSMContext) -> None:
    """The draft goes in the transaction that opens the dialog: a second tap finds none."""
    await desk.open(turn.work, turn.person, await draft_or_gone(state))
    await state.set_state(None)
    await forget_draft(state)
    turn.screen.edit(turn.screen.t("draft-sent"))


async def undo(callback: CallbackQuery, turn: Turn, desk: Desk, state: FSMContext) -> None:
    draft = await draft_or_gone(state)
    await open_card(turn, desk, state, draft.without_last())


async def drop_files(callback: CallbackQuery, turn: Turn, desk: Desk, state: FSMContext) -> None:
    """A single file goes at once; of several, the one that is chosen."""
    draft = await draft_or_gone(state)
    if len(draft.files) > 1:
        turn.screen.edit(turn.screen.t("draft-which-file"), files_keyboard(turn.screen.speech, draft))
    else:
        await open_card(turn, desk, state, draft.without_files())


async def drop_all_files(callback: CallbackQuery, turn: Turn, desk: Desk, state: FSMContext) -> None:
    draft = await draft_or_gone(state)
    await open_card(turn, desk, state, draft.without_files())


async def drop_file(
    callback: CallbackQuery, callback_data: DropFile, turn: Turn, desk: Desk, state: FSMContext
) -> None:
    draft = await draft_or_gone(state)
    draft = draft.without_file(MessageRef(turn.screen.chat_id, callback_data.message_id))
    if len(draft.files) > 1:
        await keep_draft(state, draft)
        turn.screen.edit(turn.screen.t("draft-which-file"), files_keyboard(turn.screen.speech, draft))
    else:
        await open_card(turn, desk, state, draft)


async def rewrite(callback: CallbackQuery, turn: Turn, desk: Desk, state: FSMContext) -> None:
    draft = await draft_or_gone(state)
    turn.screen.toast(turn.screen.plain("draft-rewrite-ask"))
    await open_card(turn, desk, state, draft.without_comment())


async def change_topic(callback: CallbackQuery, turn: Turn, desk: Desk, state: FSMContext) -> None:
    await draft_or_gone(state)
    await enter(state, At.choosing, turn.now)
    speech = turn.screen.speech
    categories = desk.catalogue.categories(speech.locale)
    turn.screen.edit(speech.t("new-categories-kept"), categories_keyboard(speech, categories, 0, to_draft=True))


async def cancel(callback: CallbackQuery, turn: Turn, state: FSMContext) -> None:
    await draft_or_gone(state)
    await state.set_state(None)
    await forget_draft(state)
    turn.screen.edit(turn.screen.t("draft-left"))


async def show(callback: CallbackQuery, turn: Turn, desk: Desk, state: FSMContext) -> None:
    await open_card(turn, desk, state, await draft_or_gone(state))
