"""After a restore: what waited when the backup was made leaves, or is dropped, as an admin decides."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.inbound.update_context import UpdateContext
from bot.keyboards.after_restore import DropHeld, SendHeld
from core.desk import AdminActions
from core.outbox import OutboxReads


def register(router: Router) -> None:
    router.callback_query.register(send, SendHeld.filter())
    router.callback_query.register(drop, DropHeld.filter())


async def send(
    callback: CallbackQuery, context: UpdateContext, admin_actions: AdminActions, store: OutboxReads
) -> None:
    count = await store.count_held()
    if count:
        admin_actions.send_held(context.work, context.person.id)
    context.screen.edit(context.screen.t("held-sent", count=count))


async def drop(
    callback: CallbackQuery, context: UpdateContext, admin_actions: AdminActions, store: OutboxReads
) -> None:
    count = await store.count_held()
    if count:
        admin_actions.drop_held(context.work, context.person.id)
    context.screen.edit(context.screen.t("held-dropped", count=count))
