"""Who acts in the agents' group, and for which dialog."""

from dataclasses import replace
from typing import Any

from aiogram.enums import ChatType
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Chat, Message, MessageReactionUpdated

from bot.inbound.update_context import UpdateContext
from bot.telegram.membership import Members
from bot.telegram.names import agent_called
from bot.telegram.threads import thread_of
from core.desk import Desk
from core.dialog import DialogReads
from core.errors import DialogUnknown, NotAnAgent
from core.message import MessageReads, MessageRef, ReferencedMessage
from core.person import Agent
from core.store import Store

ANONYMOUS = 1087968824  # @GroupAnonymousBot: admins who write in the group's name


def in_agents_group(event: Message | CallbackQuery | MessageReactionUpdated, desk: Desk) -> bool:
    """Also what was written in a group just before it became this one, and is read after it."""
    message = event.message if isinstance(event, CallbackQuery) else event
    return message is not None and desk.current_id(message.chat.id) in desk.groups


async def by_agent(message: Message, context: UpdateContext, members: Members) -> dict[str, Any] | bool:
    """Hands the agent to the handler. The bot's own messages, other bots, channels and outsiders are no agents."""
    if message.sender_chat is not None:
        if message.sender_chat.id != message.chat.id:
            return False
        return {"agent": _as_group(message.chat, message.author_signature)}
    user = message.from_user
    if user is None or user.is_bot:
        return False
    if _may_hold_outsiders(message.chat) and not await members.is_member(message.chat.id, user.id, context.now):
        return False
    return {"agent": agent_called(user.full_name, user.id)}


async def by_reacting_agent(event: MessageReactionUpdated, context: UpdateContext, members: Members) -> bool:
    """Whoever reacts as a group or a channel is named by nobody, and never comes here."""
    user = event.user
    if user is None or user.is_bot:
        return False
    return not _may_hold_outsiders(event.chat) or await members.is_member(event.chat.id, user.id, context.now)


def _may_hold_outsiders(chat: Chat) -> bool:
    """In the discussion group of a channel anybody comments; a forum, or a basic group, is never one."""
    return chat.type == ChatType.SUPERGROUP and not chat.is_forum


def _as_group(chat: Chat, signature: str | None) -> Agent:
    return agent_called(signature or chat.title or "", chat.id)


async def of_dialog(message: Message, desk: Desk, store: Store) -> dict[str, Any] | bool:
    """Hands the dialog: by the forum topic, else by the message that is replied to; and what is replied to in it."""
    replied = await _replied(message, store)
    dialog = await store.dialog_at(message.chat.id, topic) if (topic := thread_of(message)) else None
    if dialog is None and replied and replied.dialog.group_id == desk.current_id(message.chat.id):
        dialog = replied.dialog
    if dialog is None:
        return False
    in_it = replied.message if replied and replied.dialog.number == dialog.number else None
    return {"dialog": dialog, "replied": in_it}


async def _replied(message: Message, store: MessageReads) -> ReferencedMessage | None:
    reply = message.reply_to_message
    # Whatever is written in a topic comes as a reply to the topic's first message.
    if reply is None or reply.message_id == thread_of(message):
        return None
    return await store.message_at(MessageRef(message.chat.id, reply.message_id))


async def pressed(
    callback: CallbackQuery,
    callback_data: Any,
    state: FSMContext,
    context: UpdateContext,
    store: DialogReads,
    members: Members,
) -> dict[str, Any]:
    """For buttons whose data carry a dialog's number: it stands in this group, and the presser is a member."""
    acting = await by_member(callback, state, context, members)
    dialog = await store.dialog(callback_data.number)
    if dialog is None or callback.message is None or dialog.group_id != callback.message.chat.id:
        raise DialogUnknown(number=str(callback_data.number))
    return acting | {"dialog": dialog}


async def by_member(
    callback: CallbackQuery, state: FSMContext, context: UpdateContext, members: Members
) -> dict[str, Any]:
    """Hands the agent who pressed, and the state that their next message will be looked for in."""
    assert callback.message is not None
    chat, user = callback.message.chat, callback.from_user
    membership = await members.membership(chat.id, user.id, context.now)
    if not membership.inside:
        raise NotAnAgent()
    if not membership.anonymous:
        return {"agent": agent_called(user.full_name, user.id), "state": state}
    # Such an admin presses as a person and writes as the group.
    key = replace(state.key, user_id=ANONYMOUS)
    return {"agent": _as_group(chat, membership.title), "state": FSMContext(state.storage, key)}
