"""Whom a round's trouble does not concern, so that it can be seen whether it reaches them all the same."""

from tests.torture.telegram import Json
from tests.torture.trial import Trial


def spared(desk: Trial) -> list[Json]:
    """Rules that come before the others: the bystanders' chats and their group, and the bot's ears."""
    chats = [desk.shop.groups["other"], *(seller.id for seller in desk.shop.bystanders)]
    return [*({"fault": "spared", "chat_id": chat_id} for chat_id in chats), {"fault": "spared", "methods": HEARING}]


HEARING = ["getUpdates", "getWebhookInfo", "setWebhook"]
