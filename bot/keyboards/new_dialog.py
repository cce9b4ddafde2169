"""Categories, topics, what a search found, a topic's hint."""

from collections.abc import Iterator, Mapping, Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import Number, Page, Row, button, grid, page_count, pager
from bot.keyboards.draft import other_question_button
from bot.texts import Speech
from bot.views.new_dialog import MOST_ANNOUNCEMENTS, button_label, topic_label
from core.announcement import Announcement
from core.catalogue import Catalogue, Category, Topic
from core.search import Found

PAGE_SIZE = 8


class NewDialog(CallbackData, prefix="new"):
    """Under a notice or a refusal: a new message opens below."""


class ShowCategories(CallbackData, prefix="cats"):
    page: Page = 0


class ShowTopics(CallbackData, prefix="cat"):
    category: str
    page: Page = 0


class ChooseTopic(CallbackData, prefix="topic"):
    topic: str
    hint_seen: bool = False


class Subscribe(CallbackData, prefix="subscribe"):
    announcement: Number


class BringBack(CallbackData, prefix="back"):
    pass


class Solved(CallbackData, prefix="solved"):
    pass


class GoOnWithDraft(CallbackData, prefix="goon"):
    pass


class BeginAnew(CallbackData, prefix="anew"):
    pass


def categories_keyboard(
    speech: Speech, catalogue: Catalogue, page: int, to_draft: bool = False, bring_back: bool = False
) -> InlineKeyboardMarkup:
    """«Другой вопрос» stands on each page, so that nobody has to choose a wrong topic."""
    categories, rest = catalogue.categories(speech.locale), catalogue.rest
    pages = page_count(len(categories), PAGE_SIZE)
    page = min(page, pages - 1)
    shown = categories[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return grid(
        *([button(category.title(speech.locale), ShowTopics(category=category.key))] for category in shown),
        pager(speech, page, pages, lambda to: ShowCategories(page=to)),
        [_rest_button(speech, rest) if rest and all(one.key != rest.category for one in shown) else None],
        [button(speech.plain("draft-back"), GoOnWithDraft()) if to_draft else None],
        [button(speech.plain("draft-bring-back"), BringBack()) if bring_back else None],
    )


def topics_keyboard(
    speech: Speech,
    category: str,
    topics: Sequence[Topic],
    page: int,
    announcements: Sequence[Announcement],
    waits: Mapping[str, int],
) -> InlineKeyboardMarkup:
    pages = page_count(len(topics), PAGE_SIZE)
    page = min(page, pages - 1)
    shown = topics[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    return grid(
        *subscribe_rows(speech, announcements),
        *(
            [_topic_button(topic, button_label(speech, [topic.title(speech.locale)], waits.get(topic.key)))]
            for topic in shown
        ),
        pager(speech, page, pages, lambda to: ShowTopics(category=category, page=to)),
        [button(speech.plain("new-to-categories"), ShowCategories())],
    )


def subscribe_rows(speech: Speech, announcements: Sequence[Announcement]) -> Iterator[Row]:
    for announcement in announcements[:MOST_ANNOUNCEMENTS]:
        yield [button(speech.plain("announcement-subscribe"), Subscribe(announcement=announcement.id))]


def found_keyboard(
    speech: Speech, catalogue: Catalogue, found: Found, waits: Mapping[str, int]
) -> InlineKeyboardMarkup:
    """What was found, best first, and below it always the way on."""
    category, rest = found.category, catalogue.rest
    return grid(
        *(
            [_topic_button(topic, topic_label(speech, catalogue, topic, waits.get(topic.key)))]
            for topic in found.topics
        ),
        [_category_button(speech, category) if category else None],
        [
            _rest_button(speech, rest) if rest else None,
            button(speech.plain("new-show-categories"), ShowCategories()),
        ],
    )


def _topic_button(topic: Topic, label: str) -> InlineKeyboardButton:
    return button(label, ChooseTopic(topic=topic.key))


def _rest_button(speech: Speech, rest: Topic) -> InlineKeyboardButton:
    return _topic_button(rest, speech.plain("new-other-question"))


def _category_button(speech: Speech, category: Category) -> InlineKeyboardButton:
    return button(
        speech.plain("new-all-topics", category=category.title(speech.locale)), ShowTopics(category=category.key)
    )


def bring_back_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid([button(speech.plain("draft-bring-back"), BringBack())])


def topic_keyboard(speech: Speech, topic: Topic, announcements: Sequence[Announcement]) -> InlineKeyboardMarkup:
    link = topic.link(speech.locale)
    return grid(
        *subscribe_rows(speech, announcements),
        [InlineKeyboardButton(text=speech.plain("new-article"), url=link) if link else None],
        [
            button(speech.plain("new-solved"), Solved(), "success"),
            button(speech.plain("new-anyway"), ChooseTopic(topic=topic.key, hint_seen=True)),
        ],
        [button(speech.plain("back"), ShowTopics(category=topic.category))],
    )


def draft_waiting_keyboard(speech: Speech, may_be_other: bool = False) -> InlineKeyboardMarkup:
    """`may_be_other`: what was written last joined the draft, and may ask something else."""
    return grid(
        [button(speech.plain("new-continue"), GoOnWithDraft(), "primary")],
        [other_question_button(speech) if may_be_other else None],
        [button(speech.plain("new-anew"), BeginAnew())],
    )
