"""The greeting, the help, the language."""

from aiogram import Router
from aiogram.filters import or_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller.dialog_page import show_dialog
from bot.handlers.seller.draft_card_position import DraftCards
from bot.handlers.seller.links import open_topic, own_dialog, read_link
from bot.handlers.seller.menu_labels import Label
from bot.handlers.seller.states import draft_of
from bot.handlers.seller.topic_choice import free_topic, show_topic
from bot.inbound.update_context import UpdateContext
from bot.keyboards.first_steps import first_steps_keyboard
from bot.keyboards.home import ChooseLanguage, home_keyboard, language_keyboard
from bot.keyboards.welcome_back import waiting_keyboard
from bot.roles import Admins
from bot.telegram.written_command import Command
from bot.views.formatting import one_line
from bot.views.new_dialog import title_of
from bot.views.welcome_back import waiting_text
from core.content import is_blank
from core.desk import AnnouncementActions, Desk, SellerActions, steps_left
from core.dialog import DialogReads, Status
from core.languages import LANGUAGES
from core.person import PersonChanged
from core.store import Store


def register(router: Router) -> None:
    router.message.register(greet, Command("start"))
    router.message.register(show_help, or_f(Command("help"), Label("home-help")))
    router.message.register(ask_language, Command("language"))
    router.callback_query.register(set_language, ChooseLanguage.filter())


async def greet(
    message: Message,
    context: UpdateContext,
    desk: Desk,
    seller_actions: SellerActions,
    announcement_actions: AnnouncementActions,
    draft_cards: DraftCards,
    admins: Admins,
    store: Store,
    state: FSMContext,
) -> None:
    """Whatever stands behind /start: a link may carry anything. What waits for the seller is named."""
    await state.set_state(None)
    if context.person.writing_to is not None:
        context.work.add(PersonChanged(context.person.id, {"writing_to": None}))
    name = one_line(message.from_user.first_name if message.from_user else "", 40)
    name = "none" if is_blank(name) else name
    context.screen.send(context.screen.t("home-greeting", name=name), home_keyboard(context.screen.speech))
    link = read_link(message.text or "")
    if link.number and (dialog := await own_dialog(context, store, link.number)):
        await show_dialog(context, desk, store, state, dialog, below=True)
    elif link.topic and (topic := open_topic(desk, link.topic)):
        if await free_topic(context, seller_actions, state, topic.key):
            await show_topic(context, desk, announcement_actions, state, topic)
            draft_cards.follow(context, after=0)  # no message was pressed that could become the card
    else:
        await _show_what_waits(context, desk, store, state)
        if context.person.id in admins.owners:
            await _show_first_steps(context, desk)


async def _show_first_steps(context: UpdateContext, desk: Desk) -> None:
    speech, steps = context.screen.speech, await steps_left(desk, context.now)
    if steps:
        lines = [f"• {speech.t(f'first-step-{step}')}" for step in steps]
        text = "\n".join([speech.t("first-steps"), *lines])
        context.screen.send(text, first_steps_keyboard(speech, steps))


async def _show_what_waits(context: UpdateContext, desk: Desk, store: DialogReads, state: FSMContext) -> None:
    speech, draft = context.screen.speech, await draft_of(state)
    dialogs = [one for one in await store.open_dialogs(context.person.id) if one.status is not Status.CREATED]
    title = title_of(speech, desk.catalogue, draft.topic) if draft and draft.is_begun else None
    if dialogs or title:
        context.screen.send(waiting_text(speech, dialogs, title), waiting_keyboard(speech, dialogs, title is not None))


async def show_help(message: Message, context: UpdateContext, desk: Desk, admins: Admins, state: FSMContext) -> None:
    await state.set_state(None)
    screen, rules = context.screen, desk.rules
    text = screen.t(
        "home-help-text",
        silence=screen.speech.duration(rules.auto_close),
        cooldown=screen.speech.duration(rules.cooldown) if rules.cooldown else "none",
        file=screen.speech.size(rules.limits.max_file),
        total=screen.speech.size(rules.limits.max_total),
    )
    if context.person.id in admins:
        text += "\n\n" + screen.t("home-help-admin")
    screen.send(text, home_keyboard(screen.speech))


async def ask_language(message: Message, context: UpdateContext) -> None:
    context.screen.send(context.screen.t("home-language"), language_keyboard())


async def set_language(callback: CallbackQuery, callback_data: ChooseLanguage, context: UpdateContext) -> None:
    locale = callback_data.locale if callback_data.locale in LANGUAGES else context.screen.locale
    context.work.add(PersonChanged(context.person.id, {"locale": locale}))
    context.screen.locale = locale
    context.screen.edit(context.screen.t("home-language-set"))
    context.screen.send(context.screen.t("home-language-menu"), home_keyboard(context.screen.speech))
