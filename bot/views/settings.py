"""Settings as an owner reads them."""

from typing import Any

from bot.texts import Speech
from bot.views.formatting import shorten
from core.desk import Desk
from core.hours import in_language
from core.languages import LANGUAGES
from core.live_settings import SETTINGS, Kind, Setting, value_of
from core.rules import Rules
from core.shift import Assignment
from core.units import MINUTE, SECOND

GROUP_SHOWN = 40  # characters
HOURS_SHOWN = 400  # characters: of many groups they would not fit into a message


def settings_page(speech: Speech, rules: Rules) -> str:
    lines = [
        speech.t(
            "settings-line",
            title=speech.plain("setting-title", name=setting.name),
            value=shown(speech, setting, value_of(rules, setting.name)),
        )
        for setting in SETTINGS
    ]
    return "\n".join([speech.t("settings-home"), "", *lines])


def setting_page(speech: Speech, setting: Setting, rules: Rules, defaults: Rules) -> str:
    value, default = value_of(rules, setting.name), value_of(defaults, setting.name)
    return speech.t(
        "settings-page",
        title=speech.plain("setting-title", name=setting.name),
        meaning=speech.plain("setting-meaning", name=setting.name),
        value=shown(speech, setting, value),
        default=shown(speech, setting, default),
        form=form(speech, setting),
        kind=setting.kind.value,
    )


def shorter_question(speech: Speech, setting: Setting, value: int, count: int) -> str:
    """What goes at once where dialogs are kept for a shorter time than before."""
    title = speech.plain("setting-title", name=setting.name)
    return speech.t("settings-shorter", title=title, kept=shown(speech, setting, value), count=count)


def groups_to_give_out(speech: Speech, desk: Desk, rules: Rules) -> dict[int, tuple[str, Assignment]]:
    """Each agents' group: by what it is known to an owner, and how its dialogs find their agents."""
    ways = {desk.current_id(group): how for group, how in rules.assignment.items()}
    home = desk.current_id(rules.home_group)
    groups = [home, *sorted(desk.groups - {home}, reverse=True)]
    return {group: (_group_name(speech, desk, group, home), ways.get(group, Assignment.OFF)) for group in groups}


def _group_name(speech: Speech, desk: Desk, group: int, home: int) -> str:
    if group == home:
        return speech.plain("assignment-home")
    routed = [each for each in desk.catalogue.every_category if each.group and desk.current_id(each.group) == group]
    return shorten(", ".join(each.title(speech.locale) for each in routed) or str(group), GROUP_SHOWN)


def form(speech: Speech, setting: Setting) -> str:
    """How to write a value, and within which bounds."""
    return speech.plain(
        "settings-form",
        kind=setting.kind.value,
        least=shown(speech, setting, setting.least) if setting.least else "none",
        most=shown(speech, setting, setting.most),
        off=setting.name if setting.may_be_off else "no",
    )


def shown(speech: Speech, setting: Setting, value: Any) -> str:
    match setting.kind:
        case Kind.DURATION:
            return _duration(speech, value) if value else speech.plain("settings-off", name=setting.name)
        case Kind.MEGABYTES:
            return speech.plain("size-mb", number=str(value))
        case Kind.SWITCH:
            return speech.plain("settings-on" if value else "settings-no")
        case Kind.CLOCK:
            is_off = value is None or value < 0
            return speech.plain("settings-off", name=setting.name) if is_off else f"{value // 60:02}:{value % 60:02}"
        case Kind.ASSIGNMENT:
            count = len(str(value).splitlines())
            return (
                speech.plain("settings-assignment-on", count=count)
                if count
                else speech.plain("settings-off", name=setting.name)
            )
    hours = in_language(str(value), LANGUAGES[speech.locale])
    return shorten(hours, HOURS_SHOWN) or speech.plain("settings-off", name=setting.name)


def _duration(speech: Speech, ms: int) -> str:
    return speech.plain("length-seconds", count=ms // SECOND) if ms < MINUTE else speech.length(ms)
