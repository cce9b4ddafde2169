"""What each method of the Bot API does, one file per theme."""

from sandbox.methods import (
    albums,
    chats,
    copying,
    editing,
    forum,
    profile,
    sending,
    updating,
)

__all__ = ["albums", "chats", "copying", "editing", "forum", "profile", "sending", "updating"]
