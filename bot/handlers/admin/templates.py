"""/templates: canned answers that agents send with /t. A section and a title in the first line, the answer below."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.asking import answers
from bot.keyboards.templates import (
    RemoveTemplate,
    ShowTemplate,
    ShowTemplates,
    WriteTemplate,
    back_keyboard,
    template_keyboard,
    templates_keyboard,
    writing_keyboard,
)
from bot.slash import Command
from bot.turn import Turn
from bot.views.names import WORDS_SHOWN, shorten
from core.administration import Template
from core.canned import unknown
from core.desk import Desk
from core.ports import Store

LONGEST_TITLE = 60
LONGEST_TEXT = 3000
SECTION = " / "


class WritingTemplate(StatesGroup):
    text = State()


def register(router: Router) -> None:
    router.message.register(show_all, Command("templates", ignore_case=True))
    router.message.register(take, *answers(WritingTemplate.text))
    router.callback_query.register(turn_page, ShowTemplates.filter())
    router.callback_query.register(show, ShowTemplate.filter())
    router.callback_query.register(ask, WriteTemplate.filter())
    router.callback_query.register(remove, RemoveTemplate.filter())


async def show_all(message: Message, turn: Turn, store: Store, state: FSMContext) -> None:
    await state.set_state(None)
    speech, templates = turn.screen.speech, await store.templates()
    turn.screen.send(speech.t("templates-home", count=len(templates)), templates_keyboard(speech, templates, 0))


async def turn_page(
    callback: CallbackQuery, callback_data: ShowTemplates, turn: Turn, store: Store, state: FSMContext
) -> None:
    await state.set_state(None)
    speech, templates = turn.screen.speech, await store.templates()
    turn.screen.edit(
        speech.t("templates-home", count=len(templates)), templates_keyboard(speech, templates, callback_data.page)
    )


async def show(
    callback: CallbackQuery, callback_data: ShowTemplate, turn: Turn, store: Store, state: FSMContext
) -> None:
    await state.set_state(None)
    template = await store.template(callback_data.id)
    if template is None:
        return turn.screen.alert(turn.screen.plain("templates-gone"))
    turn.screen.edit(_page(turn, template), template_keyboard(turn.screen.speech, callback_data.id))


async def ask(
    callback: CallbackQuery, callback_data: WriteTemplate, turn: Turn, store: Store, state: FSMContext
) -> None:
    template = await store.template(callback_data.id) if callback_data.id else None
    if callback_data.id and template is None:
        return turn.screen.alert(turn.screen.plain("templates-gone"))
    await state.set_state(WritingTemplate.text)
    await state.update_data({"id": callback_data.id})
    question = turn.screen.t("templates-ask", **_variables(turn))
    text = f"{_page(turn, template)}\n\n{question}" if template else question
    turn.screen.edit(text, writing_keyboard(turn.screen.speech, callback_data.id))


async def take(message: Message, turn: Turn, desk: Desk, store: Store, state: FSMContext) -> None:
    template_id, screen = (await state.get_data()).get("id") or None, turn.screen
    head, _, text = (message.text or "").strip().partition("\n")
    section, _, title = head.rpartition(SECTION)
    section, title, text = section.strip(), title.strip(), text.strip()
    if not title or not text or max(len(section), len(title)) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
        return screen.send(screen.t("templates-wrong", title=LONGEST_TITLE, text=LONGEST_TEXT))
    if strange := unknown(text):
        return screen.send(
            screen.t("templates-unknown", strange="{" + shorten(strange[0], WORDS_SHOWN) + "}", **_variables(turn))
        )
    await state.set_state(None)
    if template_id and await store.template(template_id) is None:
        template_id = None  # removed meanwhile: what was written is kept all the same
    template = Template(template_id, section, title, text)
    desk.keep_template(turn.work, turn.person.id, template)
    screen.send(f"{screen.t('templates-kept')}\n\n{_page(turn, template)}", back_keyboard(screen.speech))


async def remove(callback: CallbackQuery, callback_data: RemoveTemplate, turn: Turn, desk: Desk, store: Store) -> None:
    template = await store.template(callback_data.id)
    if template is None:
        return turn.screen.alert(turn.screen.plain("templates-gone"))
    desk.remove_template(turn.work, turn.person.id, template)
    left = [other for other in await store.templates() if other.id != template.id]
    speech = turn.screen.speech
    turn.screen.edit(speech.t("templates-removed", title=template.title), templates_keyboard(speech, left, 0))


def _variables(turn: Turn) -> dict[str, str]:
    """«{имя}»: as core.canned reads them, in the admin's language."""
    names = ("name", "number", "topic")
    return {name: "{" + turn.screen.plain(f"templates-variable-{name}") + "}" for name in names}


def _page(turn: Turn, template: Template) -> str:
    section = template.category or "none"
    return turn.screen.t("templates-page", section=section, title=template.title, text=template.text)
