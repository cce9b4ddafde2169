"""What stands beside dialogs and messages after years: places, notices, versions, and what admins and people left."""

import json
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from core.similar import MOST_OF_TOPIC, MOST_STEMS
from core.units import DAY, MINUTE

Row = dict[str, Any]
Table = tuple[str, Iterable[Row]]

TOPICS = 110
STEMS = 5_000
KEPT = 40_000  # dialogs whose notices are still kept: those of a busy week
WAITING = 200  # dialogs whose last notice has not left
ADMIN = 42
STATES = ((1, None), (1, None), (1, None), (2, "blocked"))  # delivered, or not and why


@dataclass(frozen=True, slots=True)
class Beside:
    count: int  # dialogs
    dialogs: Callable[[], Iterator[Row]]  # their rows, anew each time
    message_ids: Callable[[Row], list[int]]  # of a dialog
    now: int

    def tables(self) -> list[Table]:
        return [
            ("message_ref", self._message_refs()),
            ("message_version", self._versions()),
            ("reaction", self._reactions()),
            ("outbox", self._outbox()),
            ("topic_taken", self._topics_taken()),
            ("fsm_state", self._fsm_states()),
            ("audit", self._audit()),
            *self._small(),
            ("subscriber", self._subscribers()),
        ]

    def _last(self, most: int) -> Iterator[Row]:
        return islice(self.dialogs(), max(self.count - most, 0), None)

    def _message_refs(self) -> Iterator[Row]:
        """Each message stands with its seller and in the group; the card is no message."""
        for place, row in enumerate(self.dialogs()):
            ids = self.message_ids(row)
            common = {"dialog": row["number"]}
            first = place * (len(ids) + 1) + 1
            yield {"chat_id": row["group_id"], "post_id": first, "message": None, "source": 0, **common}
            for step, message in enumerate(ids):
                post, of_seller = first + 1 + step, step % 2 == 0
                private = {"chat_id": row["seller_id"], "post_id": post, "message": message, "source": int(of_seller)}
                group = {"chat_id": row["group_id"], "post_id": post, "message": message, "source": int(not of_seller)}
                yield private | common
                yield group | common

    def _versions(self) -> Iterator[Row]:
        for row in islice(self.dialogs(), 0, None, 10):
            yield {"message": self.message_ids(row)[0], "content": "{}", "until": row["created_at"] + MINUTE}

    def _reactions(self) -> Iterator[Row]:
        for row in islice(self.dialogs(), 0, None, 10):
            yield {"message": self.message_ids(row)[1], "emoji": "👍", "asked_at": None}

    def _outbox(self) -> Iterator[Row]:
        waits_from = max(self.count - WAITING, 0)
        first = max(self.count - KEPT, 0)
        for place, row in enumerate(self._last(KEPT), first):
            ids = self.message_ids(row)
            for step, message in enumerate(ids):
                state, error = STATES[(place + step) % len(STATES)]
                if place >= waits_from and message == ids[-1]:
                    state, error = 0, None
                at = row["created_at"] + step * MINUTE
                yield {
                    "stream": f"dialog:{row['number']}" if step % 2 == 0 else f"person:{row['seller_id']}",
                    "kind": "relay",
                    "dialog": row["number"],
                    "message": message,
                    "details": "{}",
                    "priority": 0,
                    "due_at": at,
                    "created_at": at,
                    "state": state,
                    "error": error,
                    "done_at": at if state else None,
                }

    def _topics_taken(self) -> Iterator[Row]:
        taken = {(row["seller_id"], row["topic"]): row for row in self._last(KEPT)}
        for (seller, topic), row in taken.items():
            yield {"seller_id": seller, "topic": topic, "number": row["number"], "at": row["created_at"]}

    def _fsm_states(self) -> Iterator[Row]:
        for seller in dict.fromkeys(row["seller_id"] for row in self._last(KEPT)):
            yield {
                "key": f"{seller}:{seller}:0",
                "state": "NewDialog:draft",
                "data": "{}",
                "at": self.now - seller % DAY,
            }

    def _subscribers(self) -> Iterator[Row]:
        for seller in dict.fromkeys(row["seller_id"] for row in self._last(KEPT)):
            told_at = self.now if seller % 10 else None
            yield {"announcement": 1 + seller % 50, "person": seller, "at": self.now, "told_at": told_at}

    def _audit(self) -> Iterator[Row]:
        for row in islice(self.dialogs(), 0, None, 20):
            details = json.dumps({"person": row["seller_id"], "reason": "спам"}, ensure_ascii=False)
            subject = row["seller_id"]
            yield {"by_id": ADMIN, "action": "banned", "details": details, "at": row["created_at"], "subject": subject}

    def _helpful(self) -> Iterator[Row]:
        """As many of each topic as are kept: the newest."""
        return (row for row in self._last(TOPICS * MOST_OF_TOPIC) if row["status"] == "finished")

    def _helpful_answers(self) -> Iterator[Row]:
        for row in self._helpful():
            message = self.message_ids(row)[1]
            yield {"dialog": row["number"], "topic": row["topic"], "message": message, "at": row["ended_at"]}

    def _helpful_stems(self) -> Iterator[Row]:
        """Few stems are frequent, most are rare."""
        chance = random.Random(5)
        for row in self._helpful():
            stems = {f"слов{int(chance.paretovariate(1)) % STEMS}" for _ in range(MOST_STEMS)}
            for stem in sorted(stems):
                yield {"topic": row["topic"], "stem": stem, "dialog": row["number"]}

    def _small(self) -> list[Table]:
        """Tables whose rows a shop can count, or that are emptied every few days."""
        now = self.now
        return [
            ("announcement", (_announcement(number, now) for number in range(50))),
            ("catalogue", ({"text": "categories: []", "at": now, "by_id": ADMIN} for _ in range(20))),
            ("canned_answer", (_canned_answer(number) for number in range(100))),
            ("setting", [{"name": "cooldown", "value": "900000", "at": now, "by_id": ADMIN}]),
            ("admin", [{"person": ADMIN, "role": "admin", "at": now, "by_id": ADMIN}]),
            ("search_evidence", (_evidence(number, now) for number in range(min(self.count, KEPT)))),
            ("helpful_answer", self._helpful_answers()),
            ("helpful_stem", self._helpful_stems()),
            ("search_taught", [{"id": 1, "until": now}]),
            ("search_figure", ({"day": now // DAY - number, "what": "solved", "count": 1} for number in range(500))),
            ("search_missed", (_missed(number, now) for number in range(min(self.count, KEPT)))),
            ("group_moved", [{"old_id": -7, "new_id": -1007}]),
            ("dialog_merge", (_merge(number, now) for number in range(min(self.count, KEPT)))),
            ("shift", [{"group_id": -1007, "agent_id": 501, "name": "Олег", "is_on": 1, "seen_at": now}]),
            ("agents_group", [{"chat_id": -1007, "able": 1}]),
            ("inbox", (_update(number, now) for number in range(min(self.count, KEPT)))),
            ("api_token", [{"name": "crm", "digest": "d", "rights": "read,write", "created_at": now}]),
            ("idempotency_key", (_kept_answer(number, now) for number in range(min(self.count, KEPT)))),
        ]


def _announcement(number: int, now: int) -> Row:
    ended_at = now - (50 - number) * DAY if number < 48 else None
    return {
        "text": "Сбой",
        "categories": "[]",
        "until": None,
        "at": now - 60 * DAY,
        "by_id": ADMIN,
        "ended_at": ended_at,
    }


def _merge(number: int, now: int) -> Row:
    return {"number": number, "survivor": number + 1, "by_id": ADMIN, "at": now - number, "details": "{}"}


def _evidence(number: int, now: int) -> Row:
    return {"stem": f"слов{number}", "topic": f"topic-{number % 100}", "dialogs": 3, "weight": 0.5, "at": now}


def _missed(number: int, now: int) -> Row:
    return {"word": f"слово{number}", "topic": "", "count": 1 + number % 9, "at": now - number}


def _canned_answer(number: int) -> Row:
    return {"category": "", "title": f"Ответ {number}", "text": "Здравствуйте!", "position": number}


def _update(number: int, now: int) -> Row:
    """Handled but for a few; of those the first waits, and the others are set aside."""
    state = {0: 0, 1: 2, 2: 2}.get(number, 1)
    return {"update_id": number, "key": f"{number}", "body": "{}", "at": now - number, "state": state}


def _kept_answer(number: int, now: int) -> Row:
    return {"caller": "crm", "key": f"{number}", "request": "", "status": 200, "body": "{}", "at": now - number}
