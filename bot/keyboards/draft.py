"""Buttons of the draft's card."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import Field

from bot.keyboards.buttons import Number, Row, button, grid
from bot.texts import Speech
from bot.views.formatting import file_line
from core.catalogue import Topic, TopicField
from core.draft import Draft

FieldKey = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,24}$")]


class Action(StrEnum):
    CREATE = "create"
    UNDO = "undo"
    DROP_FILES = "drop-files"
    DROP_ALL = "drop-all"
    REWRITE = "rewrite"
    KEEP_COMMENT = "keep-comment"
    DROP_SEARCH = "drop-search"
    OTHER_QUESTION = "other-question"
    CHANGE_TOPIC = "change-topic"
    CANCEL = "cancel"
    SHOW = "show"


class DraftButton(CallbackData, prefix="draft"):
    action: Action


class DropFile(CallbackData, prefix="drop"):
    message_id: Number


class ChangeField(CallbackData, prefix="field"):
    key: FieldKey


class SkipField(CallbackData, prefix="field-skip"):
    key: FieldKey


def draft_keyboard(speech: Speech, draft: Draft, topic: Topic | None) -> InlineKeyboardMarkup:
    def action(what: Action, style: str | None = None) -> InlineKeyboardButton:
        return button(speech.plain(f"draft-{what}"), DraftButton(action=what), style)

    return grid(
        [action(Action.CREATE, "success") if topic and draft.is_ready(topic.fields) else None],
        *_field_rows(speech, draft, topic.fields if topic else ()),
        [action(Action.UNDO) if draft.parts else None],
        [other_question_button(speech) if draft.asks_two else None],
        [action(Action.DROP_SEARCH) if draft.searched else None],
        [action(Action.KEEP_COMMENT if draft.rewriting else Action.REWRITE) if draft.comment else None],
        [action(Action.CHANGE_TOPIC), action(Action.DROP_FILES) if draft.files else None],
        [action(Action.CANCEL)],
    )


def other_question_button(speech: Speech) -> InlineKeyboardButton:
    return button(speech.plain("draft-other-question"), DraftButton(action=Action.OTHER_QUESTION))


def _field_rows(speech: Speech, draft: Draft, fields: Sequence[TopicField]) -> Iterator[Row]:
    """The one that is asked may be skipped, the others changed."""
    asked = draft.asks(fields)
    if asked and not asked.required:
        yield [button(speech.plain("draft-field-skip", title=asked.title(speech.locale)), SkipField(key=asked.key))]
    for one in fields:
        if draft.answers.get(one.key) is not None and one != asked:
            title = speech.plain("draft-field-change", title=one.title(speech.locale))
            yield [button(title, ChangeField(key=one.key))]


def files_keyboard(speech: Speech, draft: Draft) -> InlineKeyboardMarkup:
    return grid(
        *(
            [button(f"✖️ {file_line(speech, part.content)}", DropFile(message_id=part.ref.message_id))]
            for part in draft.files
        ),
        [button(speech.plain("draft-drop-all"), DraftButton(action=Action.DROP_ALL), "danger")],
        [button(speech.plain("back"), DraftButton(action=Action.SHOW))],
    )
