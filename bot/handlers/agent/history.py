"""The seller's dialogs before this one."""

from aiogram import Router
from aiogram.types import Message

from bot.handlers.agent.actions import Event, on_button, on_command
from bot.inbound.update_context import UpdateContext
from bot.views.agent_lists import rows
from core.dialog import Dialog
from core.person import Person
from core.store import Store

MOST_SHOWN = 15


def register(router: Router) -> None:
    on_command(router, "history", show)
    on_button(router, "history", show)


async def show(event: Event, dialog: Dialog, context: UpdateContext, store: Store) -> None:
    speech = context.screen.speech
    seller = await store.person(dialog.seller_id) or Person(dialog.seller_id)
    found = await store.past_dialogs(dialog.seller_id, MOST_SHOWN + 1, 0)
    others = [in_thread for in_thread in found if in_thread.dialog.number != dialog.number][:MOST_SHOWN]
    if not others:
        return context.screen.refuse("history-none", name=seller.name)
    text = speech.t("history-title", name=seller.name)
    reply_to = event.message_id if isinstance(event, Message) else context.screen.pressed_id
    context.screen.send(text + "\n\n" + rows(speech, others, context.now), reply_to=reply_to)
