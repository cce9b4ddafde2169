"""What the bot may do in a group: asked of Telegram, for /check and before a category is sent there."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    ChatFullInfo,
    ChatMemberAdministrator,
    ChatMemberMember,
    ChatMemberOwner,
    ChatMemberRestricted,
    ResultChatMemberUnion,
)

GROUPS = ("group", "supergroup")
PATIENCE = 5  # seconds


class Fitness(StrEnum):
    """Whether a group can answer: the first three can't."""

    OUTSIDE = "outside"  # the bot is no member, or there is no such group
    NO_GROUP = "no-group"
    SILENCED = "silenced"  # the bot may not write
    NO_ADMIN = "no-admin"
    NO_RIGHTS = "no-rights"
    UNKNOWN = "unknown"  # Telegram does not answer
    GOOD = "good"

    @property
    def is_usable(self) -> bool:
        return self not in (Fitness.OUTSIDE, Fitness.NO_GROUP, Fitness.SILENCED)


@dataclass(frozen=True, slots=True)
class GroupRights:
    group: int
    fitness: Fitness
    title: str = ""
    missing: tuple[str, ...] = ()  # rights as Telegram names them


async def group_rights(bot: Bot, group: int) -> GroupRights:
    try:
        chat = await bot.get_chat(group, request_timeout=PATIENCE)
        if chat.type not in GROUPS:
            return GroupRights(group, Fitness.NO_GROUP, chat.title or chat.full_name)
        member = await bot.get_chat_member(group, bot.id, request_timeout=PATIENCE)
    except (TelegramBadRequest, TelegramForbiddenError):
        return GroupRights(group, Fitness.OUTSIDE)
    except TelegramAPIError:
        return GroupRights(group, Fitness.UNKNOWN)
    missing = tuple(missing_rights(chat, member))
    return GroupRights(group, _fitness(chat, member, missing), chat.title or "", missing)


def _fitness(chat: ChatFullInfo, member: ResultChatMemberUnion, missing: Iterable[str]) -> Fitness:
    match member:
        case ChatMemberAdministrator() | ChatMemberOwner():
            return Fitness.NO_RIGHTS if missing else Fitness.GOOD
        case ChatMemberRestricted(is_member=True, can_send_messages=True):
            return Fitness.NO_ADMIN
        case ChatMemberMember():
            may_write = chat.permissions is None or chat.permissions.can_send_messages is not False
            return Fitness.NO_ADMIN if may_write else Fitness.SILENCED
        case ChatMemberRestricted(is_member=True):
            return Fitness.SILENCED
    return Fitness.OUTSIDE


def missing_rights(chat: ChatFullInfo, member: ResultChatMemberUnion) -> list[str]:
    needed = ["can_pin_messages", "can_manage_topics"] if chat.is_forum else ["can_pin_messages"]
    return [right for right in needed if isinstance(member, ChatMemberAdministrator) and not getattr(member, right)]
