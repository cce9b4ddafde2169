"""/templates: canned answers that agents send with /t. A section and a title in the first line, the answer below."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.awaiting_words import answers
from bot.inbound.update_context import UpdateContext
from bot.keyboards.canned_editor import (
    RemoveCannedAnswer,
    ShowCannedAnswer,
    ShowCannedAnswers,
    WriteCannedAnswer,
    back_keyboard,
    canned_answer_keyboard,
    canned_answers_keyboard,
    writing_keyboard,
)
from bot.telegram.commands import Command
from bot.views.formatting import WORDS_SHOWN, shorten
from core.canned import CannedAnswer, CannedReads, unknown_variables
from core.desk import AdminActions

LONGEST_TITLE = 60
LONGEST_TEXT = 3000
SECTION = " / "


class WritingCannedAnswer(StatesGroup):
    text = State()


def register(router: Router) -> None:
    router.message.register(show_all, Command("templates"))
    router.message.register(take, *answers(WritingCannedAnswer.text))
    router.callback_query.register(turn_page, ShowCannedAnswers.filter())
    router.callback_query.register(show, ShowCannedAnswer.filter())
    router.callback_query.register(ask, WriteCannedAnswer.filter())
    router.callback_query.register(remove, RemoveCannedAnswer.filter())


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
    callback: CallbackQuery,
    callback_data: ShowCannedAnswer,
    context: UpdateContext,
    store: CannedReads,
    state: FSMContext,
) -> None:
    await state.set_state(None)
    canned_answer = await store.canned_answer(callback_data.id)
    if canned_answer is None:
        return context.screen.alert(context.screen.plain("templates-gone"))
    context.screen.edit(_page(context, canned_answer), canned_answer_keyboard(context.screen.speech, callback_data.id))


async def ask(
    callback: CallbackQuery,
    callback_data: WriteCannedAnswer,
    context: UpdateContext,
    store: CannedReads,
    state: FSMContext,
) -> None:
    canned_answer = await store.canned_answer(callback_data.id) if callback_data.id else None
    if callback_data.id and canned_answer is None:
        return context.screen.alert(context.screen.plain("templates-gone"))
    await state.set_state(WritingCannedAnswer.text)
    await state.update_data({"id": callback_data.id})
    question = context.screen.t("templates-ask", **_variables(context))
    text = f"{_page(context, canned_answer)}\n\n{question}" if canned_answer else question
    context.screen.edit(text, writing_keyboard(context.screen.speech, callback_data.id))


async def take(
    message: Message, context: UpdateContext, admin_actions: AdminActions, store: CannedReads, state: FSMContext
) -> None:
    canned_id, screen = (await state.get_data()).get("id") or None, context.screen
    head, _, text = (message.text or "").strip().partition("\n")
    section, _, title = head.rpartition(SECTION)
    section, title, text = section.strip(), title.strip(), text.strip()
    if not title or not text or max(len(section), len(title)) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
        return screen.send(screen.t("templates-wrong", title=LONGEST_TITLE, text=LONGEST_TEXT))
    if strange := unknown_variables(text):
        return screen.send(
            screen.t("templates-unknown", strange="{" + shorten(strange[0], WORDS_SHOWN) + "}", **_variables(context))
        )
    await state.set_state(None)
    if canned_id and await store.canned_answer(canned_id) is None:
        canned_id = None  # removed meanwhile: what was written is kept all the same
    canned_answer = CannedAnswer(canned_id, section, title, text)
    admin_actions.save_canned_answer(context.work, context.person.id, canned_answer)
    screen.send(f"{screen.t('templates-kept')}\n\n{_page(context, canned_answer)}", back_keyboard(screen.speech))


async def remove(
    callback: CallbackQuery,
    callback_data: RemoveCannedAnswer,
    context: UpdateContext,
    admin_actions: AdminActions,
    store: CannedReads,
) -> None:
    canned_answer = await store.canned_answer(callback_data.id)
    if canned_answer is None:
        return context.screen.alert(context.screen.plain("templates-gone"))
    admin_actions.remove_canned_answer(context.work, context.person.id, canned_answer)
    left = [other for other in await store.canned_answers() if other.id != canned_answer.id]
    speech = context.screen.speech
    context.screen.edit(
        speech.t("templates-removed", title=canned_answer.title), canned_answers_keyboard(speech, left, 0)
    )


def _variables(context: UpdateContext) -> dict[str, str]:
    """«{имя}»: as core.canned reads them, in the admin's language."""
    names = ("name", "number", "topic")
    return {name: "{" + context.screen.plain(f"templates-variable-{name}") + "}" for name in names}


def _page(context: UpdateContext, canned_answer: CannedAnswer) -> str:
    section = canned_answer.category or "none"
    return context.screen.t("templates-page", section=section, title=canned_answer.title, text=canned_answer.text)
