"""Buttons of the dialog's card in the agents' group, and what opens in their place."""

from collections.abc import Iterable
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import Number, PersonId, button, grid
from bot.texts import Speech, Texts
from core.dialog import Dialog, SellerHistory
from core.person import Agent, Person


class Card(CallbackData, prefix="k"):
    action: str  # the commands' names; «card» leaves a menu
    number: Number


class GiveTo(CallbackData, prefix="kg"):
    number: Number
    agent: PersonId


class CloseAnyway(CallbackData, prefix="kc"):
    number: Number


class Reason(StrEnum):
    SPAM = "spam"
    ABUSE = "abuse"
    FRAUD = "fraud"


class BanFor(CallbackData, prefix="kb"):
    number: Number
    reason: Reason


def card_keyboard(
    texts: Texts, locale: str, dialog: Dialog, seller: Person, past: SellerHistory
) -> InlineKeyboardMarkup | None:
    """Red is for what keeps a person out."""
    speech = Speech(texts, locale)

    def action(name: str, style: str | None = None) -> InlineKeyboardButton:
        return card_button(speech, name, dialog, style)

    ban = action("ban", "danger") if seller.banned_at is None else action("unban")
    if not dialog.is_open:
        return grid([ban]) if seller.banned_at is not None else None
    return grid(
        [action("take", "success") if dialog.agent_id is None else action("release"), action("give")],
        [action("ask"), action("t")],
        [action("similar"), action("history")],
        [action("later"), action("move")],
        [action("merge") if past.beside else None],
        [ban, action("close")],
    )


def card_button(speech: Speech, action: str, dialog: Dialog, style: str | None = None) -> InlineKeyboardButton:
    return button(speech.plain(f"card-{action}"), Card(action=action, number=dialog.number), style)


def back_to_card(speech: Speech, dialog: Dialog) -> InlineKeyboardButton:
    return button(speech.plain("back"), Card(action="card", number=dialog.number))


def close_keyboard(speech: Speech, dialog: Dialog) -> InlineKeyboardMarkup:
    anyway = button(speech.plain("card-close-anyway"), CloseAnyway(number=dialog.number))
    return grid([anyway, back_to_card(speech, dialog)])


def reasons_keyboard(speech: Speech, dialog: Dialog) -> InlineKeyboardMarkup:
    return grid(
        *(
            [button(speech.plain(f"ban-{reason}"), BanFor(number=dialog.number, reason=reason), "danger")]
            for reason in Reason
        ),
        [back_to_card(speech, dialog)],
    )


def colleagues_keyboard(speech: Speech, dialog: Dialog, colleagues: Iterable[Agent]) -> InlineKeyboardMarkup:
    return grid(
        *([button(colleague.name, GiveTo(number=dialog.number, agent=colleague.id))] for colleague in colleagues),
        [back_to_card(speech, dialog)],
    )
