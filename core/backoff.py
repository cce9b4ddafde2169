"""When to try again after a failure that may pass."""

FIRST_PAUSE = 500  # ms
LONGEST_PAUSE = 30_000


def pause(attempts: int) -> int:
    """Milliseconds to wait after so many failed attempts (1 after the first): growing, and for as long as it takes."""
    return int(min(FIRST_PAUSE * 2 ** min(attempts - 1, 16), LONGEST_PAUSE))
