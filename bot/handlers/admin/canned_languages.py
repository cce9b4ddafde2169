"""A canned answer in other languages than the shop's own: sellers get the one in theirs."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.awaiting_words import on_words
from bot.handlers.admin.canned import LONGEST_TEXT
from bot.handlers.admin.canned_page import known_answer, page_keyboard, show_page, variables, wrong_variables
from bot.inbound.update_context import UpdateContext
from bot.keyboards.canned_editor import RemoveTranslation, WriteTranslation, translation_keyboard
from bot.views.canned import page
from core.canned import CannedAnswer, CannedReads
from core.desk import AdminActions, Desk
from core.errors import CannedAnswerGone
from core.languages import LANGUAGES


class WritingTranslation(StatesGroup):
    text = State()


def register(router: Router) -> None:
    on_words(router, WritingTranslation.text, take)
    router.callback_query.register(ask, WriteTranslation.filter(), known_answer)
    router.callback_query.register(remove, RemoveTranslation.filter(), known_answer)


async def ask(
    callback: CallbackQuery,
    callback_data: WriteTranslation,
    canned_answer: CannedAnswer,
    context: UpdateContext,
    state: FSMContext,
) -> None:
    language = LANGUAGES.get(callback_data.locale)
    if language is None:
        return
    await state.set_state(WritingTranslation.text)
    await state.update_data({"id": canned_answer.id, "locale": language.code})
    speech = context.screen.speech
    shown = speech.t(
        "templates-language-ask",
        title=canned_answer.title,
        language=language.name,
        text=canned_answer.text_in(language.code),
        **variables(speech),
    )
    context.screen.edit(shown, translation_keyboard(speech, canned_answer, language.code))


async def take(
    message: Message,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
    store: CannedReads,
    state: FSMContext,
) -> None:
    data, speech, text = await state.get_data(), context.screen.speech, (message.text or "").strip()
    canned_answer = await store.canned_answer(data["id"])
    if canned_answer is None:
        await state.set_state(None)
        raise CannedAnswerGone()
    if not text or len(text) > LONGEST_TEXT:
        return context.screen.send(speech.t("templates-language-wrong", text=LONGEST_TEXT))
    if wrong := wrong_variables(speech, text):
        return context.screen.send(wrong)
    await state.set_state(None)
    changed = canned_answer.translated(data["locale"], text)
    admin_actions.save_canned_answer(context.work, context.person.id, changed)
    shown = f"{speech.t('templates-kept')}\n\n{page(speech, changed, desk.catalogue)}"
    context.screen.send(shown, page_keyboard(context, changed))


async def remove(
    callback: CallbackQuery,
    callback_data: RemoveTranslation,
    canned_answer: CannedAnswer,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
    state: FSMContext,
) -> None:
    await state.set_state(None)
    changed = canned_answer.translated(callback_data.locale, None)
    admin_actions.save_canned_answer(context.work, context.person.id, changed)
    show_page(context, desk, changed)
