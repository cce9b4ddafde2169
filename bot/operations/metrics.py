"""What a process has counted and measured, and what waits in its database, as Prometheus reads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Protocol

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from prometheus_client import (
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
)
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.clock import Clock
from core.health import Workload
from core.store import Store
from core.units import SECOND


class Calls(BaseRequestMiddleware):
    """Counts what is asked of Telegram, and how it ends."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._count = Counter(
            "sellerdesk_api_calls", "Calls of the Bot API by method and outcome", ["method", "outcome"],
            registry=registry,
        )  # fmt: skip

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        outcome = "cancelled"
        try:
            answer = await make_request(bot, method)
            outcome = "ok"
        except TelegramAPIError as error:
            outcome = _outcome(error)
            raise
        else:
            return answer
        finally:
            self._count.labels(method.__api_method__, outcome).inc()


def _outcome(error: TelegramAPIError) -> str:
    if isinstance(error, TelegramRetryAfter):
        return "429"
    if isinstance(error, TelegramServerError):
        return "5xx"
    return "network" if isinstance(error, TelegramNetworkError) else "4xx"


class Taking(Protocol):
    handled_after: Histogram


class Listening(Protocol):
    since: int | None  # since when updates come without a gap


class Delivering(Protocol):
    delivered_after: Histogram
    failed: Counter


@dataclass(slots=True, eq=False)
class Watch(Collector):
    """What the parts have counted, and what waits in the database."""

    update_worker: Taking
    delivery: Delivering
    update_stream: Listening
    refusals: Counter
    store: Store
    clock: Clock
    workload: Workload | None = None

    async def look(self) -> None:
        self.workload = await self.store.workload(self.clock())

    def collect(self) -> Iterable[Metric]:
        yield InfoMetricFamily("sellerdesk_build", "What runs here", {"version": version("sellerdesk")})
        yield GaugeMetricFamily(
            "sellerdesk_telegram_reachable", "1 while updates come", float(self.update_stream.since is not None)
        )
        for counted in (
            self.update_worker.handled_after, self.delivery.delivered_after, self.delivery.failed, self.refusals,
        ):  # fmt: skip
            yield from counted.collect()
        if self.workload:
            yield from self._waiting(self.workload)

    def _waiting(self, load: Workload) -> Iterator[Metric]:
        dialogs = GaugeMetricFamily("sellerdesk_dialogs", "Dialogs that are not finished", labels=["status"])
        for status, count in load.open_dialogs.items():
            dialogs.add_metric([status.value], count)
        yield dialogs
        for name, about, value in (
            (
                "dialog_oldest_seconds",
                "How long the first in the queue has waited",
                self._age(load.oldest_dialog),
            ),
            ("updates_waiting", "Updates that came and are not handled", load.unread),
            ("updates_oldest_seconds", "Age of the oldest of them", self._age(load.oldest_unread)),
            ("updates_set_aside", "Updates that kept failing", load.set_aside),
            ("notices_waiting", "Notices that are due and not delivered", load.due),
            ("notices_oldest_seconds", "Age of the oldest of them", self._age(load.oldest_due)),
            ("notices_held", "Notices of a backup that was put back", load.held),
        ):
            yield GaugeMetricFamily(f"sellerdesk_{name}", about, value)

    def _age(self, since: int | None) -> float:
        return 0.0 if since is None else max(self.clock() - since, 0) / SECOND


def registry_of(bot: Bot, watch: Watch) -> CollectorRegistry:
    """What is said of the process itself (memory, processor, open files, garbage) comes from the library."""
    registry = CollectorRegistry()
    registry.register(watch)
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    GCCollector(registry=registry)
    bot.session.middleware(Calls(registry))
    return registry
