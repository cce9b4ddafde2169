"""Every message is counted: accepted by Telegram, delivered to the other side, lost, copied, out of order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tests.torture.calls import HISTORY, Calls, Post, Token
from tests.torture.ledger import Sent, Way, tokens_in
from tests.torture.telegram import Json, is_of_bot, text_of
from tests.torture.windows import Window

DELIVERED, FAILED = "👌", "👎"
NOT_SHOWN = "не дошло до поддержки"  # what a seller reads of a message that is given up
NOT_SENT = "Не отправлено"  # what agents read in reply to it
Versions = dict[Token, int]
Place = tuple[int, int]  # chat and message


@dataclass(slots=True)
class Count:
    accepted: int = 0
    delivered: int = 0
    given_up: list[str] = field(default_factory=list)  # and its sender knows
    lost: list[str] = field(default_factory=list)
    repeated: int = 0  # the answer to the first was lost, in a kill or on the way
    doubled: list[str] = field(default_factory=list)  # without such a reason
    out_of_order: list[str] = field(default_factory=list)
    misrouted: list[str] = field(default_factory=list)
    albums: int = 0
    torn_albums: list[str] = field(default_factory=list)
    edits: int = 0
    stale: list[str] = field(default_factory=list)  # an edit that was not carried over
    unmarked: list[str] = field(default_factory=list)  # an answer that does not show that it was delivered, and what

    @property
    def promises_kept(self) -> bool:
        return not any(getattr(self, name) for name in BROKEN)

    def add(self, other: "Count") -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


BROKEN = ("lost", "doubled", "out_of_order", "misrouted", "torn_albums", "stale", "unmarked")


@dataclass(slots=True)
class Evidence:
    """What the round left behind."""

    calls: Calls
    unsure: Sequence[Window]  # when what was done may not have been kept
    left: set[int]  # groups in which nobody can do anything more
    versions: Versions = field(default_factory=dict)  # of each message, the newest that stands on the other side
    albums: dict[Token, set[str]] = field(default_factory=lambda: defaultdict(set))
    marks: dict[Place, list[str]] = field(default_factory=dict)  # reactions where it was written
    told: Counter[int] = field(default_factory=Counter)  # seller -> how many messages they know to be given up
    not_sent: set[Place] = field(default_factory=set)  # the agents' messages that it was said of

    def look_at(self, messages: Iterable[Json]) -> None:
        """All that stand in one chat."""
        for message in messages:
            if is_of_bot(message):
                self._read(message)
            else:
                self.marks[_place_of(message)] = message.get("_reactions", [])

    def _read(self, message: Json) -> None:
        text = text_of(message)
        self.told[message["chat"]["id"]] += NOT_SHOWN in text
        if NOT_SENT in text and "reply_to_message" in message:
            self.not_sent.add((message["chat"]["id"], message["reply_to_message"]["message_id"]))
        if HISTORY in text:
            return
        for side, dialog, seq, version in tokens_in(text):
            token = side, dialog, seq
            self.versions[token] = max(self.versions.get(token, 0), version)
            if album := message.get("media_group_id"):
                self.albums[token].add(album)

    def is_marked(self, sent: Sent) -> bool:
        """Whether an answer shows that it was delivered, where anything can be shown."""
        return sent.chat_id in self.left or DELIVERED in self.marks[sent.chat_id, sent.post_id]

    def is_told(self, way: Way, sent: Sent) -> bool:
        """Whether its sender knows that it was given up; each line is for one message."""
        place = sent.chat_id, sent.post_id
        if FAILED in self.marks.get(place, ()) or place in self.not_sent:
            return True
        self.told[sent.chat_id] -= way.side == "s"
        return way.side == "s" and self.told[sent.chat_id] >= 0


def _place_of(message: Json) -> Place:
    return message["chat"]["id"], message["message_id"]


def count(way: Way, evidence: Evidence, is_home: "Home") -> Count:
    found = Count(accepted=len(way.sent), edits=sum(one.version for one in way.sent))
    for sent in way.sent:
        _count_one(way, sent, evidence, found)
    order = [seq for post in evidence.calls.posts for seq in _first_in(post, way, evidence.calls)]
    found.out_of_order = [way.token(b) for a, b in pairwise(order) if b < a]
    of_way = [
        post for post in evidence.calls.posts if any(token[:2] == (way.side, way.dialog) for token in post.tokens)
    ]
    found.misrouted = [f"{way.token(0)} in {post.chat_id}" for post in of_way if not is_home(way, post)]
    for album in way.albums:
        found.albums += 1
        groups = [evidence.albums.get((way.side, way.dialog, seq), set()) for seq in album]
        if not set.intersection(*groups):
            found.torn_albums.append(way.token(album[0]))
    return found


def _count_one(way: Way, sent: Sent, evidence: Evidence, found: Count) -> None:
    token = way.side, way.dialog, sent.seq
    posts = evidence.calls.of.get(token)
    if not posts:
        (found.given_up if evidence.is_told(way, sent) else found.lost).append(way.token(sent.seq))
        return
    found.delivered += 1
    copies = len(posts) - len({post.chat_id for post in posts})  # where a dialog went it is shown anew, if corrected
    excused = min(copies, sum(_was_lost(post, evidence.unsure) for post in posts))  # a repeat may overtake the first
    found.repeated += excused
    found.doubled += [way.token(sent.seq)] * (copies - excused)
    if evidence.versions.get(token, 0) < sent.version:
        found.stale.append(way.token(sent.seq, sent.version))
    if way.side == "a" and not evidence.is_marked(sent):
        found.unmarked.append(way.token(sent.seq) + "".join(evidence.marks[sent.chat_id, sent.post_id]))


def _was_lost(post: Post, unsure: Sequence[Window]) -> bool:
    return not post.heard or any(window.holds(post.at) for window in unsure)


def _first_in(post: Post, way: Way, calls: Calls) -> list[int]:
    """The numbers of this way that arrived with this post for the first time."""
    return [
        token[2]
        for token in post.tokens
        if token[:2] == (way.side, way.dialog) and any(post is first for first in calls.of[token][:1])
    ]


class Home:
    """Where the words of a dialog may stand."""

    def __init__(self, sellers: dict[int, int], threads: dict[tuple[int, int], str], groups: set[int]) -> None:
        self._sellers = sellers  # dialog -> its seller
        self._threads = threads  # topics by their names
        self._groups = groups

    def __call__(self, way: Way, post: Post) -> bool:
        if post.chat_id not in self._groups:
            return post.chat_id == self._sellers[way.dialog] and way.side == "a"
        named = self._threads.get((post.chat_id, post.thread_id), "") if post.thread_id else post.text
        return f"№{way.dialog}" in named


def last_words(ways: Sequence[Way], given_up: set[str]) -> str | None:
    """The status that a dialog has by what was said last; None where both spoke within one second."""
    spoken = [
        (sent.date, way.side) for way in ways for sent in way.sent if way.token(sent.seq) not in given_up
    ]  # fmt: skip
    last = {side for date, side in spoken if date == max(spoken)[0]}
    if len(last) > 1:
        return None
    return "answered" if last == {"a"} else "created"
