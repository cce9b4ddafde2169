"""A dialog's number, typed."""

import re

NUMBER = re.compile(r"\s*[№#]?\s*(\d{1,12})\s*", re.ASCII)


def number_in(text: str | None) -> int | None:
    """«123456», «№123456»; None where anything else stands beside it."""
    found = NUMBER.fullmatch(text or "")
    return int(found[1]) if found else None
