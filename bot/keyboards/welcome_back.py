"""What waits for a seller who comes back: the draft, and dialogs where it is their turn."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import button, grid
from bot.keyboards.dialog_page import OpenDialog
from bot.keyboards.new_dialog import BeginAnew, GoOnWithDraft
from bot.texts import Speech
from bot.views.status_icons import SIGNS
from bot.views.welcome_back import MOST_DIALOGS
from core.dialog import Dialog


def waiting_keyboard(speech: Speech, dialogs: Sequence[Dialog], has_draft: bool) -> InlineKeyboardMarkup:
    rows = [[_open(speech, dialog)] for dialog in dialogs[:MOST_DIALOGS]]
    draft = [
        button(speech.plain("new-continue"), GoOnWithDraft(), "primary"),
        button(speech.plain("new-anew"), BeginAnew()),
    ]
    return grid(*rows, draft if has_draft else [])


def _open(speech: Speech, dialog: Dialog) -> InlineKeyboardButton:
    label = speech.plain("writing-to", number=str(dialog.number), topic=dialog.titles.topic_in(speech.locale))
    return button(f"{SIGNS[dialog.status]} {label}", OpenDialog(number=dialog.number, below=True))
