"""What can be set, what stands where nothing is, and which values go together."""

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.settings.values import (
    Address,
    AdminIds,
    ApiTokens,
    GroupId,
    LogLevel,
    TimeZone,
    YesOrNo,
    duration,
    key_of,
    number,
)
from core.languages import LANGUAGES
from core.units import DAY, MINUTE, SECOND

TELEGRAM = "https://api.telegram.org"
TELEGRAM_DELIVERS_TO = (443, 80, 88, 8443)  # ports


class TelegramAccess(BaseSettings):
    """What it takes to speak to Telegram, and no more."""

    # Editors of Windows begin a file with a mark of its encoding.
    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8-sig", extra="ignore", env_ignore_empty=True
    )

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
        if value and not _is_web_address(value):
            raise ValueError("write an address that begins with http:// or https://")
        return value.rstrip("/") if value else None


class Settings(TelegramAccess):
    agent_group: GroupId
    admin_ids: AdminIds
    data_dir: Path = Path("data")
    database_url: str = ""
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen: Address = ("127.0.0.1", 8080)
    cooldown: Annotated[int, duration()] = 15 * MINUTE
    auto_close_after: Annotated[int, duration(SECOND)] = 3 * DAY
    remind_before: Annotated[int, duration()] = DAY
    sweep_every: Annotated[int, duration(SECOND)] = MINUTE
    max_file_mb: Annotated[int, number(1, 2000)] = 10
    max_total_mb: Annotated[int, number(1, 20_000)] = 50
    timezone: TimeZone = "Europe/Moscow"
    metrics_listen: Address = None
    api_listen: Address = None
    api_tokens: ApiTokens = {}
    events_url: str | None = None
    events_secret: SecretStr | None = None
    events_notes: YesOrNo = False
    api_per_second: Annotated[int, number(1)] = 10
    group_per_minute: Annotated[int, number(0)] = 20
    chat_burst: Annotated[int, number(0)] = 3
    log_level: LogLevel = "INFO"

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("write 1 to 256 of A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("events_secret")
    @classmethod
    def _signs(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not 24 <= len(key_of(value.get_secret_value())) <= 64:
            raise ValueError("write 24 to 64 random bytes in base64, with or without whsec_: openssl rand -base64 32")
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if value and not re.match(r"(sqlite:///.|postgres(ql)?://)", value):
            raise ValueError("write sqlite:///path/to/file.db or postgresql://user:password@host/name")
        return value.replace("postgres://", "postgresql://", 1) if value.startswith("postgres://") else value

    @model_validator(mode="after")
    def _together(self) -> "Settings":
        self._let_the_default_give_way()
        if self.max_total_mb < self.max_file_mb:
            raise ValueError("MAX_TOTAL_MB must not be less than MAX_FILE_MB")
        if self.events_url and not self.events_secret:
            raise ValueError("EVENTS_URL needs an EVENTS_SECRET: what leaves is signed")
        if self.webhook_url and self.telegram_api_url == TELEGRAM:
            _refuse_where_telegram_does_not_deliver(self.webhook_url)
        if not self.database_url:
            self.database_url = self._file_in_data_dir
        return self

    def _let_the_default_give_way(self) -> None:
        """Of the two limits on attachments, where only one is set: a shop need not know of the other."""
        if "max_total_mb" not in self.model_fields_set:
            self.max_total_mb = max(self.max_total_mb, self.max_file_mb)
        if "max_file_mb" not in self.model_fields_set:
            self.max_file_mb = min(self.max_file_mb, self.max_total_mb)

    @property
    def _file_in_data_dir(self) -> str:
        return f"sqlite:///{self.data_dir / 'sellerdesk.db'}"

    @property
    def keeps_in_data_dir(self) -> bool:
        return self.database_url == self._file_in_data_dir

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


def _is_web_address(value: str) -> bool:
    try:
        address = urlsplit(value)
        return address.scheme in ("http", "https") and bool(address.hostname) and address.port != 0
    except ValueError:  # a port that is none, brackets that don't close
        return False


def _refuse_where_telegram_does_not_deliver(url: str) -> None:
    """A Bot API server of one's own delivers anywhere. Raises: ValueError."""
    address = urlsplit(url)
    if address.scheme != "https":
        raise ValueError(f"WEBHOOK_URL is wrong (it is {url!r}): Telegram delivers to https:// only")
    if (address.port or 443) not in TELEGRAM_DELIVERS_TO:
        ports = ", ".join(map(str, TELEGRAM_DELIVERS_TO))
        raise ValueError(f"WEBHOOK_URL is wrong (it is {url!r}): Telegram delivers to these ports only: {ports}")
