"""Whoever leaves an agents' group is an agent no more: their open dialogs don't wait for somebody who is gone."""

from aiogram import Router
from aiogram.types import ChatMemberRestricted, ChatMemberUpdated, ResultChatMemberUnion

from bot.handlers.group_membership import in_agents_group
from bot.inbound.update_context import UpdateContext
from bot.telegram.membership import Members
from bot.telegram.names import agent_called
from core.desk import ShiftActions

GONE = frozenset({"left", "kicked"})


def router() -> Router:
    router = Router(name="leaving agents")
    router.chat_member.register(hand_on, in_agents_group, left)
    router.chat_member.register(look_again, in_agents_group)
    return router


def left(event: ChatMemberUpdated) -> bool:
    return not _is_gone(event.old_chat_member) and _is_gone(event.new_chat_member)


def _is_gone(member: ResultChatMemberUnion) -> bool:
    return member.status in GONE or (isinstance(member, ChatMemberRestricted) and not member.is_member)


async def hand_on(
    event: ChatMemberUpdated, context: UpdateContext, shift_actions: ShiftActions, members: Members
) -> None:
    members.forget(event.chat.id, event.new_chat_member.user.id)
    user = event.new_chat_member.user
    agent = agent_called(user.full_name, user.id)
    handed_on = await shift_actions.end(context.work, event.chat.id, agent)
    if handed_on.given or handed_on.freed:
        text = context.screen.t("shift-left", name=agent.name, given=handed_on.given, freed=handed_on.freed)
        context.screen.send(text)


async def look_again(event: ChatMemberUpdated, members: Members) -> None:
    """Who came, or has other rights now, is asked about anew."""
    members.forget(event.chat.id, event.new_chat_member.user.id)
