"""Groups and the bot's place in them: strangers' groups are left, and admins learn when agents can't be reached."""

from enum import IntEnum

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError, TelegramMigrateToChat
from aiogram.methods import LeaveChat
from aiogram.types import (
    ChatMemberAdministrator,
    ChatMemberMember,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    ResultChatMemberUnion,
)

from bot.delivery.missing_permissions import MissingPermissions
from bot.inbound.update_context import UpdateContext
from bot.roles import Admins
from core.desk import Desk
from core.outbox import person_notice
from core.threads import GroupAbilityChanged, GroupMoved, ThreadReads

FIRST_SUPERGROUP = -1_000_000_000_000  # the ids of basic groups are nearer to zero


class BotStatus(IntEnum):
    """What the bot can do in a group."""

    OUTSIDE = 0
    MEMBER = 1
    ABLE = 2


def router() -> Router:
    router = Router(name="group membership")
    router.message.register(follow_to, F.migrate_to_chat_id)
    router.message.register(follow_from, F.migrate_from_chat_id)
    router.my_chat_member.register(watch, F.chat.type.in_({"group", "supergroup"}), in_agents_group)
    router.my_chat_member.register(meet, F.chat.type.in_({"group", "supergroup"}))
    return router


def in_agents_group(event: ChatMemberUpdated, desk: Desk) -> bool:
    return event.chat.id in desk.groups


async def watch(
    event: ChatMemberUpdated,
    context: UpdateContext,
    store: ThreadReads,
    admins: Admins,
    missing_permissions: MissingPermissions,
) -> None:
    """An agents' group: every admin is told what the bot lost or got back, and what waits for it goes on at once."""
    context.after_commit.append(lambda: missing_permissions.look_again(event.chat.id))
    before, after = _bot_status(event.old_chat_member, event), _bot_status(event.new_chat_member, event)
    if after == before:
        return
    known = await store.is_able_in(event.chat.id) is not None or before is BotStatus.ABLE
    if known or after is BotStatus.ABLE:
        context.work.add(GroupAbilityChanged(event.chat.id, able=after is BotStatus.ABLE))
    what, title = _news(after, known), event.chat.title or str(event.chat.id)
    lost = "yes" if before is BotStatus.ABLE else "no"
    for admin in admins:
        context.work.notify(person_notice(admin, what, context.now, title=title, lost=lost))


def _news(after: BotStatus, known: bool) -> str:
    """Only where the bot could work before it can work again."""
    if after is BotStatus.ABLE:
        return "group-back" if known else "group-connected"
    return "group-lost" if after is BotStatus.OUTSIDE else "group-rights"


def _bot_status(member: ResultChatMemberUnion, event: ChatMemberUpdated) -> BotStatus:
    if isinstance(member, ChatMemberAdministrator):
        lacks_topics = event.chat.is_forum and not member.can_manage_topics
        return BotStatus.MEMBER if lacks_topics else BotStatus.ABLE
    if isinstance(member, ChatMemberRestricted):
        return BotStatus.MEMBER if member.is_member else BotStatus.OUTSIDE
    return BotStatus.MEMBER if isinstance(member, ChatMemberMember) else BotStatus.OUTSIDE


async def meet(event: ChatMemberUpdated, context: UpdateContext, desk: Desk, admins: Admins, bot: Bot) -> None:
    """Somebody added the bot to another group: an admin learns its id, anybody else that the bot is not for it."""
    came = _bot_status(event.new_chat_member, event) > _bot_status(event.old_chat_member, event)
    if not came or await _is_upgrade(event.chat.id, context, desk, bot):
        return
    if context.person.id in admins:
        context.screen.send(context.screen.t("stranger-admin", id=str(event.chat.id)))
    elif _bot_status(event.old_chat_member, event) is BotStatus.OUTSIDE:
        context.screen.send(context.screen.t("stranger-leaves"))
        context.screen.call(LeaveChat(chat_id=event.chat.id))


async def _is_upgrade(chat_id: int, context: UpdateContext, desk: Desk, bot: Bot) -> bool:
    """Whether an agents' group became this supergroup. The news of both come in any order."""
    for group in desk.groups:
        if group < FIRST_SUPERGROUP:
            continue
        try:
            await bot.send_chat_action(group, "typing", request_timeout=5)
        except TelegramMigrateToChat as error:
            if error.migrate_to_chat_id == chat_id:
                _move(context, desk, group, chat_id)
                return True
        except TelegramAPIError:
            continue
    return False


async def follow_to(message: Message, context: UpdateContext, desk: Desk) -> None:
    _move(context, desk, message.chat.id, message.migrate_to_chat_id)


async def follow_from(message: Message, context: UpdateContext, desk: Desk) -> None:
    _move(context, desk, message.migrate_from_chat_id, message.chat.id)


def _move(context: UpdateContext, desk: Desk, old: int | None, new: int | None) -> None:
    if old not in desk.groups or new is None:
        return
    context.work.add(GroupMoved(old=old, new=new, at=context.now))
    context.after_commit.append(lambda: desk.follow_groups({old: new}))
