"""The outbox out: lanes side by side, each in order, for as long as it takes."""

from bot.delivery.outbox import Delivery

__all__ = ["Delivery"]
