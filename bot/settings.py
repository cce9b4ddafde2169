"""Settings from environment variables, a `.env` file or secret files. A wrong one ends the start with a sentence."""

import base64
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from core.api_tokens import NAME
from core.languages import LANGUAGES
from core.units import DAY, HOUR, MINUTE, SECOND

SECRET = ("BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL", "API_TOKENS", "EVENTS_SECRET")
UNITS = {"s": SECOND, "m": MINUTE, "h": HOUR, "d": DAY}
SHORTEST_TOKEN = 16  # characters that nobody guesses
TELEGRAM = "https://api.telegram.org"
ADDRESS = re.compile(r"(\[(?P<ipv6>[0-9a-fA-F:.]+)\]|(?P<host>[^:\[\]\s]*)):(?P<port>\d{1,5})")
# Where containers (Docker, Kubernetes) and systemd (LoadCredential=) put secrets, a file each.
SECRETS, CREDENTIALS = "/run/secrets", "CREDENTIALS_DIRECTORY"


class SettingsWrong(Exception):
    """One sentence that names the variable."""


def milliseconds(value: Any) -> Any:
    """`90s`, `15m`, `36h`, `3d`."""
    if isinstance(value, int):
        return value
    found = re.fullmatch(r"\s*(\d{1,6})\s*([smhd])\s*", str(value).lower())
    if not found:
        raise ValueError("write a duration such as 90s, 15m, 36h or 3d")
    return int(found[1]) * UNITS[found[2]]


def address(value: Any) -> Any:
    """`host:port`, `[::1]:port` or `:port`."""
    if not value or isinstance(value, tuple):
        return value or None
    found = ADDRESS.fullmatch(str(value).strip())
    if not found or not 0 < int(found["port"]) < 65536:
        raise ValueError("write an address such as 127.0.0.1:8080 or [::1]:8080")
    return found["ipv6"] or found["host"] or "127.0.0.1", int(found["port"])


Duration = Annotated[int, BeforeValidator(milliseconds)]  # ms
Address = Annotated[tuple[str, int] | None, NoDecode, BeforeValidator(address)]


def key_of(secret: str) -> bytes:
    """What a webhook's secret is in base64; nothing where it is none."""
    try:
        return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except ValueError:
        return b""


class TelegramAccess(BaseSettings):
    """What it takes to speak to Telegram, and no more."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr
    telegram_api_url: str = TELEGRAM
    default_locale: str = "ru"

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"\d+:[\w-]{3,}", value.get_secret_value()):
            raise ValueError("write the token as BotFather gave it: digits, a colon, letters")
        return value

    @field_validator("default_locale")
    @classmethod
    def _locale(cls, value: str) -> str:
        if value not in LANGUAGES:
            raise ValueError(f"write {' or '.join(LANGUAGES)}")
        return value

    @field_validator("telegram_api_url", "webhook_url", "events_url", check_fields=False)
    @classmethod
    def _url(cls, value: str | None) -> str | None:
        if value and not re.match(r"https?://[^/\s]+", value):
            raise ValueError("write an address that begins with http:// or https://")
        return value.rstrip("/") if value else None


class Settings(TelegramAccess):
    agent_group: int
    admin_ids: Annotated[tuple[int, ...], NoDecode]
    data_dir: Path = Path("data")
    database_url: str = ""
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen: Address = ("127.0.0.1", 8080)
    cooldown: Duration = 15 * MINUTE
    auto_close_after: Duration = Field(3 * DAY, ge=SECOND)
    remind_before: Duration = DAY
    sweep_every: Duration = Field(MINUTE, ge=SECOND)
    max_file_mb: int = Field(10, ge=1, le=2000)
    max_total_mb: int = Field(50, ge=1, le=20_000)
    timezone: str = "Europe/Moscow"
    metrics_listen: Address = None
    api_listen: Address = None
    api_tokens: Annotated[dict[str, SecretStr], NoDecode] = {}
    events_url: str | None = None
    events_secret: SecretStr | None = None
    events_notes: bool = False
    api_per_second: int = Field(10, ge=1)
    group_per_minute: int = Field(20, ge=0)
    chat_burst: int = Field(3, ge=0)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("write 1 to 256 of A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("agent_group")
    @classmethod
    def _group(cls, value: int) -> int:
        if value >= 0:
            raise ValueError("a group's id is a negative number, such as -1001234567890")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        if isinstance(value, int):
            return (value,)
        if not isinstance(value, str):
            return value
        parts = [part for part in re.split(r"[,;\s]+", value.strip().strip("[]()")) if part]
        if not parts or not all(part.isdigit() for part in parts):
            raise ValueError("write Telegram ids, comma-separated, such as 11111111,22222222")
        return tuple(int(part) for part in parts)

    @field_validator("api_tokens", mode="before")
    @classmethod
    def _tokens(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        pairs = [part.strip().partition("=") for part in value.split(",") if part.strip()]
        if not all(re.fullmatch(NAME, name) and len(token) >= SHORTEST_TOKEN for name, _, token in pairs):
            raise ValueError(f"write name=token,name=token with tokens of at least {SHORTEST_TOKEN} characters")
        return {name: token for name, _, token in pairs}

    @field_validator("events_secret")
    @classmethod
    def _signs(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not 24 <= len(key_of(value.get_secret_value())) <= 64:
            raise ValueError("write 24 to 64 random bytes in base64, with or without whsec_: openssl rand -base64 32")
        return value

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("write a time zone such as Europe/Moscow") from None
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if value and not re.match(r"(sqlite:///.|postgres(ql)?://)", value):
            raise ValueError("write sqlite:///path/to/file.db or postgresql://user:password@host/name")
        return value.replace("postgres://", "postgresql://", 1) if value.startswith("postgres://") else value

    @model_validator(mode="after")
    def _together(self) -> "Settings":
        if self.max_total_mb < self.max_file_mb:
            raise ValueError("MAX_TOTAL_MB must not be less than MAX_FILE_MB")
        if self.events_url and not self.events_secret:
            raise ValueError("EVENTS_URL needs an EVENTS_SECRET: what leaves is signed")
        if not self.database_url:
            self.database_url = f"sqlite:///{self.data_dir / 'sellerdesk.db'}"
        return self

    @property
    def secrets(self) -> list[str]:
        """What must never be seen in a log."""
        own = [
            secret.get_secret_value() for secret in (self.bot_token, self.webhook_secret, self.events_secret) if secret
        ]
        password = urlsplit(self.database_url).password
        api = [token.get_secret_value() for token in self.api_tokens.values()]
        return own + api + ([password] if password else [])

    @property
    def heartbeat(self) -> Path:
        """The file that says when the process last turned its loop."""
        return self.data_dir / "heartbeat"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


def load_settings(**given: Any) -> Settings:
    """From the environment, or SettingsWrong with one sentence for the first thing that is wrong."""
    with _in_a_sentence():
        return Settings(_secrets_dir=_secret_folders(), **given)


def load_telegram_access() -> TelegramAccess:
    """Raises: SettingsWrong."""
    with _in_a_sentence():
        return TelegramAccess(_secrets_dir=_secret_folders())


@contextmanager
def _in_a_sentence() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        raise SettingsWrong(_sentence(error)) from None


def _secret_folders() -> list[str]:
    """Those that are there: later ones win, and the environment wins over both."""
    return [folder for folder in (SECRETS, os.environ.get(CREDENTIALS, "")) if folder and Path(folder).is_dir()]


def _sentence(error: ValidationError) -> str:
    first = error.errors()[0]
    if not first["loc"]:
        return first["msg"].removeprefix("Value error, ") + "."
    name = str(first["loc"][0]).upper()
    if first["type"] == "missing":
        return f"{name} is not set: put it into the environment or into .env (see .env.example)."
    given = "" if name in SECRET else f" (it is {first['input']!r})"
    return f"{name} is wrong{given}: {first['msg'].removeprefix('Value error, ')}."
