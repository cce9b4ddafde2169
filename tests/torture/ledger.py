"""What was sent: each message carries its number, so that it is known wherever it arrives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

TOKEN = re.compile(r"\b([sa])(\d{6})\.(\d{5})(?:v(\d+))?\b")


@dataclass(slots=True)
class Sent:
    seq: int
    post_id: int  # in the chat where it was written
    field: str  # text or caption
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

    def keep(self, posts: list[dict[str, Any]]) -> None:
        """The posts that were accepted, in order."""
        for post in posts:
            found = "text" if "text" in post else "caption"
            self.sent.append(Sent(len(self.sent), post["message_id"], found, album=post.get("media_group_id")))

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
