"""What is kept for a while only: each table that grows has its rule here, or its rows go with their dialog."""

from core.idempotency import KEPT_FOR as ANSWERS_KEPT_FOR
from core.similar import REMEMBERED_FOR
from core.units import DAY, HOUR
from storage.database import Database
from storage.paced_deletion import AT_ONCE, commit_and_pause
from storage.statements import Statement

YEAR = 365 * DAY
AUDIT_KEPT = 3 * YEAR
CATALOGUES_KEPT = 20  # the newest: to see what was changed, and to go back

KEPT_FOR = {
    "forget_updates": 3 * DAY,  # Telegram repeats an update for a day at most
    "forget_delivered": 7 * DAY,
    "forget_undeliverable": 30 * DAY,
    "forget_held": 30 * DAY,  # of a backup that was put back, and nobody decided
    "forget_set_aside": 30 * DAY,
    "forget_merges": DAY,  # they can't be undone any more
    "forget_fsm_states": 30 * DAY,  # a draft that nobody came back to
    "forget_subscribers": 30 * DAY,  # after the announcement's end: whoever was to be told is told
    "forget_announcements": YEAR,
    "forget_audit": AUDIT_KEPT,
    "forget_kept_answers": ANSWERS_KEPT_FOR,
    "forget_helpful_answers": REMEMBERED_FOR,
    "forget_shifts": 30 * DAY,  # whoever comes back begins a new one
    "forget_missed_words": YEAR,  # since they were last searched for in vain
}
MERGED_EVERY = DAY - HOUR  # and a sweep each hour: erased words are gone within a day


async def sweep(database: Database, now: int, cooldown: int) -> None:
    """`cooldown`: for how long a topic that a seller has used is remembered, also of one who had their data erased."""
    await database.commit([Statement("audit_may_be_forgotten", {"before": now - AUDIT_KEPT})])
    for name, kept_for in KEPT_FOR.items():
        await _forget(database, name, now - kept_for)
    await _forget(database, "forget_topics_taken", now - cooldown)
    await _forget(database, "forget_search_figures", (now - YEAR) // DAY)
    await database.commit([Statement("forget_catalogues", {"kept": CATALOGUES_KEPT})])
    await _merge_words(database, now)
    await database.look_at_tables()


async def _forget(database: Database, name: str, before: int) -> None:
    batch = [Statement(name, {"before": before, "limit": AT_ONCE})]
    while await commit_and_pause(database, batch) == AT_ONCE:
        pass


async def _merge_words(database: Database, now: int) -> None:
    """About once a day: it writes the whole of the full text anew."""
    if erased := await database.fetch_one("unpurged", merged_before=now - MERGED_EVERY):
        await database.purge()
        await database.commit([Statement("purged", {"last": erased["last"]}), Statement("merged", {"at": now})])
