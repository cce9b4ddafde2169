"""One entry of the catalogue: found by a button, shown, changed."""

from typing import Any

from aiogram.types import CallbackQuery

from bot.inbound.update_context import UpdateContext
from bot.keyboards.catalogue import Entry, Kind, entry_keyboard
from bot.views.catalogue import entry_page
from bot.views.catalogue_errors import problem
from core.catalogue import Catalogue, CatalogueWrong, Category, dump, edit
from core.desk import Desk, replace_catalogue

PROBLEMS_SHOWN = 10


def find(catalogue: Catalogue, kind: Kind, key: str) -> Entry | None:
    return catalogue.category(key) if kind is Kind.CATEGORY else catalogue.topic(key)


def of_entry(callback: CallbackQuery, callback_data: Any, desk: Desk) -> dict[str, Any] | bool:
    """Hands the entry to the handler; a button of one that is gone is no button any more."""
    entry = find(desk.catalogue, callback_data.kind, callback_data.key)
    return {"entry": entry} if entry else False


def with_entry(catalogue: Catalogue, entry: Entry) -> Catalogue:
    if isinstance(entry, Category):
        return edit.with_category(catalogue, entry)
    return edit.with_topic(catalogue, entry)


def use(context: UpdateContext, desk: Desk, wanted: Catalogue, **what: str) -> Catalogue | None:
    """Keeps and uses the changed catalogue; None where it breaks a rule, which the admin is told."""
    screen = context.screen
    try:
        catalogue = edit.checked(wanted)
    except CatalogueWrong as wrong:
        problems = [problem(screen.texts, screen.locale, error) for error in wrong.errors[:PROBLEMS_SHOWN]]
        screen.refuse("catalogue-not-changed", problems="\n".join(problems))
        return None
    text = dump(catalogue)
    desk.parsed_catalogues.remember(text, catalogue)
    replace_catalogue(context.work, context.person.id, text, **what)
    context.after_commit.append(lambda: desk.use_catalogue(catalogue))
    return catalogue


def show(context: UpdateContext, catalogue: Catalogue, entry: Entry, *, anew: bool = False) -> None:
    """In place of what was pressed, or as a new message under what was typed."""
    speech = context.screen.speech
    text, keyboard = entry_page(speech, catalogue, entry), entry_keyboard(speech, entry)
    if anew:
        context.screen.send(text, keyboard)
    else:
        context.screen.edit(text, keyboard)
