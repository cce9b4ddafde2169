"""`/similar` or the card's button: answers that helped before. One is read before it is sent, or copied."""

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.handlers.agent.actions import on_button, on_command
from bot.handlers.agent.filters import pressed
from bot.handlers.agent.replies import say
from bot.inbound.update_context import UpdateContext
from bot.keyboards.similar import ReadSimilar, SendSimilar, ShowSimilar, similar_keyboard, suggestion_keyboard
from bot.views.formatting import shorten
from bot.views.similar import SHOWN_OF_TEXT, suggestion_text
from core.content import Content, Kind
from core.desk import AgentActions, SimilarAnswers, Suggestion
from core.dialog import Dialog
from core.errors import SuggestionGone
from core.message import IncomingMessage, MessageReads, MessageRef
from core.person import Agent


def register(router: Router) -> None:
    on_command(router, "similar", find)
    on_button(router, "similar", open_list)
    router.callback_query.register(show_list, ShowSimilar.filter(), pressed)
    router.callback_query.register(read, ReadSimilar.filter(), pressed)
    router.callback_query.register(send, SendSimilar.filter(), pressed)


async def find(message: Message, dialog: Dialog, context: UpdateContext, similar_answers: SimilarAnswers) -> None:
    keyboard = await _found(dialog, context, similar_answers)
    if keyboard is None:
        return say(context, message, "similar-none")
    context.screen.send(context.screen.t("similar-which"), keyboard, reply_to=message.message_id)


async def open_list(
    callback: CallbackQuery, dialog: Dialog, context: UpdateContext, similar_answers: SimilarAnswers
) -> None:
    """Below the card, so that the card stays whole."""
    keyboard = await _found(dialog, context, similar_answers)
    if keyboard is None:
        return context.screen.alert(context.screen.plain("similar-none"))
    context.screen.send(context.screen.t("similar-which"), keyboard, reply_to=context.screen.pressed_id)


async def show_list(
    callback: CallbackQuery, dialog: Dialog, context: UpdateContext, similar_answers: SimilarAnswers
) -> None:
    keyboard = await _found(dialog, context, similar_answers)
    context.screen.edit(context.screen.t("similar-which" if keyboard else "similar-none"), keyboard)


async def _found(
    dialog: Dialog, context: UpdateContext, similar_answers: SimilarAnswers
) -> InlineKeyboardMarkup | None:
    dialog.must_be_open()
    similar = await similar_answers.find(dialog)
    if not similar.canned and not similar.earlier:
        return None
    return similar_keyboard(context.screen.speech, dialog, similar)


async def read(
    callback: CallbackQuery,
    callback_data: ReadSimilar,
    dialog: Dialog,
    context: UpdateContext,
    similar_answers: SimilarAnswers,
) -> None:
    dialog.must_be_open()
    suggestion, speech = await _suggestion(dialog, callback_data.earlier, similar_answers), context.screen.speech
    context.screen.edit(suggestion_text(speech, suggestion), suggestion_keyboard(speech, dialog, suggestion))


async def send(
    callback: CallbackQuery,
    callback_data: SendSimilar,
    dialog: Dialog,
    agent: Agent,
    context: UpdateContext,
    agent_actions: AgentActions,
    similar_answers: SimilarAnswers,
    store: MessageReads,
) -> None:
    """What was a menu becomes the answer, as with a canned one."""
    assert context.screen.pressed_id is not None
    ref = MessageRef(context.screen.chat_id, context.screen.pressed_id)
    if await store.message_at(ref):
        return context.screen.toast(context.screen.plain("canned-sent-already"))
    suggestion = await _suggestion(dialog, callback_data.earlier, similar_answers)
    await agent_actions.answer(context.work, agent, dialog, IncomingMessage(Content(Kind.TEXT, suggestion.text), ref))
    context.screen.edit(context.screen.t("canned-sent", agent=agent.name, text=shorten(suggestion.text, SHOWN_OF_TEXT)))


async def _suggestion(dialog: Dialog, earlier: int, similar_answers: SimilarAnswers) -> Suggestion:
    """Raises: SuggestionGone."""
    suggestion = await similar_answers.read(dialog, earlier)
    if suggestion is None:
        raise SuggestionGone()
    return suggestion
