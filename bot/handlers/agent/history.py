"""The seller's dialogs before this one."""

from aiogram import Router
from aiogram.types import Message

from bot.handlers.agent.deeds import Event, on_button, on_command
from bot.turn import Turn
from bot.views.standing import rows
from core.dialog import Dialog
from core.ports import Store
from core.work import Person

MOST_SHOWN = 15


def register(router: Router) -> None:
    on_command(router, "history", show)
    on_button(router, "history", show)


async def show(event: Event, dialog: Dialog, turn: Turn, store: Store) -> None:
    speech = turn.screen.speech
    seller = await store.person(dialog.seller_id) or Person(dialog.seller_id)
    found = await store.past_dialogs(dialog.seller_id, MOST_SHOWN + 1, 0)
    others = [standing for standing in found if standing.dialog.number != dialog.number][:MOST_SHOWN]
    if not others:
        return turn.screen.refuse("history-none", name=seller.name)
    text = speech.t("history-title", name=seller.name)
    reply_to = event.message_id if isinstance(event, Message) else turn.screen.pressed_id
    turn.screen.send(text + "\n\n" + rows(speech, others, turn.now), reply_to=reply_to)
