"""How Telegram says no."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """An answer with `ok: false`; `parameters` are Telegram's hints (retry_after, migrate_to_chat_id)."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        said: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return said | {"parameters": self.parameters} if self.parameters else said


def bad_request(description: str, **parameters: int) -> Refused:
    return Refused(400, f"Bad Request: {description}", **parameters)


def forbidden(description: str) -> Refused:
    return Refused(403, f"Forbidden: {description}")


def conflict(description: str) -> Refused:
    return Refused(409, f"Conflict: {description}")


def too_many(seconds: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


NOT_FOUND = Refused(404, "Not Found")
UNAUTHORIZED = Refused(401, "Unauthorized")
TOO_LARGE = Refused(413, "Request Entity Too Large")


class Impossible(Exception):
    """What a person can't do in Telegram; the control side answers with the sentence."""
