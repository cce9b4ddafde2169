"""How each kind of setting is written; what is written otherwise is refused in our own words, not in pydantic's."""

import base64
import re
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, SecretStr
from pydantic_settings import NoDecode

from core.api_tokens import NAME
from core.units import DAY, HOUR, MINUTE, SECOND

UNITS = {"s": SECOND, "m": MINUTE, "h": HOUR, "d": DAY}
SHORTEST_TOKEN = 16  # characters that nobody guesses
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
YES, NO = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
ADDRESS = re.compile(r"(\[(?P<ipv6>[0-9a-fA-F:.]+)\]|(?P<host>[^:\[\]\s]*)):(?P<port>\d{1,5})")


def number(least: int, most: int | None = None) -> BeforeValidator:
    allowed = f"from {least} on" if most is None else f"from {least} to {most}"

    def read(value: Any) -> int:
        written = str(value).strip()
        if not written.isdecimal() or int(written) < least or (most is not None and int(written) > most):
            raise ValueError(f"write a whole number {allowed}")
        return int(written)

    return BeforeValidator(read)


def duration(least: int = 0) -> BeforeValidator:
    """`90s`, `15m`, `36h`, `3d`; `least` in milliseconds, as what is read."""

    def read(value: Any) -> int:
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"\s*(\d{1,6})\s*([smhd])\s*", str(value).lower())
        if not found:
            raise ValueError("write a duration such as 90s, 15m, 36h or 3d")
        if (meant := int(found[1]) * UNITS[found[2]]) < least:
            raise ValueError(f"write {least // SECOND}s or more")
        return meant

    return BeforeValidator(read)


def yes_or_no(value: Any) -> bool:
    written = str(value).strip().lower()
    if written not in (*YES, *NO):
        raise ValueError("write true or false")
    return written in YES


def level(value: Any) -> str:
    written = str(value).strip().upper()
    if written not in LEVELS:
        raise ValueError(f"write {', '.join(LEVELS[:-1])} or {LEVELS[-1]}")
    return written


def address(value: Any) -> Any:
    """`host:port`, `[::1]:port` or `:port`."""
    if not value or isinstance(value, tuple):
        return value or None
    found = ADDRESS.fullmatch(str(value).strip())
    if not found or not 0 < int(found["port"]) < 65536:
        raise ValueError("write an address such as 127.0.0.1:8080 or [::1]:8080")
    return found["ipv6"] or found["host"] or "127.0.0.1", int(found["port"])


def group_id(value: Any) -> int:
    written = str(value).strip()
    if not re.fullmatch(r"-\d{1,18}", written):
        raise ValueError("a group's id is a negative number, such as -1001234567890")
    return int(written)


def admin_ids(value: Any) -> tuple[int, ...]:
    written = value if isinstance(value, str) else ",".join(map(str, value if isinstance(value, tuple) else (value,)))
    parts = [part for part in re.split(r"[,;\s]+", written.strip().strip("[]()")) if part]
    if not parts or not all(re.fullmatch(r"\d{1,18}", part) for part in parts):
        raise ValueError("write Telegram ids, comma-separated, such as 11111111,22222222")
    return tuple(map(int, parts))


def api_tokens(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    pairs = [part.strip().partition("=") for part in value.split(",") if part.strip()]
    if not all(re.fullmatch(NAME, name) and len(token) >= SHORTEST_TOKEN for name, _, token in pairs):
        raise ValueError(f"write name=token,name=token with tokens of at least {SHORTEST_TOKEN} characters")
    return {name: token for name, _, token in pairs}


def time_zone(value: Any) -> str:
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("write a time zone such as Europe/Moscow") from None
    return str(value)


def key_of(secret: str) -> bytes:
    """What a webhook's secret is in base64; nothing where it is none."""
    try:
        return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except ValueError:
        return b""


YesOrNo = Annotated[bool, BeforeValidator(yes_or_no)]
LogLevel = Annotated[str, BeforeValidator(level)]
Address = Annotated[tuple[str, int] | None, NoDecode, BeforeValidator(address)]
GroupId = Annotated[int, BeforeValidator(group_id)]
AdminIds = Annotated[tuple[int, ...], NoDecode, BeforeValidator(admin_ids)]
ApiTokens = Annotated[dict[str, SecretStr], NoDecode, BeforeValidator(api_tokens)]
TimeZone = Annotated[str, BeforeValidator(time_zone)]
