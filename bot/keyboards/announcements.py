"""Buttons of the announcements."""

from collections.abc import Collection, Iterable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.buttons import Number, Page, button, grid, page_count, pager
from bot.keyboards.catalogue import Key
from bot.texts import Speech
from bot.views.formatting import one_line
from core.announcement import Announcement
from core.catalogue import Catalogue

ROWS = 8
TEXT_LIMIT = 40
HOURS = (0, 1, 3, 24)  # 0: until it is ended by hand


class ShowAnnouncements(CallbackData, prefix="an"):
    pass


class WriteAnnouncement(CallbackData, prefix="aw"):
    pass


class EndAnnouncement(CallbackData, prefix="ae"):
    id: Number


class WriteClosing(CallbackData, prefix="ac"):
    id: Number


class CloseAnnouncement(CallbackData, prefix="ax"):
    id: Number


class ToggleCategory(CallbackData, prefix="at"):
    """With no key: every category."""

    key: Key = ""
    page: Page = 0


class TurnCategories(CallbackData, prefix="ap"):
    page: Page = 0


class SetHours(CallbackData, prefix="ah"):
    hours: int
    page: Page = 0


class Announce(CallbackData, prefix="a!"):
    pass


def announcements_keyboard(speech: Speech, announcements: Iterable[Announcement]) -> InlineKeyboardMarkup:
    return grid(
        *(
            [
                button(
                    speech.plain("announce-end", text=one_line(announcement.text, TEXT_LIMIT)),
                    EndAnnouncement(id=announcement.id),
                )
            ]
            for announcement in announcements
        ),
        [button(speech.plain("announce-write"), WriteAnnouncement())],
    )


def draft_keyboard(
    speech: Speech, catalogue: Catalogue, chosen: Collection[str] | None, hours: int, page: int
) -> InlineKeyboardMarkup:
    """`chosen`: None where nothing is yet, and no one of them where every category is."""
    categories = catalogue.categories(speech.locale)
    shown = categories[page * ROWS : (page + 1) * ROWS]

    def hours_button(other: int) -> InlineKeyboardButton:
        text = _ticked(speech.plain("announce-hours", hours=other), other == hours)
        return button(text, SetHours(hours=other, page=page))

    return grid(
        [
            button(
                _ticked(speech.plain("announce-everywhere"), chosen is not None and not chosen),
                ToggleCategory(page=page),
            )
        ],
        *(
            [
                button(
                    _ticked(category.title(speech.locale), category.key in (chosen or ())),
                    ToggleCategory(key=category.key, page=page),
                )
            ]
            for category in shown
        ),
        pager(speech, page, page_count(len(categories), ROWS), lambda to: TurnCategories(page=to)),
        [hours_button(HOURS[0])],
        [hours_button(other) for other in HOURS[1:]],
        [button(speech.plain("announce-show"), Announce(), style="primary") if chosen is not None else None],
        [button(speech.plain("admin-cancel"), ShowAnnouncements())],
    )


def ending_keyboard(speech: Speech, announcement_id: int, asked: int) -> InlineKeyboardMarkup:
    """`asked`: how many are told."""
    own_words = button(speech.plain("announce-own-words"), WriteClosing(id=announcement_id)) if asked else None
    return grid(
        [
            button(
                speech.plain("announce-end-sure", count=asked), CloseAnnouncement(id=announcement_id), style="primary"
            )
        ],
        [own_words],
        [button(speech.plain("admin-cancel"), ShowAnnouncements())],
    )


def cancel_keyboard(speech: Speech) -> InlineKeyboardMarkup:
    return grid([button(speech.plain("admin-cancel"), ShowAnnouncements())])


def _ticked(text: str, chosen: bool) -> str:
    return f"✅ {text}" if chosen else text
