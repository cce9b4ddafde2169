"""`/id`: the numbers that the settings ask for. A group's is told to its agents, and to an admin in any group."""

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.types import Message

from bot.handlers.agent.filters import by_agent
from bot.inbound.update_context import UpdateContext
from bot.roles import Admins
from bot.telegram.membership import Members
from bot.telegram.written_command import Command
from core.desk import Desk


def router() -> Router:
    router = Router(name="ids")
    router.message.register(tell_own, Command("id"), in_private)
    router.message.register(tell_group, Command("id"), by_agent_or_admin)
    return router


def in_private(message: Message) -> bool:
    return message.chat.type == ChatType.PRIVATE


async def by_agent_or_admin(
    message: Message, context: UpdateContext, desk: Desk, admins: Admins, members: Members
) -> bool:
    if context.person.id in admins:
        return True
    return message.chat.id in desk.groups and bool(await by_agent(message, context, members))


async def tell_own(message: Message, context: UpdateContext) -> None:
    context.screen.send(context.screen.t("id-own", id=str(context.person.id)))


async def tell_group(message: Message, context: UpdateContext) -> None:
    context.screen.send(context.screen.t("id-group", id=str(message.chat.id)), reply_to=message.message_id)
