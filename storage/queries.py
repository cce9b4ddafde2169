"""Named queries: one text for both databases in `sql/`, what differs in a folder a dialect.

Parameters stand there by their names and are given by their numbers: SQLite's module gives way to other threads, which
may take long to give way in turn, each time that it looks for a name.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosql

FOLDER = Path(__file__).parent / "sql"
NUMBER = re.compile(r"\$(\d+)")
SPELLINGS: dict[str, dict[str, str]] = {
    "sqlite": {"array_agg(": "group_concat("},  # a text: «3,1,4»
    "postgresql": {},
}


@dataclass(frozen=True, slots=True)
class Query:
    sql: str
    names: tuple[str, ...]  # of the parameters, in the order of their numbers

    def order(self, values: dict[str, Any]) -> list[Any]:
        return [values[name] for name in self.names]


def load(dialect: str) -> dict[str, Query]:
    found: dict[str, Query] = {}
    for file in sorted([*FOLDER.glob("*.sql"), *FOLDER.glob(f"{dialect}/*.sql")]):
        queries = aiosql.from_path(file, "asyncpg", mandatory_parameters=False)
        numbered = queries.driver_adapter.var_sorted
        for name in queries.available_queries:
            if not name.endswith("_cursor"):
                assert name not in found, f"two queries are called {name}"
                sql = _spelled(getattr(queries, name).sql.rstrip(";"), dialect)
                found[name] = Query(sql, tuple(numbered.get(name, ())))
    return found


def _spelled(sql: str, dialect: str) -> str:
    for standard, own in SPELLINGS[dialect].items():
        sql = sql.replace(standard, own)
    return NUMBER.sub(r"?\1", sql) if dialect == "sqlite" else sql
