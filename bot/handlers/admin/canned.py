"""/templates: canned answers that agents send with /t. A section and a title in the first line, the answer below."""

from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.awaiting_words import on_words
from bot.handlers.admin.canned_page import known_answer, page_keyboard, show_page, variables, wrong_variables
from bot.inbound.update_context import UpdateContext
from bot.keyboards.canned_editor import (
    RemoveCannedAnswer,
    ShowCannedAnswer,
    ShowCannedAnswers,
    WriteCannedAnswer,
    canned_answers_keyboard,
    writing_keyboard,
)
from bot.telegram.written_command import Command
from bot.views.canned import page
from core.canned import CannedAnswer, CannedReads
from core.desk import AdminActions, Desk
from core.errors import CannedAnswerGone

LONGEST_TITLE = 60
LONGEST_TEXT = 3000
SECTION = " / "


class WritingCannedAnswer(StatesGroup):
    text = State()


def register(router: Router) -> None:
    router.message.register(show_all, Command("templates"))
    on_words(router, WritingCannedAnswer.text, take)
    router.callback_query.register(turn_page, ShowCannedAnswers.filter())
    router.callback_query.register(show, ShowCannedAnswer.filter(), known_answer)
    router.callback_query.register(ask, WriteCannedAnswer.filter())
    router.callback_query.register(remove, RemoveCannedAnswer.filter(), known_answer)


async def show_all(message: Message, context: UpdateContext, store: CannedReads, state: FSMContext) -> None:
    await state.set_state(None)
    speech, canned_answers = context.screen.speech, await store.canned_answers()
    context.screen.send(
        speech.t("templates-home", count=len(canned_answers)), canned_answers_keyboard(speech, canned_answers, 0)
    )


async def turn_page(
    callback: CallbackQuery,
    callback_data: ShowCannedAnswers,
    context: UpdateContext,
    store: CannedReads,
    state: FSMContext,
) -> None:
    await state.set_state(None)
    speech, canned_answers = context.screen.speech, await store.canned_answers()
    context.screen.edit(
        speech.t("templates-home", count=len(canned_answers)),
        canned_answers_keyboard(speech, canned_answers, callback_data.page),
    )


async def show(
    callback: CallbackQuery, canned_answer: CannedAnswer, context: UpdateContext, desk: Desk, state: FSMContext
) -> None:
    await state.set_state(None)
    show_page(context, desk, canned_answer)


async def ask(
    callback: CallbackQuery,
    callback_data: WriteCannedAnswer,
    context: UpdateContext,
    desk: Desk,
    store: CannedReads,
    state: FSMContext,
) -> None:
    canned_answer = await store.canned_answer(callback_data.id) if callback_data.id else None
    if callback_data.id and canned_answer is None:
        raise CannedAnswerGone()
    await state.set_state(WritingCannedAnswer.text)
    await state.update_data({"id": callback_data.id})
    speech = context.screen.speech
    question = speech.t("templates-ask", **variables(speech))
    text = f"{page(speech, canned_answer, desk.catalogue)}\n\n{question}" if canned_answer else question
    context.screen.edit(text, writing_keyboard(speech, callback_data.id))


async def take(
    message: Message,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
    store: CannedReads,
    state: FSMContext,
) -> None:
    canned_id, speech = (await state.get_data()).get("id") or None, context.screen.speech
    head, _, text = (message.text or "").strip().partition("\n")
    section, _, title = head.rpartition(SECTION)
    section, title, text = section.strip(), title.strip(), text.strip()
    if not title or not text or max(len(section), len(title)) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
        return context.screen.send(speech.t("templates-wrong", title=LONGEST_TITLE, text=LONGEST_TEXT))
    if wrong := wrong_variables(speech, text):
        return context.screen.send(wrong)
    await state.set_state(None)
    before = await store.canned_answer(canned_id) if canned_id else None
    # One that was removed meanwhile is kept anew: what was written is not lost.
    canned_answer = replace(before or CannedAnswer(None, "", "", ""), category=section, title=title, text=text)
    admin_actions.save_canned_answer(context.work, context.person.id, canned_answer)
    shown = f"{speech.t('templates-kept')}\n\n{page(speech, canned_answer, desk.catalogue)}"
    context.screen.send(shown, page_keyboard(context, canned_answer))


async def remove(
    callback: CallbackQuery,
    canned_answer: CannedAnswer,
    context: UpdateContext,
    admin_actions: AdminActions,
    store: CannedReads,
) -> None:
    admin_actions.remove_canned_answer(context.work, context.person.id, canned_answer)
    left = [other for other in await store.canned_answers() if other.id != canned_answer.id]
    speech = context.screen.speech
    context.screen.edit(
        speech.t("templates-removed", title=canned_answer.title), canned_answers_keyboard(speech, left, 0)
    )
