"""The outbox out: streams side by side, each in order, for as long as it takes."""

from bot.delivery.worker import Delivery

__all__ = ["Delivery"]
