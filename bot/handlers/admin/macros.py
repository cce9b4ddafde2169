"""What is done with the dialog as a canned answer is sent: chosen on the answer's page."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.admin.canned_page import known_answer
from bot.inbound.update_context import UpdateContext
from bot.keyboards.canned_editor import ShowMacro
from bot.keyboards.macros import (
    Does,
    MacroMoments,
    MacroMoves,
    MacroPutsOff,
    MacroTopics,
    SwitchMacro,
    macro_categories_keyboard,
    macro_keyboard,
    macro_moments_keyboard,
    macro_topics_keyboard,
)
from bot.views.canned import page
from core.canned import CannedAnswer, Macro
from core.desk import AdminActions, Desk


def register(router: Router) -> None:
    router.callback_query.register(show, ShowMacro.filter(), known_answer)
    router.callback_query.register(switch, SwitchMacro.filter(), known_answer)
    router.callback_query.register(show_topics, MacroTopics.filter(), known_answer)
    router.callback_query.register(move, MacroMoves.filter(), known_answer)
    router.callback_query.register(show_moments, MacroMoments.filter(), known_answer)
    router.callback_query.register(put_off, MacroPutsOff.filter(), known_answer)


async def show(callback: CallbackQuery, canned_answer: CannedAnswer, context: UpdateContext, desk: Desk) -> None:
    _show(context, desk, canned_answer)


def _show(context: UpdateContext, desk: Desk, canned_answer: CannedAnswer) -> None:
    speech = context.screen.speech
    text = f"{page(speech, canned_answer, desk.catalogue)}\n\n{speech.t('templates-macro-which')}"
    context.screen.edit(text, macro_keyboard(speech, canned_answer))


async def switch(
    callback: CallbackQuery,
    callback_data: SwitchMacro,
    canned_answer: CannedAnswer,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
) -> None:
    macro = canned_answer.macro
    changed = {
        Does.ASK: macro.toggled_asks,
        Does.CLOSE: macro.toggled_closes,
        Does.STAY: replace(macro, topic=None),
        Does.NOW: macro.put_off(None),
    }[callback_data.does]
    _keep(context, desk, admin_actions, canned_answer, changed)


def _keep(
    context: UpdateContext, desk: Desk, admin_actions: AdminActions, canned_answer: CannedAnswer, macro: Macro
) -> None:
    changed = replace(canned_answer, macro=macro)
    admin_actions.save_canned_answer(context.work, context.person.id, changed)
    _show(context, desk, changed)


async def show_topics(
    callback: CallbackQuery,
    callback_data: MacroTopics,
    canned_answer: CannedAnswer,
    context: UpdateContext,
    desk: Desk,
) -> None:
    speech, canned_id, category = context.screen.speech, callback_data.id, callback_data.category
    if category:
        topics = desk.catalogue.topics(category, speech.locale)
        keyboard = macro_topics_keyboard(speech, canned_id, category, topics, callback_data.page)
    else:
        categories = desk.catalogue.categories(speech.locale)
        keyboard = macro_categories_keyboard(speech, canned_id, categories, callback_data.page)
    context.screen.edit(speech.t("templates-macro-where", title=canned_answer.title), keyboard)


async def move(
    callback: CallbackQuery,
    callback_data: MacroMoves,
    canned_answer: CannedAnswer,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
) -> None:
    """Raises: TopicUnknown."""
    topic = desk.topic(callback_data.topic)
    _keep(context, desk, admin_actions, canned_answer, replace(canned_answer.macro, topic=topic.key))


async def show_moments(callback: CallbackQuery, canned_answer: CannedAnswer, context: UpdateContext) -> None:
    speech = context.screen.speech
    keyboard = macro_moments_keyboard(speech, canned_answer.id or 0)
    context.screen.edit(speech.t("templates-macro-until", title=canned_answer.title), keyboard)


async def put_off(
    callback: CallbackQuery,
    callback_data: MacroPutsOff,
    canned_answer: CannedAnswer,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
) -> None:
    macro = canned_answer.macro.put_off(callback_data.until.words)
    _keep(context, desk, admin_actions, canned_answer, macro)
