"""Health and figures over HTTP, for whoever watches the process: /healthz, /readyz, /metrics."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.clock import Clock
from core.store import Store, Unavailable


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
    taken: int


class Listening(Protocol):
    since: int | None  # since when updates come without a gap


class DeliveryProgress(Protocol):
    delivered: int
    failed: int


@dataclass(slots=True, eq=False)
class Watch(Collector):
    """What the parts have counted, and what waits in the database."""

    update_worker: Taking
    delivery: DeliveryProgress
    update_stream: Listening
    store: Store
    clock: Clock
    waiting: int = 0
    waits: float = 0.0  # seconds

    async def look(self) -> None:
        now = self.clock()
        oldest, self.waiting = await self.store.oldest_waiting(now)
        self.waits = 0.0 if oldest is None else (now - oldest) / 1000

    def collect(self) -> Iterable[Metric]:
        failed = self.delivery.failed
        yield CounterMetricFamily("sellerdesk_updates_taken", "Updates taken in and kept", self.update_worker.taken)
        yield CounterMetricFamily(
            "sellerdesk_notices_delivered", "Notices carried out", self.delivery.delivered - failed
        )
        yield CounterMetricFamily("sellerdesk_notices_failed", "Notices that can't be delivered", failed)
        yield GaugeMetricFamily("sellerdesk_notices_waiting", "Notices that are due and not delivered", self.waiting)
        yield GaugeMetricFamily("sellerdesk_notices_oldest_seconds", "Age of the oldest of them", self.waits)
        yield GaugeMetricFamily(
            "sellerdesk_telegram_reachable", "1 while updates come", float(self.update_stream.since is not None)
        )

    async def unready(self) -> str | None:
        """Why the bot can't serve now."""
        try:
            await self.store.person(0)
        except Unavailable:
            return "the database does not answer"
        return None if self.update_stream.since is not None else "Telegram does not answer"


def health_app(bot: Bot, watch: Watch) -> web.Application:
    registry = CollectorRegistry()
    registry.register(watch)
    bot.session.middleware(Calls(registry))

    async def alive(request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(request: web.Request) -> web.Response:
        reason = await watch.unready()
        return web.Response(text=f"{reason or 'ok'}\n", status=503 if reason else 200)

    async def metrics(request: web.Request) -> web.Response:
        try:
            await watch.look()
        except Unavailable:
            return web.Response(text="the database does not answer\n", status=503)
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.router.add_get("/healthz", alive)
    app.router.add_get("/readyz", ready)
    app.router.add_get("/metrics", metrics)
    return app
