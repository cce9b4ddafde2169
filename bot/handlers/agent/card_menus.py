"""A choice is a message of its own, under the card or the command: whatever happens on the card, it stays."""

from typing import Any

from aiogram.methods import DeleteMessage
from aiogram.types import InlineKeyboardMarkup, Message

from bot.handlers.agent.actions import Event
from bot.inbound.update_context import UpdateContext
from core.dialog import Dialog
from core.threads import ThreadReads


def open_menu(context: UpdateContext, event: Event, title: str, keyboard: InlineKeyboardMarkup, **values: Any) -> None:
    asked_by = event.message_id if isinstance(event, Message) else context.screen.pressed_id
    context.screen.send(context.screen.t(title, **values), keyboard, reply_to=asked_by)


def turn_menu(context: UpdateContext, title: str, keyboard: InlineKeyboardMarkup, **values: Any) -> None:
    """Another page of the menu that was pressed."""
    context.screen.edit(context.screen.t(title, **values), keyboard)


async def close_menu(context: UpdateContext, dialog: Dialog, store: ThreadReads) -> None:
    """The menu that was pressed goes. The card never does, wherever a forged button may stand."""
    thread, pressed_id = await store.thread(dialog.number), context.screen.pressed_id
    if pressed_id is not None and not (thread and thread.card_id == pressed_id):
        context.screen.call(DeleteMessage(chat_id=context.screen.chat_id, message_id=pressed_id))
