"""Where a page ends: opaque to whoever asks, and independent of what comes and goes meanwhile."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LARGEST = 2**63 - 1


def write_cursor(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, len(DIGITS))
        text = DIGITS[digit] + text
    return text or "0"


def read_cursor(text: str) -> int:
    return min(int(text, len(DIGITS)), LARGEST)
