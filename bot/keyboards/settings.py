"""Buttons of the settings that change while the desk runs."""

from collections.abc import Mapping
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup
from pydantic import AfterValidator

from bot.keyboards.buttons import button, grid
from bot.texts import Speech
from core.live_settings import BY_NAME, SETTINGS, Kind, Setting
from core.shift import Assignment


def _known(name: str) -> str:
    if name not in BY_NAME:
        raise ValueError("no such setting")
    return name


Name = Annotated[str, AfterValidator(_known)]


class ShowSettings(CallbackData, prefix="ss"):
    pass


class ShowSetting(CallbackData, prefix="s1"):
    name: Name


class SwitchSetting(CallbackData, prefix="sw"):
    name: Name
    on: bool


class ResetSetting(CallbackData, prefix="sr"):
    name: Name


class SaveAndDelete(CallbackData, prefix="sy"):
    """What the conversation keeps, after it was said what goes with it."""


class SwitchAssignment(CallbackData, prefix="sa"):
    group: int
    how: Assignment


def assignment_keyboard(
    speech: Speech, groups: Mapping[int, tuple[str, Assignment]], own: bool
) -> InlineKeyboardMarkup:
    """A row a group (its name, and how it is now): a tap leads to the next way."""
    ways = list(Assignment)
    rows = [
        [
            button(
                speech.plain("assignment-of", group=name, how=how.value),
                SwitchAssignment(group=group, how=ways[(ways.index(how) + 1) % len(ways)]),
            )
        ]
        for group, (name, how) in groups.items()
    ]
    reset = button(speech.plain("settings-reset"), ResetSetting(name="assignment"))
    return grid(*rows, [reset if own else None], [button(speech.plain("back"), ShowSettings())])


def settings_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    buttons = [
        button(speech.plain("setting-title", name=setting.name), ShowSetting(name=setting.name)) for setting in SETTINGS
    ]
    return grid(*(buttons[start : start + 2] for start in range(0, len(buttons), 2)))


def setting_keyboard(speech: Speech, setting: Setting, on: bool, own: bool) -> InlineKeyboardMarkup:
    """`own`: it was set here, and may go back to what the environment says."""
    switch = SwitchSetting(name=setting.name, on=not on)
    return grid(
        [button(speech.plain("settings-switch", on=str(on).lower()), switch) if setting.kind is Kind.SWITCH else None],
        [button(speech.plain("settings-reset"), ResetSetting(name=setting.name)) if own else None],
        [button(speech.plain("back"), ShowSettings())],
    )


def shorter_keyboard(speech: Speech, setting: Setting, count: int) -> InlineKeyboardMarkup:
    return grid(
        [button(speech.plain("settings-shorter-sure", count=count), SaveAndDelete())],
        [button(speech.plain("admin-cancel"), ShowSetting(name=setting.name))],
    )
