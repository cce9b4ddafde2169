"""/settings: what an owner may change while the desk runs."""

from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.awaiting_words import on_words
from bot.inbound.update_context import UpdateContext
from bot.keyboards.settings import (
    ResetSetting,
    SaveAndDelete,
    ShowSetting,
    ShowSettings,
    SwitchAssignment,
    SwitchSetting,
    assignment_keyboard,
    setting_keyboard,
    settings_keyboard,
    shorter_keyboard,
)
from bot.telegram.written_command import Command
from bot.views.formatting import one_line
from bot.views.settings import form as form_of
from bot.views.settings import groups_to_give_out, setting_page, settings_page, shorter_question
from core.desk import AdminActions, Desk
from core.erasure import ErasureReads
from core.live_settings import BY_NAME, Kind, Setting, SettingWrong, read, value_of, with_assignment
from core.rules import Rules

TYPED_SHOWN = 40  # characters


class ChangingSetting(StatesGroup):
    value = State()
    sure = State()  # it was said what would be deleted


def register(router: Router) -> None:
    router.message.register(show_all, Command("settings"))
    router.callback_query.register(back_to_all, ShowSettings.filter())
    router.callback_query.register(show, ShowSetting.filter())
    router.callback_query.register(switch, SwitchSetting.filter())
    router.callback_query.register(reset, ResetSetting.filter())
    router.callback_query.register(save_and_delete, SaveAndDelete.filter(), StateFilter(ChangingSetting.sure))
    router.callback_query.register(switch_assignment, SwitchAssignment.filter())
    on_words(router, ChangingSetting.value, take)


async def show_all(message: Message, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await state.set_state(None)
    context.screen.send(settings_page(context.screen.speech, desk.rules), settings_keyboard(context.screen.speech))


async def back_to_all(callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext) -> None:
    await state.set_state(None)
    context.screen.edit(settings_page(context.screen.speech, desk.rules), settings_keyboard(context.screen.speech))


async def show(
    callback: CallbackQuery, callback_data: ShowSetting, context: UpdateContext, desk: Desk, state: FSMContext
) -> None:
    """The page asks already: the next words are the new value."""
    await state.set_state(ChangingSetting.value)
    await state.update_data({"name": callback_data.name})
    _show(context, desk, desk.rules, callback_data.name)


async def take(
    message: Message,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
    store: ErasureReads,
    state: FSMContext,
) -> None:
    """The page that answers asks as well, so that another value may follow."""
    name = str((await state.get_data())["name"])
    setting, typed, screen = BY_NAME[name], message.text or "", context.screen
    try:
        value = read(setting, typed)
        if count := await _deleted_by(store, desk.rules, setting, value, context.now):
            await state.set_state(ChangingSetting.sure)
            await state.update_data({"value": value})
            text = shorter_question(screen.speech, setting, value, count)
            return screen.send(text, shorter_keyboard(screen.speech, setting, count))
        rules = await admin_actions.change_setting(context.work, context.person.id, name, value)
    except SettingWrong as wrong:
        return screen.send(screen.t("settings-wrong", **_wrong(context, setting, wrong, typed)))
    _use(context, desk, rules)
    _show(context, desk, rules, name, saved=True, anew=True)


async def _deleted_by(store: ErasureReads, rules: Rules, setting: Setting, value: Any, now: int) -> int:
    """How many dialogs would be gone within the hour, and for good."""
    if setting.name != "keep_closed" or not value or 0 < rules.keep_closed <= value:
        return 0
    return await store.count_ended_before(now - value)


async def save_and_delete(
    callback: CallbackQuery, context: UpdateContext, desk: Desk, admin_actions: AdminActions, state: FSMContext
) -> None:
    data = await state.get_data()
    await _change(context, desk, admin_actions, state, str(data["name"]), data["value"])


async def switch(
    callback: CallbackQuery,
    callback_data: SwitchSetting,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
    state: FSMContext,
) -> None:
    if BY_NAME[callback_data.name].kind is Kind.SWITCH:
        await _change(context, desk, admin_actions, state, callback_data.name, callback_data.on)


async def switch_assignment(
    callback: CallbackQuery,
    callback_data: SwitchAssignment,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
    state: FSMContext,
) -> None:
    if callback_data.group in desk.groups:
        value = with_assignment(desk.assignment, callback_data.group, callback_data.how)
        await _change(context, desk, admin_actions, state, "assignment", value)


async def reset(
    callback: CallbackQuery,
    callback_data: ResetSetting,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
    state: FSMContext,
) -> None:
    await _change(context, desk, admin_actions, state, callback_data.name, None)


async def _change(
    context: UpdateContext, desk: Desk, admin_actions: AdminActions, state: FSMContext, name: str, value: Any
) -> None:
    try:
        rules = await admin_actions.change_setting(context.work, context.person.id, name, value)
    except SettingWrong as wrong:
        return context.screen.refuse("settings-wrong", **_wrong(context, BY_NAME[name], wrong, str(value)))
    await state.set_state(None)
    _use(context, desk, rules)
    _show(context, desk, rules, name, saved=True)


def _wrong(context: UpdateContext, setting: Setting, wrong: SettingWrong, typed: str) -> dict[str, str]:
    form = form_of(context.screen.speech, setting)
    return {"reason": wrong.reason, "typed": one_line(typed, TYPED_SHOWN), "form": form}


def _use(context: UpdateContext, desk: Desk, rules: Rules) -> None:
    context.after_commit.append(lambda: desk.use_rules(rules))


def _show(
    context: UpdateContext, desk: Desk, rules: Rules, name: str, *, saved: bool = False, anew: bool = False
) -> None:
    speech, setting = context.screen.speech, BY_NAME[name]
    value, default = value_of(rules, name), value_of(desk.default_rules, name)
    text = setting_page(speech, setting, rules, desk.default_rules)
    if saved:
        text = f"{speech.t('settings-saved')}\n\n{text}"
    if setting.kind is Kind.ASSIGNMENT:
        keyboard = assignment_keyboard(speech, groups_to_give_out(speech, desk, rules), own=value != default)
    else:
        keyboard = setting_keyboard(speech, setting, on=bool(value), own=value != default)
    if anew:
        context.screen.send(text, keyboard)
    else:
        context.screen.edit(text, keyboard)
