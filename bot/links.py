"""Links into the agents' group."""

from core.ports import Place


def link_to(place: Place | None) -> str | None:
    """To the dialog's topic, or in a plain supergroup to its card; a basic group has no links."""
    post = place and (place.thread_id or place.card_id)
    if place is None or post is None or not str(place.chat_id).startswith("-100"):
        return None
    return f"https://t.me/c/{str(place.chat_id).removeprefix('-100')}/{post}"
