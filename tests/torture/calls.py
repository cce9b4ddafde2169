"""What the bot asked of Telegram, from the sandbox's log."""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from tests.torture.ledger import Way, tokens_in
from tests.torture.telegram import Json
from tests.torture.windows import Window, outside

HISTORY = "оследние сообщения"  # in a heading: what stands below was delivered elsewhere
Token = tuple[str, int, int]  # side, dialog, number


@dataclass(frozen=True, slots=True)
class Post:
    """Something that arrived."""

    at: float
    chat_id: int
    thread_id: int | None
    text: str
    heard: bool  # whether Telegram's answer reached the bot
    tokens: tuple[Token, ...]


@dataclass(slots=True)
class Calls:
    posts: list[Post] = field(default_factory=list)  # in the order in which they were done
    of: dict[Token, list[Post]] = field(default_factory=lambda: defaultdict(list))
    refused: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    methods: Counter[str] = field(default_factory=Counter)
    next: int = 0

    def read(self, log: Json) -> None:
        for call in log["calls"]:
            self.methods[call["method"]] += 1
            if call["method"].startswith("send") and (call["ok"] or call.get("done")):
                self._add(call)
            elif not call["ok"]:
                self.refused[call["method"], call["error_code"], call["description"]] += 1
        self.next = log["next"]

    @property
    def too_many(self) -> int:
        """How often Telegram asked for a pause."""
        return sum(times for (_, code, _), times in self.refused.items() if code == HTTPStatus.TOO_MANY_REQUESTS)

    def took(self, way: Way, but: Sequence[Window] = ()) -> list[float]:
        """Seconds from when a message was written to its arrival, for each that arrived; `but` those of the windows."""
        arrived = ((sent, self.of.get((way.side, way.dialog, sent.seq))) for sent in way.sent)
        return [outside(but, sent.at, posts[0].at) for sent, posts in arrived if posts]

    def write_down(self, file: Path) -> None:
        """For whoever looks into what went wrong."""
        lines = (
            f"{one.at:.3f} {one.chat_id} {one.thread_id} {'' if one.heard else 'unheard '}{one.text!r}"
            for one in self.posts
        )
        file.write_text("\n".join(lines), encoding="utf-8")

    def _add(self, call: Json) -> None:
        params, text = call["params"], _words_of(call["params"])
        thread = params.get("message_thread_id")
        tokens = tuple((side, dialog, seq) for side, dialog, seq, _ in tokens_in(text))
        post = Post(call["at"], int(params["chat_id"]), int(thread) if thread else None, text, call["ok"], tokens)
        self.posts.append(post)
        if HISTORY not in text:
            for token in tokens:
                self.of[token].append(post)


def _words_of(params: Json) -> str:
    """Text or caption; those of an album one after another."""
    media = params.get("media") or []
    items = json.loads(media) if isinstance(media, str) else media
    return "\n".join(
        [params.get("text") or params.get("caption") or "", *(item.get("caption") or "" for item in items)]
    )
