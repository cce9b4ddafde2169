"""Whom a round's trouble does not concern, so that it can be seen whether it reaches them all the same."""

from tests.torture.telegram import Json
from tests.torture.trial import Trial

EARS: Json = {"fault": "spared", "methods": ["getUpdates", "getWebhookInfo", "setWebhook"]}


def bystanders(desk: Trial) -> list[Json]:
    """Rules that come before the others: the bystanders' chats, and their group."""
    return [{"fault": "spared", "chat_id": chat_id} for chat_id in desk.shop.of_bystanders]


def spared(desk: Trial) -> list[Json]:
    """These, and the bot's ears."""
    return [*bystanders(desk), EARS]
