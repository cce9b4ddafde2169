"""Buttons of the draft's card."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import Number, button, grid
from bot.texts import Speech
from bot.views.formatting import file_line
from core.draft import Draft


class Action(StrEnum):
    CREATE = "create"
    UNDO = "undo"
    DROP_FILES = "drop-files"
    DROP_ALL = "drop-all"
    REWRITE = "rewrite"
    KEEP_COMMENT = "keep-comment"
    DROP_SEARCH = "drop-search"
    CHANGE_TOPIC = "change-topic"
    CANCEL = "cancel"
    SHOW = "show"


class DraftButton(CallbackData, prefix="draft"):
    action: Action


class DropFile(CallbackData, prefix="drop"):
    message_id: Number


def draft_keyboard(speech: Speech, draft: Draft) -> InlineKeyboardMarkup:
    def action(what: Action, style: str | None = None) -> InlineKeyboardButton:
        return button(speech.plain(f"draft-{what}"), DraftButton(action=what), style)

    return grid(
        [action(Action.CREATE, "success") if draft.is_complete else None],
        [action(Action.UNDO) if draft.parts else None, action(Action.DROP_FILES) if draft.files else None],
        [action(Action.DROP_SEARCH) if draft.searched else None],
        [action(Action.KEEP_COMMENT if draft.rewriting else Action.REWRITE) if draft.comment else None],
        [action(Action.CHANGE_TOPIC), action(Action.CANCEL)],
    )


def files_keyboard(speech: Speech, draft: Draft) -> InlineKeyboardMarkup:
    return grid(
        *(
            [button(f"✖️ {file_line(speech, part.content)}", DropFile(message_id=part.ref.message_id))]
            for part in draft.files
        ),
        [button(speech.plain("draft-drop-all"), DraftButton(action=Action.DROP_ALL), "danger")],
        [button(speech.plain("back"), DraftButton(action=Action.SHOW))],
    )
