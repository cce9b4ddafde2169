"""A word that the search did not know becomes a keyword of the topic that sellers meant by it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.admin.catalogue.entries import use, with_entry
from bot.inbound.update_context import UpdateContext
from bot.keyboards.missed_words import AddWord
from core.catalogue import edit
from core.desk import Desk
from core.languages import LANGUAGES
from core.search_figures import WordLearned


def register(router: Router) -> None:
    router.callback_query.register(add_word, AddWord.filter())


async def add_word(callback: CallbackQuery, callback_data: AddWord, context: UpdateContext, desk: Desk) -> None:
    screen, topic, word = context.screen, desk.catalogue.topic(callback_data.topic), callback_data.word
    if topic is None:
        return screen.alert(screen.plain("catalogue-entry-gone"))
    locale = _language_of(word)
    words = topic.keywords.get(locale, ())
    changed = edit.found_by(topic, locale, (*words, word))
    if word in words or use(context, desk, with_entry(desk.catalogue, changed), entry=topic.key, change="keywords"):
        context.work.add(WordLearned(word))
        screen.toast(screen.plain("missed-added", word=word, topic=topic.title(screen.locale)), alert=True)


def _language_of(word: str) -> str:
    """The one whose letters it is written in."""
    first = word[0].casefold()
    for code, language in LANGUAGES.items():
        low, _, high = language.letters.partition("-")
        if low <= first <= high:
            return code
    return next(iter(LANGUAGES))
