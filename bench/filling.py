"""A desk with any number of dialogs in it, put straight into the tables: what years of work leave behind."""

import asyncio
import json
import random
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import asyncpg

from bench.filling_beside import TOPICS, Beside
from core.content import Content, Kind
from core.message import first_id
from core.units import MINUTE
from storage import search_words as words
from storage.connect import connect, sqlite_path

QUERIES = sorted(Path(__file__).parent.glob("queries-*.tsv"))
NOW = 1_795_579_200_000
YEARS = 2 * 365 * 86_400_000
MESSAGES = 10  # a dialog
DIALOGS = 20  # a seller
GROUPS = [-1001, -1002, -1003, -1004]
PROMISED = 240 * MINUTE
AGENT_HAS = 20  # open dialogs
CATEGORIES = 14
TOGETHER = 20_000  # rows
FIRST_NUMBER = 100_001
FIRST_SELLER = 1_000_000
NAMES = ("Анна", "Мария", "Олег", "Иван", "Елена", "Дмитрий", "Ольга", "Сергей", "Юлия", "Павел")

Row = dict[str, Any]
Table = tuple[str, Iterable[Row]]

ENDINGS = ("rated", "closed", "expired", "cancelled")
# What is open depends on how many agents there are, not on how many years they have worked.
OPEN = {"created": (0.2, 800), "answered": (0.2, 7_000), "clarifying": (0.1, 3_000)}  # share, and at most


def agents(dialogs: int) -> int:
    """How many there are: a desk with more open dialogs has more of them."""
    return round(sum(min(share * dialogs, most) for share, most in OPEN.values()) / AGENT_HAS)


async def fill(url: str, dialogs: int, *, statistics: bool = True) -> None:
    """The schema as the desk makes it; full-text indexes are built at the end, as a restored database would do."""
    await (await connect(url)).close()
    if url.startswith("sqlite:"):
        await asyncio.to_thread(_fill_sqlite, sqlite_path(url), dialogs, statistics)
    else:
        await _fill_postgres(url, dialogs, statistics)


def _fill_sqlite(path: Path, dialogs: int, statistics: bool) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-200000"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("BEGIN")
        for table, rows in tables(dialogs):
            for batch in _batches(rows):
                names = ", ".join(batch[0])
                marks = ", ".join(f":{name}" for name in batch[0])
                connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", batch)
        for index in ("message_words", "person_words"):
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")
        if statistics:
            connection.execute("ANALYZE")


async def _fill_postgres(url: str, dialogs: int, statistics: bool) -> None:
    connection = await asyncpg.connect(url)
    try:
        searched = await connection.fetch("SELECT indexname, indexdef FROM pg_indexes WHERE indexname LIKE '%_words'")
        for row in searched:
            await connection.execute(f"DROP INDEX {row['indexname']}")
        for table, rows in tables(dialogs):
            if not statistics:
                await connection.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = off)")
            for batch in _batches(rows):
                records = [tuple(row.values()) for row in batch]
                await connection.copy_records_to_table(table, records=records, columns=list(batch[0]))
        for row in searched:
            await connection.execute(row["indexdef"])
        if statistics:
            await connection.execute("VACUUM ANALYZE")  # as the server has done by itself, years later
    finally:
        await connection.close()


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, TOGETHER)):
        yield batch


def tables(dialogs: int) -> list[Table]:
    """Each table with its rows, those that are referred to first; the same rows for the same number."""
    return [
        ("person", _people(dialogs)),
        ("dialog", _dialogs(dialogs)),
        ("turn", _turns(dialogs)),
        ("thread", _threads(dialogs)),
        ("message", _messages(dialogs)),
        *Beside(dialogs, lambda: _dialogs(dialogs), _message_ids, NOW).tables(),
    ]


def _people(dialogs: int) -> Iterator[Row]:
    for number in range(max(dialogs // DIALOGS, 1)):
        name, username = f"{NAMES[number % len(NAMES)]} Продавцова {number}", f"shop{number}"
        yield {
            "id": FIRST_SELLER + number,
            "name": name,
            "username": username,
            "language": "ru",
            "first_seen_at": NOW - YEARS,
            "words": words.of_person(name, username),
        }


def _dialogs(dialogs: int) -> Iterator[Row]:
    chance, agents_there = random.Random(1), agents(dialogs)
    step = YEARS // dialogs
    shares = {status: min(share, most / dialogs) for status, (share, most) in OPEN.items()}
    shares["finished"] = 1 - sum(shares.values())
    for place in range(dialogs):
        created_at = NOW - YEARS + place * step
        status = chance.choices(list(shares), list(shares.values()))[0]
        answered_at = None if status == "created" else created_at + int(chance.lognormvariate(1, 1) * 20) * MINUTE
        ending = chance.choice(ENDINGS) if status == "finished" else None
        topic = chance.randrange(TOPICS)
        yield {
            "number": FIRST_NUMBER + place,
            "seller_id": FIRST_SELLER + place % max(dialogs // DIALOGS, 1),
            "category": f"category-{topic % CATEGORIES}",
            "topic": f"topic-{topic}",
            "titles": _titles(topic),
            "group_id": GROUPS[topic % len(GROUPS)],
            "status": status,
            "ending": ending,
            "created_at": created_at,
            "waiting_since": created_at if status == "created" else None,
            **_time_of_its_own(status, created_at, topic, place),
            "support_wrote_at": answered_at,
            "answered_at": answered_at,
            "first_answer_at": answered_at,
            "ended_at": (answered_at or created_at) + 600 * MINUTE if status == "finished" else None,
            "rating": chance.randint(1, 5) if ending == "rated" else None,
            "rated_at": (answered_at or created_at) + 600 * MINUTE if ending == "rated" else None,
            "agent_id": None if status == "created" else 501 + place % agents_there,
            "agent_name": None if status == "created" else f"Агент {place % agents_there}",
            "first_answer_by": None if status == "created" else 501 + place % agents_there,
        }


def _time_of_its_own(status: str, created_at: int, topic: int, place: int) -> Row:
    """Every other topic promises an answer within four hours; a few of what is open is put off."""
    due = status == "created" and topic % 2 == 0
    return {
        "due_at": created_at + PROMISED if due else None,
        "warn_at": created_at + PROMISED * 4 // 5 if due and place % 10 else None,
        "snoozed_until": NOW + place * MINUTE if status != "finished" and place % 20 == 0 else None,
    }


def _titles(topic: int) -> str:
    titles = [{"ru": f"Категория {topic % CATEGORIES}"}, {"ru": f"Тема {topic}"}]
    return json.dumps(titles, ensure_ascii=False)


def _turns(dialogs: int) -> Iterator[Row]:
    for row in _dialogs(dialogs):
        yield {
            "dialog": row["number"],
            "asked_at": row["created_at"],
            "answered_at": row["first_answer_at"],
            "due_at": row["created_at"] + PROMISED if int(row["topic"].removeprefix("topic-")) % 2 == 0 else None,
            "agent_id": row["agent_id"],
            "agent_name": row["agent_name"],
        }


def _threads(dialogs: int) -> Iterator[Row]:
    for row in _dialogs(dialogs):
        thread = row["number"] - FIRST_NUMBER + 2
        yield {"dialog": row["number"], "chat_id": row["group_id"], "thread_id": thread, "card_id": thread + 1}


def _messages(dialogs: int) -> Iterator[Row]:
    said = _sayings()
    chance = random.Random(2)
    for row in _dialogs(dialogs):
        for place in range(MESSAGES):
            created_at = row["created_at"] + place * MINUTE
            of_seller = place % 2 == 0
            content, stems = chance.choice(said)
            yield {
                "id": _message_id(row, place),
                "dialog": row["number"],
                "side": "seller" if of_seller else "agent",
                "author_id": row["seller_id"] if of_seller else row["agent_id"] or 501,
                "author_name": "Продавцова" if of_seller else "Агент",
                "kind": "text",
                "content": content,
                "size": 0,
                "created_at": created_at,
                "delivered_at": created_at + 1_000,
                "words": f"{stems} {row['number'] * MESSAGES + place}",
            }


def _message_ids(dialog: Row) -> list[int]:
    return [_message_id(dialog, place) for place in range(MESSAGES)]


def _message_id(dialog: Row, place: int) -> int:
    number: int = dialog["number"]
    return first_id(dialog["created_at"] + place * MINUTE) + (number * MESSAGES + place) % (1 << 20)


def _sayings(count: int = 20_000) -> list[tuple[str, str]]:
    """Messages of the words that sellers use; few words are frequent, most are rare."""
    texts = " ".join(file.read_text(encoding="utf-8") for file in QUERIES)
    vocabulary = sorted(set(re.findall(r"[а-яёa-z]{3,}", texts)))
    chance = random.Random(3)
    chance.shuffle(vocabulary)
    weights = [1 / place for place in range(1, len(vocabulary) + 1)]
    contents = [Content(Kind.TEXT, " ".join(chance.choices(vocabulary, weights, k=10))) for _ in range(count)]
    return [(json.dumps(content.to_data(), ensure_ascii=False), words.of_content(content)) for content in contents]
