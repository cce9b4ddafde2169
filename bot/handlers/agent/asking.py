"""A button that asks for words: the presser's next message in the dialog is them. Pressing again takes it back."""

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from core.dialog import Dialog


class Asking(StatesGroup):
    question = State()
    ban_reason = State()


async def ask_for(state: FSMContext, words: State, dialog: Dialog) -> bool:
    """False where they were asked for already, and now are not."""
    if await is_asked_for(state, words, dialog):
        await state.set_state(None)
        return False
    await state.set_state(words)
    await state.update_data(number=dialog.number)
    return True


async def is_asked_for(state: FSMContext, words: State, dialog: Dialog) -> bool:
    return await state.get_state() == words.state and (await state.get_data()).get("number") == dialog.number


async def take_asked_for(state: FSMContext, words: State, dialog: Dialog) -> bool:
    """Whether the message that came is the one that was asked for; it is asked for no more."""
    if not await is_asked_for(state, words, dialog):
        return False
    await state.set_state(None)
    return True
