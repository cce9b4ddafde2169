"""Who calls, what they may, and how often."""

import math
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus

from aiohttp import web

from bot.api.problems import Refused
from core.api_tokens import ApiToken, ApiTokenReads, Right, digest_of

SCHEME = "bearer"
BURST = 2  # seconds' worth of requests that may come at once


class Access:
    def __init__(
        self,
        store: ApiTokenReads,
        from_settings: Mapping[str, str],
        per_second: int,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`from_settings`: name -> token."""
        everything = frozenset(Right)
        tokens = [ApiToken(name, digest_of(secret), everything, 0) for name, secret in from_settings.items()]
        self._store = store
        self._from_settings = {token.digest: token for token in tokens}
        self._rate = RequestRate(per_second, now)

    async def of(self, request: web.Request, right: Right, now: int) -> ApiToken:
        """Raises: Refused."""
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != SCHEME or not secret.strip():
            raise _unknown("token-missing")
        digest = digest_of(secret.strip())
        token = self._from_settings.get(digest) or await self._store.api_token(digest)
        if token is None or not token.is_valid(now):
            raise _unknown("token-unknown", 'error="invalid_token"')
        if left := self._rate.seconds_left(token.name):
            raise Refused(
                "too-many-requests", HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": str(math.ceil(left))}
            )
        if right not in token.rights:
            raise Refused("right-missing", HTTPStatus.FORBIDDEN)
        return token


def _unknown(code: str, more: str = "") -> Refused:
    return Refused(code, HTTPStatus.UNAUTHORIZED, headers={"WWW-Authenticate": f"Bearer {more}".strip()})


class RequestRate:
    """So many requests a second for each caller: what is left of the burst, and since when it fills up again."""

    def __init__(self, per_second: int, now: Callable[[], float]) -> None:
        self._per_second = per_second
        self._now = now
        self._left: dict[str, tuple[float, float]] = {}

    def seconds_left(self, caller: str) -> float:
        """Until the caller may ask again; 0: now, and that was one."""
        now, most = self._now(), self._per_second * BURST
        left, at = self._left.get(caller, (float(most), now))
        left = min(left + (now - at) * self._per_second, most)
        allowed = left >= 1
        self._left[caller] = left - 1 if allowed else left, now
        return 0.0 if allowed else (1 - left) / self._per_second
