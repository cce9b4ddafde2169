"""Buttons of the catalogue: the file as a whole, and entry by entry."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import Field

from bot.keyboards.buttons import Page, button, grid, page_count, pager
from bot.texts import Speech
from bot.views.formatting import shorten
from core.catalogue import Catalogue, Category, Topic
from core.catalogue.model import in_order
from core.languages import locales

ROWS = 8
TITLE_LIMIT = 40
Key = Annotated[str, Field(pattern=r"^[a-z0-9-]{0,24}$")]
Entry = Category | Topic


class Kind(StrEnum):
    CATEGORY = "c"
    TOPIC = "t"


class What(StrEnum):
    """The fields that admins change in chat."""

    TITLE = "title"
    HINT = "hint"
    KEYWORDS = "keywords"
    LINK = "link"
    ORDER = "order"
    GROUP = "group"
    FIELDS = "fields"
    ANSWER_IN = "answer_in"


class CatalogueFile(CallbackData, prefix="cf"):
    action: str  # export, use, leave


class ShowCatalogue(CallbackData, prefix="ca"):
    pass


class ShowEntries(CallbackData, prefix="ce"):
    """The topics of this category, or (with no key) the categories."""

    category: Key = ""
    page: Page = 0


class ShowEntry(CallbackData, prefix="c1"):
    kind: Kind
    key: Key


class ChangeEntry(CallbackData, prefix="cq"):
    kind: Kind
    key: Key
    what: What
    locale: str = ""


class HideEntry(CallbackData, prefix="ch"):
    kind: Kind
    key: Key
    hide: bool


class RemoveEntry(CallbackData, prefix="cr"):
    kind: Kind
    key: Key
    sure: bool = False


class AddEntry(CallbackData, prefix="cn"):
    """A topic of this category, or (with no key) a category."""

    category: Key = ""


def show(entry: Entry) -> ShowEntry:
    return ShowEntry(kind=kind_of(entry), key=entry.key)


def kind_of(entry: Entry) -> Kind:
    return Kind.CATEGORY if isinstance(entry, Category) else Kind.TOPIC


# ---- the whole


def home_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid(
        [button(speech.plain("catalogue-categories"), ShowEntries())],
        [button(speech.plain("catalogue-export"), CatalogueFile(action="export"))],
    )


def decision_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid(
        [button(speech.plain(f"catalogue-{action}"), CatalogueFile(action=action)) for action in ("use", "leave")]
    )


# ---- entry by entry


def entries_keyboard(
    speech: Speech, catalogue: Catalogue, entries: Sequence[Entry], category: Category | None, page: int
) -> InlineKeyboardMarkup:
    key = category.key if category else ""
    shown = in_order(list(entries), speech.locale)[page * ROWS : (page + 1) * ROWS]
    return grid(
        *([button(_row(speech, catalogue, entry), show(entry))] for entry in shown),
        pager(speech, page, page_count(len(entries), ROWS), lambda to: ShowEntries(category=key, page=to)),
        [button(speech.plain("catalogue-add-topic" if category else "catalogue-add-category"), AddEntry(category=key))],
        [button(speech.plain("back"), show(category) if category else ShowCatalogue())],
    )


def _row(speech: Speech, catalogue: Catalogue, entry: Entry) -> str:
    sign = "🙈 " if entry.hidden else ""
    title = sign + shorten(entry.title(speech.locale), TITLE_LIMIT)
    if isinstance(entry, Topic):
        return title
    return f"{title} · {sum(topic.category == entry.key for topic in catalogue.every_topic)}"


def entry_keyboard(speech: Speech, entry: Entry) -> InlineKeyboardMarkup:
    is_category = isinstance(entry, Category)
    kind, key = kind_of(entry), entry.key

    def change(what: What, locale: str = "") -> InlineKeyboardButton:
        text = speech.plain(f"catalogue-change-{what}", locale=locale or "none")
        return button(text, ChangeEntry(kind=kind, key=key, what=what, locale=locale))

    by_language = [What.TITLE] if is_category else [What.TITLE, What.HINT, What.KEYWORDS, What.LINK]
    return grid(
        [button(speech.plain("catalogue-topics"), ShowEntries(category=key)) if is_category else None],
        *([change(what, locale) for locale in locales()] for what in by_language),
        [change(What.ORDER), change(What.GROUP if is_category else What.FIELDS), change(What.ANSWER_IN)],
        [
            button(
                speech.plain("catalogue-unhide" if entry.hidden else "catalogue-hide"),
                HideEntry(kind=kind, key=key, hide=not entry.hidden),
            ),
            button(speech.plain("catalogue-remove"), RemoveEntry(kind=kind, key=key)),
        ],
        [button(speech.plain("back"), ShowEntries(category="" if isinstance(entry, Category) else entry.category))],
    )


def cancel_keyboard(speech: Speech, back: CallbackData) -> InlineKeyboardMarkup:
    return grid([button(speech.plain("admin-cancel"), back)])


def back_keyboard(speech: Speech, back: CallbackData) -> InlineKeyboardMarkup:
    return grid([button(speech.plain("back"), back)])


def removing_keyboard(speech: Speech, entry: Entry) -> InlineKeyboardMarkup:
    sure = RemoveEntry(kind=kind_of(entry), key=entry.key, sure=True)
    return grid(
        [button(speech.plain("catalogue-remove-sure"), sure), button(speech.plain("admin-cancel"), show(entry))]
    )
