"""Where a dialog can be moved: categories, their topics, or what words find."""

from collections.abc import Iterable, Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.agent import back_to_card
from bot.keyboards.buttons import Number, Page, button, grid, page_count, pager
from bot.texts import Speech
from bot.views.new_dialog import topic_label
from core.catalogue import Catalogue, Topic
from core.dialog import Dialog

PAGE_SIZE = 8


class MoveFrom(CallbackData, prefix="mc"):
    """The list of categories."""

    number: Number
    page: Page = 0


class MoveInto(CallbackData, prefix="mt"):
    """The topics of one category."""

    number: Number
    category: str
    page: Page = 0


class MoveTo(CallbackData, prefix="m"):
    number: Number
    topic: str


def categories_keyboard(speech: Speech, catalogue: Catalogue, dialog: Dialog, page: int) -> InlineKeyboardMarkup:
    categories = catalogue.categories(speech.locale)
    pages = page_count(len(categories), PAGE_SIZE)
    shown = categories[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return grid(
        *(
            [button(category.title(speech.locale), MoveInto(number=dialog.number, category=category.key))]
            for category in shown
        ),
        pager(speech, page, pages, lambda to: MoveFrom(number=dialog.number, page=to)),
        [back_to_card(speech, dialog)],
    )


def topics_keyboard(
    speech: Speech, dialog: Dialog, category: str, topics: Sequence[Topic], page: int
) -> InlineKeyboardMarkup:
    pages = page_count(len(topics), PAGE_SIZE)
    shown = topics[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return grid(
        *([button(topic.title(speech.locale), MoveTo(number=dialog.number, topic=topic.key))] for topic in shown),
        pager(speech, page, pages, lambda to: MoveInto(number=dialog.number, category=category, page=to)),
        [button(speech.plain("back"), MoveFrom(number=dialog.number))],
    )


def found_keyboard(
    speech: Speech, catalogue: Catalogue, dialog: Dialog, topics: Iterable[Topic]
) -> InlineKeyboardMarkup:
    """What the words of `/move …` found."""
    return grid(
        *(
            [button(topic_label(speech, catalogue, topic), MoveTo(number=dialog.number, topic=topic.key))]
            for topic in topics
        ),
        [button(speech.plain("move-all"), MoveFrom(number=dialog.number)), back_to_card(speech, dialog)],
    )
