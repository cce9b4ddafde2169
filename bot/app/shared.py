"""What every wing stands on: settings, store, desk, texts, the ways to Telegram, the clock."""

from dataclasses import dataclass
from functools import partial

from aiogram import Bot

from bot.app.desk import desk_of
from bot.clock import Clock, SystemClock
from bot.inbound.update_stream import UpdateStream
from bot.operations.alerts import Alerts
from bot.roles import Admins
from bot.settings import Settings
from bot.telegram.answer_marks import mark_at
from bot.telegram.burst import Burst
from bot.telegram.command_registry import spelling_in
from bot.telegram.rate_limiter import RateLimit, RateLimiter
from bot.telegram.reactions import Reactions
from bot.telegram.screens import Screens
from bot.telegram.session import Session
from bot.telegram.shared_pace import Pace, SharedPace
from bot.texts import Texts
from core.desk import Desk
from core.events import EventRules
from core.units import MINUTE, SECOND
from storage.connect import connect
from storage.store import SqlStore

FOR_PEOPLE = 4  # one in so many of a group's messages


@dataclass(frozen=True, slots=True)
class Shared:
    settings: Settings
    store: SqlStore
    desk: Desk
    admins: Admins
    texts: Texts
    bot: Bot
    listener: Bot  # what is asked does not wait behind what is sent
    rate_limiter: RateLimiter
    screens: Screens
    burst: Burst
    reactions: Reactions
    alerts: Alerts
    update_stream: UpdateStream
    clock: Clock

    @classmethod
    async def build(cls, settings: Settings, clock: Clock | None = None) -> "Shared":
        clock = clock or SystemClock()
        told = EventRules(settings.events_notes) if settings.events_url else None
        store = SqlStore(await connect(settings.database_url), told)
        bot, texts = _bot_of(settings), Texts(settings.zone, settings.default_locale, spelling_in)
        pace = store.database.pace if settings.webhook_url else None  # who polls is alone
        burst = Burst()
        reactions = Reactions(bot, burst, partial(mark_at, store) if pace else None)
        admins, rate_limiter = Admins(frozenset(settings.admin_ids)), _rate_limiter_of(settings, pace)
        return cls(
            settings=settings,
            store=store,
            desk=await desk_of(store, settings),
            admins=admins,
            texts=texts,
            bot=bot,
            listener=_bot_of(settings),
            rate_limiter=rate_limiter,
            screens=Screens(bot, rate_limiter, reactions),
            burst=burst,
            reactions=reactions,
            alerts=Alerts(bot, texts, admins, clock),
            update_stream=UpdateStream(clock),
            clock=clock,
        )


def _bot_of(settings: Settings) -> Bot:
    """With connections of its own."""
    return Bot(settings.bot_token.get_secret_value(), session=Session(settings.telegram_api_url))


def _rate_limiter_of(settings: Settings, pace: Pace | None) -> RateLimiter:
    return RateLimiter(
        shared=SharedPace(pace) if pace else None,
        private=RateLimit(settings.chat_burst, float(settings.chat_burst)),
        group=RateLimit(settings.group_per_minute, MINUTE / SECOND, for_people=settings.group_per_minute // FOR_PEOPLE),
    )
