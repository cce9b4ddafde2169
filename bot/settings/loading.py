"""Settings from environment variables, a `.env` file or secret files. A wrong one ends the start with a sentence."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.settings.settings import Settings, TelegramAccess

SECRET = ("BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL", "API_TOKENS", "EVENTS_SECRET")
# Where containers (Docker, Kubernetes) and systemd (LoadCredential=) put secrets, a file each.
SECRETS, CREDENTIALS = "/run/secrets", "CREDENTIALS_DIRECTORY"
OURS_ALONE = 0o700


class SettingsWrong(Exception):
    """One sentence that names the variable."""


def load_settings(**given: Any) -> Settings:
    """From the environment, or SettingsWrong with one sentence for the first thing that is wrong."""
    with _in_a_sentence():
        return Settings(_secrets_dir=_secret_folders(), **given)


def load_telegram_access() -> TelegramAccess:
    """Raises: SettingsWrong."""
    with _in_a_sentence():
        return TelegramAccess(_secrets_dir=_secret_folders())


def prepare_data_dir(folder: Path) -> None:
    """What sellers wrote is kept there, so a new one is closed to others. Raises: SettingsWrong."""
    try:
        folder.mkdir(mode=OURS_ALONE, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise SettingsWrong(f"the folder that DATA_DIR names can't be written: {folder}: {error.strerror}.") from None


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
