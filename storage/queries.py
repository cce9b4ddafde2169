"""Named queries: one text for both databases in `sql/`, what differs in a folder a dialect."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosql

FOLDER = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True)
class Query:
    sql: str
    names: tuple[str, ...]  # of the parameters, in the order of their numbers

    def order(self, values: dict[str, Any]) -> list[Any]:
        return [values[name] for name in self.names]


def load(dialect: str, driver: str) -> dict[str, Query]:
    found: dict[str, Query] = {}
    for file in sorted([*FOLDER.glob("*.sql"), *FOLDER.glob(f"{dialect}/*.sql")]):
        queries = aiosql.from_path(file, driver, mandatory_parameters=False)
        numbered = getattr(queries.driver_adapter, "var_sorted", {})
        for name in queries.available_queries:
            if not name.endswith("_cursor"):
                assert name not in found, f"two queries are called {name}"
                found[name] = Query(getattr(queries, name).sql.rstrip(";"), tuple(numbered.get(name, ())))
    return found
