"""Delivery, put together: the ways out stand in a table by whom they lead to."""

from dataclasses import dataclass

from bot.app.ground import Ground
from bot.delivery import Delivery
from bot.delivery.endings import Endings
from bot.delivery.failover import Failover
from bot.delivery.giving_up import GivingUp
from bot.delivery.missing_permissions import MissingPermissions
from bot.delivery.persister import Persister
from bot.delivery.readiness import Readiness
from bot.delivery.seller_carrier import SellerCarrier
from bot.delivery.sender import Sender
from bot.delivery.status_reactions import StatusReactions
from bot.delivery.term import Term
from bot.delivery.thread_carrier import ThreadCarrier
from bot.delivery.threads import Threads
from core.outbox import Recipient


@dataclass(frozen=True, slots=True)
class WayOut:
    delivery: Delivery
    reactions: StatusReactions
    missing_permissions: MissingPermissions


def way_out(on: Ground) -> WayOut:
    persister, reactions = Persister(on.store, on.alerts, on.clock), StatusReactions(on.bot)
    missing_permissions, give_up = MissingPermissions(on.alerts, on.clock), GivingUp(on.store, on.alerts, on.clock)
    send = Sender(on.bot, on.rate_limiter, missing_permissions, Term(on.store), on.clock)
    threads = Threads(
        store=on.store,
        desk=on.desk,
        send=send,
        texts=on.texts,
        persister=persister,
        missing_permissions=missing_permissions,
        clock=on.clock,
    )
    to_seller = SellerCarrier(store=on.store, desk=on.desk, send=send, give_up=give_up, texts=on.texts, clock=on.clock)
    to_thread = ThreadCarrier(
        store=on.store, threads=threads, send=send, give_up=give_up, texts=on.texts, clock=on.clock
    )
    delivery = Delivery(
        store=on.store,
        carriers={Recipient.SELLER: to_seller, Recipient.THREAD: to_thread, Recipient.CARD: to_thread},
        readiness=Readiness(on.store, on.update_stream, on.clock),
        endings=Endings(on.store, persister, reactions, on.clock),
        give_up=give_up,
        failover=Failover(on.store, on.rate_limiter, reactions, on.clock),
        clock=on.clock,
    )
    return WayOut(delivery, reactions, missing_permissions)
