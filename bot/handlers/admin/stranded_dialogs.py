"""«Перенести …» of /check: open dialogs leave a group where nobody sees them."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.delivery.missing_permissions import MissingPermissions
from bot.inbound.update_context import UpdateContext
from bot.keyboards.stranded_dialogs import SendOn
from core.desk import Desk, StrandedDialogs


def register(router: Router) -> None:
    router.callback_query.register(send_on, SendOn.filter())


async def send_on(
    callback: CallbackQuery,
    callback_data: SendOn,
    context: UpdateContext,
    desk: Desk,
    missing_permissions: MissingPermissions,
) -> None:
    group = callback_data.group
    count = await StrandedDialogs(desk).send_on(context.work, context.person.id, group)
    if count:
        context.after_commit.append(lambda: missing_permissions.look_again(group))
        context.screen.edit(context.screen.t("stranded-sent-on", count=count))
    else:
        context.screen.alert(context.screen.plain("stranded-none"))
