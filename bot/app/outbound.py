"""Delivery, put together: its carriers stand in a table by whom they lead to."""

from dataclasses import dataclass

from bot.api.events import EventCarrier, Receiver
from bot.app.shared import Shared
from bot.delivery import Delivery
from bot.delivery.failover import Failover
from bot.delivery.giving_up import GivingUp
from bot.delivery.leader_term import Term
from bot.delivery.missing_permissions import MissingPermissions
from bot.delivery.outcomes import Outcomes
from bot.delivery.persister import Persister
from bot.delivery.readiness import Readiness
from bot.delivery.seller_carrier import SellerCarrier
from bot.delivery.sender import Sender
from bot.delivery.thread_carrier import ThreadCarrier
from bot.delivery.threads import Threads
from bot.settings import Settings, key_of
from core.events import EventRules
from core.outbox import Recipient


@dataclass(frozen=True, slots=True)
class Outbound:
    delivery: Delivery
    missing_permissions: MissingPermissions
    to_hook: EventCarrier


def assemble_outbound(shared: Shared) -> Outbound:
    persister = Persister(shared.store, shared.alerts, shared.clock)
    missing_permissions, give_up = (
        MissingPermissions(shared.alerts, shared.clock),
        GivingUp(shared.desk, shared.alerts, shared.clock),
    )
    send = Sender(shared.bot, shared.rate_limiter, missing_permissions, Term(shared.store), shared.clock)
    threads = Threads(
        store=shared.store,
        desk=shared.desk,
        send=send,
        texts=shared.texts,
        persister=persister,
        missing_permissions=missing_permissions,
        clock=shared.clock,
    )
    to_seller = SellerCarrier(
        store=shared.store, desk=shared.desk, send=send, give_up=give_up, texts=shared.texts, clock=shared.clock
    )
    to_thread = ThreadCarrier(
        store=shared.store, threads=threads, send=send, give_up=give_up, texts=shared.texts, clock=shared.clock
    )
    to_hook = EventCarrier(shared.store, _receiver_of(shared.settings), shared.alerts, shared.clock)
    delivery = Delivery(
        store=shared.store,
        carriers={
            Recipient.SELLER: to_seller,
            Recipient.THREAD: to_thread,
            Recipient.CARD: to_thread,
            Recipient.STARS: to_seller,
            Recipient.HOOK: to_hook,
        },
        readiness=Readiness(shared.store, shared.update_stream, shared.burst, shared.clock),
        outcomes=Outcomes(shared.store, persister, shared.reactions, shared.clock),
        give_up=give_up,
        failover=Failover(shared.store, shared.rate_limiter, shared.reactions, shared.clock),
        clock=shared.clock,
    )
    shared.burst.watch(lambda: delivery.people)
    return Outbound(delivery, missing_permissions, to_hook)


def _receiver_of(settings: Settings) -> Receiver | None:
    if not settings.events_url or not settings.events_secret:
        return None
    key = key_of(settings.events_secret.get_secret_value())
    return Receiver(settings.events_url, key, EventRules(settings.events_notes))
