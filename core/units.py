"""Units, said once: a time is a number of milliseconds, a size a number of bytes."""

SECOND = 1_000  # ms
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

MEGABYTE = 1024 * 1024  # bytes
