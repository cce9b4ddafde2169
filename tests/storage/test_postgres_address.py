"""One address serves asyncpg and libpq, whatever a managed server put into it."""

import pytest

from storage.postgres_address import of_asyncpg, of_libpq

MANAGED = "postgresql://desk:s%40crt@db.example.com:6432/desk?sslmode=require&channel_binding=require"


@pytest.mark.parametrize(
    ("url", "for_asyncpg"),
    [
        (MANAGED, "postgresql://desk:s%40crt@db.example.com:6432/desk?sslmode=require"),
        ("postgresql:///desk?host=/tmp/pg", "postgresql:///desk?host=%2Ftmp%2Fpg"),
        ("postgresql://a,b:5433/desk?connect_timeout=5", "postgresql://a,b:5433/desk"),
    ],
)
def test_asyncpg_gets_what_it_understands(url: str, for_asyncpg: str) -> None:
    assert of_asyncpg(url) == for_asyncpg


@pytest.mark.parametrize(
    ("url", "bare", "password"),
    [
        (MANAGED, "postgresql://desk@db.example.com:6432/desk?sslmode=require&channel_binding=require", "s@crt"),
        (
            "postgresql:///desk?host=/tmp/pg&user=me&password=p%26q",
            "postgresql:///desk?host=%2Ftmp%2Fpg&user=me",
            "p&q",
        ),
        ("postgresql://db.example.com/desk", "postgresql://db.example.com/desk", None),
    ],
)
def test_libpq_gets_all_of_it_and_the_password_apart(url: str, bare: str, password: str | None) -> None:
    assert of_libpq(url) == (bare, {"PGPASSWORD": password} if password else {})
