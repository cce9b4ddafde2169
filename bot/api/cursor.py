"""Where a page ends: opaque to whoever asks, and independent of what comes and goes meanwhile.

Its last characters are a check of the others: what was cut off or made up is refused, and not taken for a last page.
"""

from zlib import crc32

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LARGEST = 2**63 - 1
CHECK = 3  # characters


def write_cursor(number: int) -> str:
    text = _in_digits(number)
    return text + _check(text)


def read_cursor(cursor: str) -> int:
    """Raises: ValueError, where it is none that was given out."""
    text, check = cursor[:-CHECK], cursor[-CHECK:]
    if check != _check(text):
        raise ValueError(cursor)
    return min(int(text, len(DIGITS)), LARGEST)


def _check(text: str) -> str:
    return _in_digits(crc32(text.encode())).zfill(CHECK)[-CHECK:]


def _in_digits(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, len(DIGITS))
        text = DIGITS[digit] + text
    return text or "0"
