"""Logs: one line per event, for people in a terminal and as JSON elsewhere; no secret ever gets into one."""

import logging
import sys
from collections.abc import Iterable
from typing import IO, Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.telegram.secrets import without_secrets

# Each says at INFO what our own lines say better.
CHATTY = ("aiogram", "aiohttp.access", "apscheduler", "asyncio")
HEAD = ("timestamp", "level", "event")
CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), 127, 0x85, 0x2028, 0x2029)}


def set_up(level: str = "INFO", secrets: Iterable[str] = (), stream: IO[str] | None = None) -> None:
    """`secrets` (tokens, passwords) are blotted out wherever they turn up, exceptions and addresses included."""
    stream = stream or sys.stderr
    in_terminal = stream.isatty()
    first: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper("%H:%M:%S" if in_terminal else "iso", utc=not in_terminal),
    ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Discreet(secrets, first, _last(in_terminal)))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel("DEBUG" if level == "DEBUG" else "WARNING")
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *first, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


class _Discreet(structlog.stdlib.ProcessorFormatter):
    """Blots secrets out of the finished line, so that no way around is left."""

    def __init__(self, secrets: Iterable[str], first: list[Processor], last: list[Processor]) -> None:
        super().__init__(
            foreign_pre_chain=first,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "…")
        return without_secrets(line)


def _last(in_terminal: bool) -> list[Processor]:
    if in_terminal:
        return [_on_one_line, structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    return [_head_first, structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]


def _head_first(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    return {name: event[name] for name in HEAD if name in event} | dict(event)


def _on_one_line(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """What people wrote can't start a line of its own in a terminal."""
    return {name: _flat(value) for name, value in event.items()}


def _flat(value: Any) -> Any:
    return value.translate(CONTROL) if isinstance(value, str) else value
