"""`/find`: dialogs by number, by the seller, by words of the history."""

import re

from aiogram import F, Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.handlers.agent.saying import say, show_usage
from bot.handlers.agent.who import by_member
from bot.keyboards.lists import FOUND_ON_A_PAGE, FoundPage, found_pages
from bot.slash import Command
from bot.turn import Turn
from bot.views.names import WORDS_SHOWN, one_line
from bot.views.standing import found_row
from core.ports import Store

COMMAND = re.compile(r"\s*/\w+(@\w+)?\s*")


def register(router: Router) -> None:
    router.message.register(find, F.text, Command("find", ignore_case=True))
    router.callback_query.register(turn_page, FoundPage.filter(), by_member)


async def find(message: Message, command: CommandObject, turn: Turn, store: Store) -> None:
    if not command.args:
        return show_usage(turn, message, "find")
    found = await _page(command.args, 0, turn, store)
    if found is None:
        return say(turn, message, "find-nothing", words=one_line(command.args, WORDS_SHOWN))
    turn.screen.send(*found, reply_to=message.message_id)


async def turn_page(callback: CallbackQuery, callback_data: FoundPage, turn: Turn, store: Store) -> None:
    """The words stand in the command that the list replies to."""
    asked = callback.message.reply_to_message if isinstance(callback.message, Message) else None
    words = COMMAND.sub("", asked.text or "", count=1) if asked else ""
    found = await _page(words, callback_data.page, turn, store) if words else None
    if found is None:
        return turn.screen.alert(turn.screen.plain("find-again"))
    turn.screen.edit(*found)


async def _page(words: str, page: int, turn: Turn, store: Store) -> tuple[str, InlineKeyboardMarkup | None] | None:
    speech = turn.screen.speech
    found = await store.find(words, FOUND_ON_A_PAGE + 1, page * FOUND_ON_A_PAGE)
    rows = [
        found_row(speech, each, await store.place(each.dialog.number), await store.person(each.dialog.seller_id))
        for each in found[:FOUND_ON_A_PAGE]
    ]
    if not rows:
        return None
    text = "\n\n".join([speech.t("find-title", words=one_line(words, WORDS_SHOWN)), *rows])
    return text, found_pages(speech, page, more=len(found) > FOUND_ON_A_PAGE)
