"""Error texts may hold addresses: Telegram's addresses of files hold the token, a database's its password."""

import re

TOKEN = re.compile(r"(?<!\d)\d{5,}:[\w-]{20,}")
CREDENTIALS = re.compile(r"(?<=://)[^\s/@]+(?=@)")


def without_secrets(text: str) -> str:
    """What may be kept, told and logged."""
    return CREDENTIALS.sub("…", TOKEN.sub("…", text))
