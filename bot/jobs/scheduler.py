"""What happens by the clock, as a list. APScheduler only ticks; what is due stands in the database."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from core.store import Unavailable
from core.units import SECOND

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Job:
    name: str
    interval: int  # ms
    do: Callable[[int], Awaitable[object]]  # takes the time that it is
    everywhere: bool = False  # in each process of the desk, not only in the one that leads


class Scheduler:
    def __init__(self, jobs: Iterable[Job], leads: Callable[[], Awaitable[int]], clock: Clock) -> None:
        self._jobs = {job.name: job for job in jobs}
        self._leads = leads
        self._clock = clock
        self._ticks = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        for job in self._jobs.values():
            self._ticks.add_job(
                self._tick,
                "interval",
                (job,),
                seconds=job.interval / SECOND,
                id=job.name,
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
            )
        self._ticks.start()

    def stop(self) -> None:
        if self._ticks.running:
            self._ticks.shutdown(wait=False)

    def job(self, name: str) -> Job:
        return self._jobs[name]

    async def run(self, *names: str) -> None:
        """These, one after the other, now."""
        for name in names:
            await self._jobs[name].do(self._clock())

    async def _tick(self, job: Job) -> None:
        try:
            if job.everywhere or await self._leads():
                await self.run(job.name)
        except asyncio.CancelledError:
            log.info("job cut short", job=job.name)  # the process ends; raised, it would be logged as a bug
        except Unavailable as error:
            log.warning("job put off", job=job.name, reason=str(error))
