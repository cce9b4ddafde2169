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

from bot.admins import Admins
from bot.delivery.outages import Outages
from bot.turn import Turn
from core.desk import Desk
from core.notices import tell
from core.work import GroupMoved

FIRST_SUPERGROUP = -1_000_000_000_000  # the ids of basic groups are nearer to zero


class Standing(IntEnum):
    """What the bot can do in a group."""

    OUTSIDE = 0
    MEMBER = 1
    ABLE = 2


def router() -> Router:
    router = Router(name="strangers")
    router.message.register(follow_to, F.migrate_to_chat_id)
    router.message.register(follow_from, F.migrate_from_chat_id)
    router.my_chat_member.register(watch, F.chat.type.in_({"group", "supergroup"}), in_agents_group)
    router.my_chat_member.register(meet, F.chat.type.in_({"group", "supergroup"}))
    return router


def in_agents_group(event: ChatMemberUpdated, desk: Desk) -> bool:
    return event.chat.id in desk.groups


async def watch(event: ChatMemberUpdated, turn: Turn, admins: Admins, outages: Outages) -> None:
    """An agents' group: every admin is told what the bot lost or got back, and what waits for it goes on at once."""
    turn.after_commit.append(lambda: outages.look_again(event.chat.id))
    before, after = _standing(event.old_chat_member, event), _standing(event.new_chat_member, event)
    if after == before:
        return
    what = "group-back" if after > before else "group-lost" if after is Standing.OUTSIDE else "group-rights"
    for admin in admins:
        turn.work.tell(tell(admin, what, turn.now, title=event.chat.title or str(event.chat.id)))


def _standing(member: ResultChatMemberUnion, event: ChatMemberUpdated) -> Standing:
    if isinstance(member, ChatMemberAdministrator):
        lacks_topics = event.chat.is_forum and not member.can_manage_topics
        return Standing.MEMBER if lacks_topics else Standing.ABLE
    if isinstance(member, ChatMemberRestricted):
        return Standing.MEMBER if member.is_member else Standing.OUTSIDE
    return Standing.MEMBER if isinstance(member, ChatMemberMember) else Standing.OUTSIDE


async def meet(event: ChatMemberUpdated, turn: Turn, desk: Desk, admins: Admins, bot: Bot) -> None:
    """Somebody added the bot to another group: an admin learns its id, anybody else that the bot is not for it."""
    came = _standing(event.new_chat_member, event) > _standing(event.old_chat_member, event)
    if not came or await _is_upgrade(event.chat.id, turn, desk, bot):
        return
    if turn.person.id in admins:
        turn.screen.send(turn.screen.t("stranger-admin", id=str(event.chat.id)))
    elif _standing(event.old_chat_member, event) is Standing.OUTSIDE:
        turn.screen.send(turn.screen.t("stranger-leaves"))
        turn.screen.call(LeaveChat(chat_id=event.chat.id))


async def _is_upgrade(chat_id: int, turn: Turn, desk: Desk, bot: Bot) -> bool:
    """Whether an agents' group became this supergroup. The news of both come in any order."""
    for group in desk.groups:
        if group < FIRST_SUPERGROUP:
            continue
        try:
            await bot.send_chat_action(group, "typing", request_timeout=5)
        except TelegramMigrateToChat as error:
            if error.migrate_to_chat_id == chat_id:
                _move(turn, desk, group, chat_id)
                return True
        except TelegramAPIError:
            continue
    return False


async def follow_to(message: Message, turn: Turn, desk: Desk) -> None:
    _move(turn, desk, message.chat.id, message.migrate_to_chat_id)


async def follow_from(message: Message, turn: Turn, desk: Desk) -> None:
    _move(turn, desk, message.migrate_from_chat_id, message.chat.id)


def _move(turn: Turn, desk: Desk, old: int | None, new: int | None) -> None:
    if old not in desk.groups or new is None:
        return
    turn.work.put(GroupMoved(old=old, new=new))
    turn.after_commit.append(lambda: desk.follow({old: new}))
