"""After the button that asks for a clarification, the presser's next message in the dialog is the question."""

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from core.dialog import Dialog


class Asking(StatesGroup):
    question = State()


async def await_question(state: FSMContext, dialog: Dialog) -> bool:
    """False where it was awaited already, and now is not."""
    if await take_question(state, dialog):
        return False
    await state.set_state(Asking.question)
    await state.update_data(number=dialog.number)
    return True


async def take_question(state: FSMContext, dialog: Dialog) -> bool:
    """Whether the question was awaited; it is awaited no more."""
    awaited = await is_awaited(state, dialog)
    if awaited:
        await state.set_state(None)
    return awaited


async def is_awaited(state: FSMContext, dialog: Dialog) -> bool:
    return await state.get_state() == Asking.question.state and (await state.get_data()).get("number") == dialog.number
