"""Buttons of the list of admins."""

from collections.abc import Iterable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.buttons import PersonId, button, grid
from bot.texts import Speech
from bot.views.formatting import one_line
from core.admins import AppointedAdmin

NAME_LIMIT = 30


class RevokeAdmin(CallbackData, prefix="ar"):
    person: PersonId
    sure: bool = False


class AppointAdmin(CallbackData, prefix="aa"):
    person: PersonId


class ShowAdmins(CallbackData, prefix="as"):
    pass


def admins_keyboard(speech: Speech, appointed: Iterable[AppointedAdmin]) -> InlineKeyboardMarkup:
    return grid(
        *(
            [
                button(
                    speech.plain("admins-revoke", name=one_line(admin.name, NAME_LIMIT) or str(admin.person_id)),
                    RevokeAdmin(person=admin.person_id),
                )
            ]
            for admin in appointed
        )
    )


def appointing_keyboard(speech: Speech, person_id: int) -> InlineKeyboardMarkup:
    sure = AppointAdmin(person=person_id)
    return grid([button(speech.plain("admins-appoint-sure"), sure), button(speech.plain("admin-cancel"), ShowAdmins())])


def revoking_keyboard(speech: Speech, person_id: int) -> InlineKeyboardMarkup:
    sure = RevokeAdmin(person=person_id, sure=True)
    return grid([button(speech.plain("admins-revoke-sure"), sure), button(speech.plain("admin-cancel"), ShowAdmins())])
