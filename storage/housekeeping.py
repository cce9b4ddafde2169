"""What is kept for a while only, and forgotten then."""

from core.units import DAY
from storage.database import Database
from storage.statements import Statement

AT_ONCE = 1_000  # rows

KEPT_FOR = {
    "forget_updates": 3 * DAY,  # Telegram repeats an update for a day at most
    "forget_delivered": 7 * DAY,
    "forget_undeliverable": 30 * DAY,
    "forget_set_aside": 30 * DAY,
    "forget_conversations": 30 * DAY,  # a draft that nobody came back to
}


async def sweep(database: Database, now: int) -> None:
    await _forget(database, now)
    if erased := await database.fetch_one("unpurged"):
        await database.purge()
        await database.commit([Statement("purged", {"last": erased["last"]})])
    await database.look_at_tables()


async def _forget(database: Database, now: int) -> None:
    for name, kept_for in KEPT_FOR.items():
        batch = [Statement(name, {"before": now - kept_for, "limit": AT_ONCE})]
        while await database.commit(batch) == AT_ONCE:
            pass
