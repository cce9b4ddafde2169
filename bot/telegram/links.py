"""Links into the agents' group."""

from core.threads import Thread


def link_to(thread: Thread | None) -> str | None:
    """To the dialog's topic, or in a plain supergroup to its card; a basic group has no links."""
    post = thread and (thread.thread_id or thread.card_id)
    if thread is None or post is None or not str(thread.chat_id).startswith("-100"):
        return None
    return f"https://t.me/c/{str(thread.chat_id).removeprefix('-100')}/{post}"
