"""/settings: what an owner may change while the desk runs."""

from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.awaiting_words import answers
from bot.inbound.update_context import UpdateContext
from bot.keyboards.settings import (
    ResetSetting,
    ShowSetting,
    ShowSettings,
    SwitchSetting,
    setting_keyboard,
    settings_keyboard,
)
from bot.telegram.commands import Command
from bot.views.formatting import one_line
from bot.views.settings import form as form_of
from bot.views.settings import setting_page, settings_page
from core.desk import AdminActions, Desk
from core.live_settings import BY_NAME, Kind, Setting, SettingWrong, read, value_of
from core.rules import Rules

TYPED_SHOWN = 40  # characters


class ChangingSetting(StatesGroup):
    value = State()


def register(router: Router) -> None:
    router.message.register(show_all, Command("settings"))
    router.callback_query.register(back_to_all, ShowSettings.filter())
    router.callback_query.register(show, ShowSetting.filter())
    router.callback_query.register(switch, SwitchSetting.filter())
    router.callback_query.register(reset, ResetSetting.filter())
    router.message.register(take, *answers(ChangingSetting.value))


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
    message: Message, context: UpdateContext, desk: Desk, admin_actions: AdminActions, state: FSMContext
) -> None:
    """The page that answers asks as well, so that another value may follow."""
    name = str((await state.get_data())["name"])
    setting, typed = BY_NAME[name], message.text or ""
    try:
        rules = await admin_actions.change_setting(context.work, context.person.id, name, read(setting, typed))
    except SettingWrong as wrong:
        return context.screen.send(context.screen.t("settings-wrong", **_wrong(context, setting, wrong, typed)))
    _use(context, desk, rules)
    _show(context, desk, rules, name, anew=True)


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
    _show(context, desk, rules, name)


def _wrong(context: UpdateContext, setting: Setting, wrong: SettingWrong, typed: str) -> dict[str, str]:
    form = form_of(context.screen.speech, setting)
    return {"reason": wrong.reason, "typed": one_line(typed, TYPED_SHOWN), "form": form}


def _use(context: UpdateContext, desk: Desk, rules: Rules) -> None:
    context.after_commit.append(lambda: desk.use_rules(rules))


def _show(context: UpdateContext, desk: Desk, rules: Rules, name: str, *, anew: bool = False) -> None:
    speech, setting = context.screen.speech, BY_NAME[name]
    value, default = value_of(rules, name), value_of(desk.default_rules, name)
    text = setting_page(speech, setting, rules, desk.default_rules)
    keyboard = setting_keyboard(speech, setting, on=bool(value), own=value != default)
    if anew:
        context.screen.send(text, keyboard)
    else:
        context.screen.edit(text, keyboard)
