"""`/find`: dialogs by number, by the seller, by words of the history."""

from aiogram import F, Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.handlers.agent.filters import by_member
from bot.handlers.agent.replies import say
from bot.inbound.update_context import UpdateContext
from bot.keyboards.agent_lists import FOUND_ON_A_PAGE, FoundPage, found_pages
from bot.telegram.written_command import Command, read_command
from bot.views.agent_lists import found_row
from bot.views.formatting import WORDS_SHOWN, one_line
from core.store import Store


def register(router: Router) -> None:
    router.message.register(find, F.text, Command("find"))
    router.callback_query.register(turn_page, FoundPage.filter(), by_member)


async def find(message: Message, command: CommandObject, context: UpdateContext, store: Store) -> None:
    words = command.args or ""
    found = await _page(words, 0, context, store)
    if found is None:
        return say(context, message, "find-nothing", words=one_line(words, WORDS_SHOWN))
    context.screen.send(*found, reply_to=message.message_id)


async def turn_page(callback: CallbackQuery, callback_data: FoundPage, context: UpdateContext, store: Store) -> None:
    """The words stand in the command that the list replies to."""
    asked = callback.message.reply_to_message if isinstance(callback.message, Message) else None
    words = _words(asked.text or "") if asked else ""
    found = await _page(words, callback_data.page, context, store) if words else None
    if found is None:
        return context.screen.alert(context.screen.plain("find-again"))
    context.screen.edit(*found)


def _words(text: str) -> str:
    command = read_command(text)
    return text[command.words_begin :].strip() if command else text.strip()


async def _page(
    words: str, page: int, context: UpdateContext, store: Store
) -> tuple[str, InlineKeyboardMarkup | None] | None:
    speech = context.screen.speech
    found = await store.find(words, FOUND_ON_A_PAGE + 1, page * FOUND_ON_A_PAGE)
    rows = [
        found_row(speech, each, await store.thread(each.dialog.number), await store.person(each.dialog.seller_id))
        for each in found[:FOUND_ON_A_PAGE]
    ]
    if not rows:
        return None
    text = "\n\n".join([speech.t("find-title", words=one_line(words, WORDS_SHOWN)), *rows])
    return text, found_pages(speech, page, more=len(found) > FOUND_ON_A_PAGE)
