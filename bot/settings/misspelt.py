"""Variables that were meant as settings and are none: a typo is said, not passed over."""

import os
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from pydantic_settings import DotEnvSettingsSource

from bot.settings.settings import Settings

NAMES = tuple(name.upper() for name in Settings.model_fields)
LIKE_ENOUGH = 0.8  # the environment is full of variables that are no concern of ours


class Misspelt(NamedTuple):
    written: str
    meant: str | None


def misspelt_settings() -> list[Misspelt]:
    """All of `.env` that is no setting, and of the environment what is nearly one."""
    in_file = {name.upper() for name in DotEnvSettingsSource(Settings).env_vars}
    around = {name for name in os.environ if name.upper() not in in_file}
    return sorted([*_unknown(in_file), *(found for found in _unknown(around, LIKE_ENOUGH) if found.meant)])


def _unknown(written: set[str], like: float = 0.6) -> Iterator[Misspelt]:
    for name in written:
        if name.upper() not in NAMES:
            meant = get_close_matches(name.upper(), NAMES, 1, like)
            yield Misspelt(name, meant[0] if meant else None)
