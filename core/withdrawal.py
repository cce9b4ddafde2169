"""A seller's words that were about something else: they leave their dialog as if they had never been said there."""

from dataclasses import dataclass

from core.change import Change


@dataclass(frozen=True, slots=True)
class WordsWithdrawn(Change):
    """They are in the dialog's history no more, and what waits of them never leaves; a Conflict where they are gone."""

    dialog: int
    messages: tuple[int, ...]
    since: int  # when the first of them was said; UTC ms
