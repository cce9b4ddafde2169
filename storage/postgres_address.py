"""One address of a PostgreSQL for all who connect to it: the bot by asyncpg, `pg_dump` and `pg_restore` by libpq.

Managed servers hand out addresses with libpq's parameters (`?sslmode=require&channel_binding=require`). asyncpg
understands those of TLS, and would take the others for settings of the server, which refuses them.
"""

from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

OF_LIBPQ_ALONE = frozenset(
    {
        "channel_binding",
        "client_encoding",  # asyncpg has its own
        "connect_timeout",
        "fallback_application_name",
        "gssdelegation",
        "gssencmode",
        "hostaddr",
        "keepalives",
        "keepalives_count",
        "keepalives_idle",
        "keepalives_interval",
        "load_balance_hosts",
        "require_auth",
        "requirepeer",
        "sslcertmode",
        "sslcompression",
        "sslcrldir",
        "sslsni",
        "tcp_user_timeout",
    }
)


def of_asyncpg(url: str) -> str:
    parts = urlsplit(url)
    return _joined(parts, parts.netloc, [pair for pair in parse_qsl(parts.query) if pair[0] not in OF_LIBPQ_ALONE])


def of_libpq(url: str) -> tuple[str, dict[str, str]]:
    """The address without its password, and the password as a variable of the environment.

    What stands in the arguments of a program is seen by everybody on the machine.
    """
    parts = urlsplit(url)
    query = parse_qsl(parts.query)
    password = unquote(parts.password or "") or dict(query).get("password", "")
    login, at, host = parts.netloc.rpartition("@")
    bare = _joined(parts, login.partition(":")[0] + at + host, [pair for pair in query if pair[0] != "password"])
    return bare, {"PGPASSWORD": password} if password else {}


def _joined(parts: SplitResult, netloc: str, query: list[tuple[str, str]]) -> str:
    """By hand: `urlunsplit` takes the slashes from an address without a host."""
    return f"{parts.scheme}://{netloc}{parts.path}" + ("?" + urlencode(query, quote_via=quote) if query else "")
