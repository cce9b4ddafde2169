"""What several processes on one PostgreSQL have sent to a chat: Telegram counts it as one bot's.

A row for each chat holds the moments, by the server's clock, in microseconds. Who wants to send adds one, if there is
room; the row's lock makes that one at a time. How much room there is the processes say: here it is only counted.
"""

import asyncpg

from core.store import Unavailable
from storage.leadership import LOST

Seconds = float
IN_A_SECOND = 1_000_000
FORGOTTEN_EVERY = 500  # turns
FORGOTTEN_AFTER = 3600 * IN_A_SECOND  # longer than any 429 that was seen

NOW = "(SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT))"
RECENT = "ARRAY(SELECT at FROM unnest(pace.sent) AS at WHERE at > excluded.sent[1] - $4)"
# What is more than the limit lets go at once, such as a large album, weighs on the periods after it.
TAKE = f"""
INSERT INTO pace (chat, sent)
SELECT $1, array_agg(now + (i / $3) * $4 ORDER BY i)
FROM {NOW} AS clock (now), generate_series(CAST(0 AS BIGINT), $2 - 1) AS i
ON CONFLICT (chat) DO UPDATE SET sent = {RECENT} || excluded.sent
WHERE pace.held_until <= excluded.sent[1] AND cardinality({RECENT}) + least($2, $3) <= $3
RETURNING sent[cardinality(sent) - $2 + 1]
"""
LOOK = f"SELECT sent, held_until, {NOW} AS now FROM pace WHERE chat = $1"
MOVE = f"UPDATE pace SET sent = array_replace(sent, $2, {NOW}) WHERE chat = $1"
HOLD = f"""
INSERT INTO pace (chat, sent, held_until) VALUES ($1, '{{}}', {NOW} + $2)
ON CONFLICT (chat) DO UPDATE SET held_until = greatest(pace.held_until, excluded.held_until)
"""
FORGET = f"""
DELETE FROM pace WHERE held_until < {NOW} - $1 AND coalesce(sent[cardinality(sent)], 0) < {NOW} - $1
"""


class Pace:
    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]") -> None:
        self._pool = pool
        self._turns = 0

    async def take(self, chat_id: int, cost: int, most: int, period: Seconds) -> tuple[int, Seconds]:
        """`cost` of at most `most` messages in any `period`: the turn that was taken, or 0 and how long to wait.

        Raises: Unavailable.
        """
        width = int(period * IN_A_SECOND)
        try:
            taken = await self._pool.fetchval(TAKE, chat_id, cost, most, width)
            if taken is not None:
                await self._forget()
                return int(taken), 0.0
            known = await self._pool.fetchrow(LOOK, chat_id)
        except LOST as error:
            raise Unavailable(str(error) or type(error).__name__) from error
        return 0, _wait(known, min(cost, most), most, width) if known else 0.0

    async def lasted(self, chat_id: int, taken: int) -> None:
        """The call took long: Telegram may have counted it only now. Raises: Unavailable."""
        await self._say(MOVE, chat_id, taken)

    async def hold(self, chat_id: int, seconds: Seconds) -> None:
        """Telegram said 429: no process sends anything there for so long. Raises: Unavailable."""
        await self._say(HOLD, chat_id, int(seconds * IN_A_SECOND))

    async def _forget(self) -> None:
        self._turns += 1
        if self._turns % FORGOTTEN_EVERY == 0:
            await self._pool.execute(FORGET, FORGOTTEN_AFTER)

    async def _say(self, sql: str, *values: int) -> None:
        try:
            await self._pool.execute(sql, *values)
        except LOST as error:
            raise Unavailable(str(error) or type(error).__name__) from error


def _wait(known: asyncpg.Record, cost: int, most: int, width: int) -> Seconds:
    recent = sorted(at for at in known["sent"] if at > known["now"] - width)
    needed = len(recent) + cost - most
    free_at: int = recent[needed - 1] + width if needed > 0 else 0
    wait: int = max(free_at, known["held_until"]) - known["now"]
    return max(wait, 0) / IN_A_SECOND
