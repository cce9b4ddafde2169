"""Buttons of the draft's card."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import Number, button, grid
from bot.texts import Speech
from bot.views.names import file_line
from core.draft import Draft


class Deed(StrEnum):
    CREATE = "create"
    UNDO = "undo"
    DROP_FILES = "drop-files"
    DROP_ALL = "drop-all"
    REWRITE = "rewrite"
    CHANGE_TOPIC = "change-topic"
    CANCEL = "cancel"
    SHOW = "show"


class DraftButton(CallbackData, prefix="draft"):
    deed: Deed


class DropFile(CallbackData, prefix="drop"):
    message_id: Number


def draft_keyboard(speech: Speech, draft: Draft) -> InlineKeyboardMarkup:
    def deed(what: Deed, style: str | None = None) -> InlineKeyboardButton:
        return button(speech.plain(f"draft-{what}"), DraftButton(deed=what), style)

    return grid(
        [deed(Deed.CREATE, "success") if draft.is_complete else None],
        [deed(Deed.UNDO) if draft.parts else None, deed(Deed.DROP_FILES) if draft.files else None],
        [deed(Deed.REWRITE) if draft.comment else None],
        [deed(Deed.CHANGE_TOPIC), deed(Deed.CANCEL)],
    )


def files_keyboard(speech: Speech, draft: Draft) -> InlineKeyboardMarkup:
    return grid(
        *(
            [button(f"✖️ {file_line(speech, part.content)}", DropFile(message_id=part.ref.message_id))]
            for part in draft.files
        ),
        [button(speech.plain("draft-drop-all"), DraftButton(deed=Deed.DROP_ALL), "danger")],
        [button(speech.plain("back"), DraftButton(deed=Deed.SHOW))],
    )
