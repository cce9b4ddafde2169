"""The same shop as in the conversations, and a program that calls its API over real HTTP."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from core.api_tokens import ApiToken, ApiTokenAdded, Right, digest_of
from core.unit_of_work import UnitOfWork
from tests.conversations.conftest import clock, desk, more_settings, sandbox_url, schema, shop, world
from tests.conversations.shop import Json, Shop

__all__ = ["clock", "desk", "more_settings", "sandbox_url", "schema", "shop", "world"]


@dataclass
class Answer:
    status: int
    body: Json
    headers: Any

    @property
    def problem(self) -> str:
        assert self.headers["Content-Type"].startswith("application/problem+json"), self
        assert self.body["status"] == self.status
        return str(self.body["type"].removeprefix("urn:sellerdesk:problem:"))


@dataclass
class Program:
    shop: Shop
    http: aiohttp.ClientSession
    url: str
    token: str | None

    async def get(self, path: str, **query: Any) -> Answer:
        return await self.call("GET", path, params=query)

    async def post(self, path: str, key: str | None = None, **body: Any) -> Answer:
        answer = await self.call("POST", path, json=body, headers={"Idempotency-Key": key} if key else {})
        await self.shop.settle()
        return answer

    async def call(self, method: str, path: str, headers: dict[str, str] | None = None, **more: Any) -> Answer:
        given = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        async with self.http.request(method, self.url + path, headers=given | (headers or {}), **more) as answer:
            return Answer(answer.status, await answer.json(content_type=None), answer.headers)

    def with_token(self, token: str | None) -> "Program":
        return Program(self.shop, self.http, self.url, token)


async def token_for(shop: Shop, name: str, *rights: Right, expires_at: int | None = None) -> str:
    secret = f"secret-of-{name}"
    work = UnitOfWork(shop.clock())
    work.add(ApiTokenAdded(ApiToken(name, digest_of(secret), frozenset(rights), shop.clock(), expires_at)))
    await shop.app.store.commit(work)
    return secret


@pytest.fixture
async def crm(shop: Shop) -> AsyncIterator[Program]:
    """May read and write."""
    runner = web.AppRunner(shop.app.api(), access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    secret = await token_for(shop, "crm", Right.READ, Right.WRITE)
    async with aiohttp.ClientSession() as http:
        yield Program(shop, http, f"http://{host}:{port}", secret)
    await runner.cleanup()
