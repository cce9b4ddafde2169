"""«Запросить уточнение»: the presser's next message is the question. `/ask …` is read with all that is written."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.handlers.agent.actions import on_button
from bot.handlers.agent.awaiting_question import await_question
from bot.inbound.update_context import UpdateContext
from core.dialog import Dialog


def register(router: Router) -> None:
    on_button(router, "ask", press)


async def press(callback: CallbackQuery, dialog: Dialog, context: UpdateContext, state: FSMContext) -> None:
    dialog.must_be_open()
    if not await await_question(state, dialog, context.now):
        return context.screen.toast(context.screen.plain("agent-ask-not"))
    where = "topic" if context.screen.thread_id else "reply"
    context.screen.toast(context.screen.plain("agent-ask-next", where=where))
