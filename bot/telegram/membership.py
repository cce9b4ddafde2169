"""Who belongs to a group: asked of Telegram, never read from a list of our own."""

from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import (
    ChatMemberAdministrator,
    ChatMemberMember,
    ChatMemberOwner,
    ChatMemberRestricted,
    ResultChatMemberUnion,
)

from core.units import MINUTE

log = structlog.get_logger()

FRESH = 5 * MINUTE
MOST_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Membership:
    inside: bool
    anonymous: bool = False  # an admin who acts in the group's name
    title: str | None = None
    name: str = ""


OUTSIDE = Membership(inside=False)


class Members:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._known: dict[tuple[int, int], tuple[int, Membership]] = {}

    async def is_member(self, chat_id: int, user_id: int, now: int) -> bool:
        return (await self.membership(chat_id, user_id, now)).inside

    async def membership(self, chat_id: int, user_id: int, now: int) -> Membership:
        """As Telegram said in the last five minutes; where it can't be asked now, as it said last."""
        asked_at, known = self._known.get((chat_id, user_id), (-FRESH, OUTSIDE))
        if now - asked_at < FRESH:
            return known
        try:
            known = _read(await self._bot.get_chat_member(chat_id, user_id, request_timeout=5))
        except TelegramBadRequest:
            known = OUTSIDE
        except TelegramAPIError as error:
            log.warning("membership unknown", chat=chat_id, user=user_id, reason=error.message)
            if known is OUTSIDE:  # an agent perhaps: what they wrote waits until it is known
                raise
            return known
        self._keep((chat_id, user_id), now, known)
        return known

    def forget(self, chat_id: int, user_id: int) -> None:
        """Telegram told of a change."""
        self._known.pop((chat_id, user_id), None)

    def _keep(self, key: tuple[int, int], now: int, membership: Membership) -> None:
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
        self._known[key] = now, membership


def _read(member: ResultChatMemberUnion) -> Membership:
    if isinstance(member, ChatMemberOwner | ChatMemberAdministrator):
        return Membership(
            inside=True, anonymous=member.is_anonymous, title=member.custom_title, name=member.user.full_name
        )
    if isinstance(member, ChatMemberRestricted):
        return Membership(inside=member.is_member, name=member.user.full_name)
    return Membership(inside=isinstance(member, ChatMemberMember), name=member.user.full_name)
