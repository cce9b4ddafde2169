"""`sellerdesk events replay`: what a receiver has lost comes once more. It works beside a bot that runs."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.operations.command_line import CommandWrong
from core.events import EventsReplayed
from core.store import Store
from core.unit_of_work import UnitOfWork
from core.units import SECOND


async def replay(store: Store, since: str, zone: ZoneInfo, now: int) -> str:
    """Raises: CommandWrong."""
    moment = _moment(since, zone)
    at = int(moment.timestamp()) * SECOND
    if at > now:
        raise CommandWrong(f"{moment:%Y-%m-%d %H:%M %Z} is still to come.")
    work = UnitOfWork(now)
    work.add(EventsReplayed(at, now))
    await store.commit(work)
    return f"Events since {moment:%Y-%m-%d %H:%M %Z} leave once more within a minute."


def _moment(since: str, zone: ZoneInfo) -> datetime:
    try:
        moment = datetime.fromisoformat(since)
    except ValueError:
        raise CommandWrong("--since is a moment such as 2026-11-27 or 2026-11-27T09:00.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
