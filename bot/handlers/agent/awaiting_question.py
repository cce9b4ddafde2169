"""After the button that asks for a clarification, the presser's next message in the dialog is the question."""

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from core.dialog import Dialog
from core.units import MINUTE

LASTS = 10 * MINUTE  # whoever pressed and comes back later than that means an answer


class Asking(StatesGroup):
    question = State()


async def await_question(state: FSMContext, dialog: Dialog, now: int) -> bool:
    """False where it was awaited already, and now is not."""
    if await take_question(state, dialog, now):
        return False
    await state.set_state(Asking.question)
    await state.update_data(number=dialog.number, pressed_at=now)
    return True


async def take_question(state: FSMContext, dialog: Dialog, now: int) -> bool:
    """Whether the question was awaited; it is awaited no more."""
    awaited = await is_awaited(state, dialog, now)
    if awaited:
        await state.set_state(None)
    return awaited


async def is_awaited(state: FSMContext, dialog: Dialog, now: int) -> bool:
    data = await state.get_data()
    if await state.get_state() != Asking.question.state or data.get("number") != dialog.number:
        return False
    return bool(now - data.get("pressed_at", now) <= LASTS)
