"""Stars close a dialog at once; a few words on the work of support may follow."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import EditMessageReplyMarkup
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller.draft_card import open_card
from bot.handlers.seller.incoming_message import part_of, written
from bot.handlers.seller.routing import join_draft
from bot.handlers.seller.states import At, draft_of, enter, keep, recall, undisturbed
from bot.handlers.seller.topic_choice import free_topic
from bot.handlers.seller.topic_search import show_waiting
from bot.inbound.update_context import UpdateContext
from bot.keyboards.buttons import button, grid
from bot.keyboards.dialog_page import OpenDialog, open_button
from bot.keyboards.rating import (
    AskInstead,
    AskRating,
    Rate,
    SkipComment,
    Unsolved,
    ask_instead_keyboard,
    skip_keyboard,
    stars_row,
)
from bot.views.status_icons import stars
from core.desk import Desk, SellerActions
from core.draft import Draft
from core.errors import WordsWanted
from core.units import MINUTE

COMMENT_WINDOW = 60 * MINUTE  # after the stars; later words are meant for something else


def register(router: Router) -> None:
    router.callback_query.register(ask, AskRating.filter())
    router.callback_query.register(rate, Rate.filter())
    router.callback_query.register(skip, SkipComment.filter())
    router.callback_query.register(ask_again, Unsolved.filter())
    router.callback_query.register(ask_instead, AskInstead.filter())
    router.message.register(comment, At.commenting, written, still_commenting, undisturbed)


async def ask(
    callback: CallbackQuery, callback_data: AskRating, context: UpdateContext, seller_actions: SellerActions
) -> None:
    dialog = await seller_actions.dialog_of(context.person.id, callback_data.number)
    dialog.rated(5, context.now)
    speech = context.screen.speech
    context.screen.edit(
        speech.t("rating-ask", number=str(dialog.number)),
        grid(
            stars_row(speech, dialog.number, asked=True),
            [button(speech.plain("back"), OpenDialog(number=dialog.number))],
        ),
    )


async def rate(
    callback: CallbackQuery,
    callback_data: Rate,
    context: UpdateContext,
    seller_actions: SellerActions,
    state: FSMContext,
) -> None:
    dialog = await seller_actions.rate(context.work, context.person, callback_data.number, callback_data.stars)
    before = await _place(state)
    await keep(state, rated={"number": dialog.number, "until": context.now + COMMENT_WINDOW, "before": before})
    await enter(state, At.commenting, context.now)
    screen = context.screen
    key = "rating-sorry" if dialog.is_rated_badly else "rating-thanks"
    text = screen.t(key, stars=stars(callback_data.stars), number=str(dialog.number))
    keyboard = skip_keyboard(screen.speech, dialog)
    if callback_data.asked:
        screen.edit(text, keyboard)
    else:
        _take_stars_away(context, dialog.number)
        screen.send(text, keyboard)


async def ask_again(
    callback: CallbackQuery,
    callback_data: Unsolved,
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    state: FSMContext,
) -> None:
    """«Вопрос не решён»: a new dialog on the same topic that names this one."""
    dialog = await seller_actions.dialog_of(context.person.id, callback_data.number)
    topic = await free_topic(context, seller_actions, state, dialog.topic, follows=dialog.number)
    if topic:
        await _leave(state, dialog.number)
        draft = await draft_of(state) or Draft()
        await open_card(context, desk, state, draft.following(topic.key, dialog.number))


async def _place(state: FSMContext) -> str | None:
    """Where the seller goes back to after the comment."""
    rated = await recall(state, "rated")
    now_at = await state.get_state()
    return rated["before"] if rated and now_at == At.commenting.state else now_at


def _take_stars_away(context: UpdateContext, number: int) -> None:
    """From under the answer, which is the agent's own message and stays as it is."""
    screen = context.screen
    if screen.pressed_id is not None:
        keyboard = grid([open_button(screen.speech, number)])
        screen.call(EditMessageReplyMarkup(chat_id=screen.chat_id, message_id=screen.pressed_id, reply_markup=keyboard))


async def skip(
    callback: CallbackQuery,
    callback_data: SkipComment,
    context: UpdateContext,
    seller_actions: SellerActions,
    state: FSMContext,
) -> None:
    await leave_comment(context, seller_actions, state, callback_data.number)


async def leave_comment(context: UpdateContext, seller_actions: SellerActions, state: FSMContext, number: int) -> None:
    """The stars stay."""
    dialog = await seller_actions.dialog_of(context.person.id, number)
    await _leave(state, dialog.number)
    shown = stars(dialog.rating or 0)
    context.screen.edit(context.screen.t("rating-skipped", stars=shown, number=str(dialog.number)))


async def still_commenting(message: Message, context: UpdateContext, state: FSMContext) -> bool:
    rated = await recall(state, "rated")
    return bool(rated) and context.now <= int(rated["until"])


async def comment(message: Message, context: UpdateContext, seller_actions: SellerActions, state: FSMContext) -> None:
    number = (await recall(state, "rated"))["number"]
    if not message.text:
        raise WordsWanted()
    await seller_actions.comment_rating(context.work, context.person, number, message.text)
    await _leave(state, number)
    await keep(state, remark=Draft(parts=(part_of(message, context.screen.speech),)).to_data())
    context.screen.send(context.screen.t("rating-comment-kept"), ask_instead_keyboard(context.screen.speech))


async def ask_instead(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    """What was kept as a comment on the rating is asked as a question: nobody types it twice."""
    remark = await recall(state, "remark")
    if remark is None:
        context.screen.alert(context.screen.plain("home-button-gone"))
        return
    await keep(state, remark=None)
    draft = await join_draft(context, desk, state, Draft.from_data(remark).parts)
    await show_waiting(context, desk, state, draft.comment, context.screen.edit)


async def _leave(state: FSMContext, number: int) -> None:
    """Back to where the seller was before the stars; an old «Пропустить» leaves nothing."""
    rated = await recall(state, "rated")
    if rated and rated["number"] == number:
        await keep(state, rated=None)
        if await state.get_state() == At.commenting.state:
            await state.set_state(rated["before"])
