"""What was sent: each message carries its number, so that it is known wherever it arrives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

TOKEN = re.compile(r"\b([sa])(\d{6})\.(\d{5})(?:v(\d+))?\b")


@dataclass(slots=True)
class Sent:
    seq: int
    chat_id: int  # where it was written
    post_id: int
    field: str  # text or caption
    date: int  # Telegram's, in seconds
    at: float  # ours
    version: int = 0
    album: str | None = None


@dataclass(slots=True)
class Way:
    """One direction of one dialog: `s` what the seller wrote, `a` what agents wrote."""

    side: str
    dialog: int
    sent: list[Sent] = field(default_factory=list)

    def token(self, seq: int, version: int = 0) -> str:
        return f"{self.side}{self.dialog:06}.{seq:05}" + (f"v{version}" if version else "")

    def next_tokens(self, count: int) -> list[str]:
        return [self.token(len(self.sent) + i) for i in range(count)]

    def keep(self, posts: list[dict[str, Any]], at: float) -> None:
        """The posts that were accepted, in order."""
        for post in posts:
            self.sent.append(
                Sent(
                    seq=len(self.sent),
                    chat_id=post["chat"]["id"],
                    post_id=post["message_id"],
                    field="text" if "text" in post else "caption",
                    date=post["date"],
                    at=at,
                    album=post.get("media_group_id"),
                )
            )

    @property
    def albums(self) -> Iterator[list[int]]:
        found: dict[str, list[int]] = {}
        for one in self.sent:
            if one.album:
                found.setdefault(one.album, []).append(one.seq)
        yield from found.values()


def tokens_in(text: str) -> list[tuple[str, int, int, int]]:
    """(side, dialog, sequence, version) of each token."""
    return [(side, int(dialog), int(seq), int(version or 0)) for side, dialog, seq, version in TOKEN.findall(text)]
