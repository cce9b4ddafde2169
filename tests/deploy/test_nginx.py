"""A real nginx before two replicas, with the site that `deploy/` has: what Telegram delivers arrives."""

import asyncio
import io
import json
import os
import shutil
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.inbound.webhook import SECRET_HEADER, serve, webhook_app
from tests.conversations.shop import Shop
from tests.torture.processes import free_port

NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
pytestmark = pytest.mark.skipif(NGINX is None, reason="needs nginx")

SITE = Path("deploy/nginx.conf").read_text()
SECRET = "secret-of-the-webhook"
START = {"message_id": 1, "date": 0, "text": "/start", "chat": {"id": 500, "type": "private", "first_name": "Анна"}}


@dataclass
class Site:
    address: str
    http: aiohttp.ClientSession

    async def deliver(self, path: str = "/telegram", secret: str = SECRET, more: str = "") -> int:
        message = {**START, "from": {"id": 500, "is_bot": False, "first_name": "Анна" + more}}
        body = io.BytesIO(json.dumps({"update_id": 77, "message": message}).encode())
        async with self.http.post(self.address + path, data=body, headers={SECRET_HEADER: secret}) as answer:
            return answer.status


@pytest.fixture
async def site(shop: Shop, tmp_path: Path) -> AsyncIterator[Site]:
    app = webhook_app(shop.app.update_worker, shop.app.update_stream, SECRET)
    found = Site("", aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=False)))

    async def is_full(request: web.Request) -> web.Response:
        return web.Response(status=503)

    full = web.Application()
    full.router.add_post("/{path:.*}", is_full)
    replicas = [await serve(full, ("127.0.0.1", 0)), await serve(app, ("127.0.0.1", 0))]
    port = free_port()
    nginx = await started(tmp_path, port, [runner.addresses[0][1] for runner in replicas])
    found.address = f"https://127.0.0.1:{port}"
    try:
        await listening(found.address)
        yield found
    finally:
        nginx.terminate()
        await nginx.wait()
        await found.http.close()
        for runner in replicas:
            await runner.cleanup()


async def started(folder: Path, port: int, replicas: list[int]) -> asyncio.subprocess.Process:
    assert NGINX
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = await asyncio.create_subprocess_exec(
        "openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-days", "1", "-subj", "/CN=support.example.com",
        "-keyout", str(key), "-out", str(certificate), stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await made.wait() == 0
    text = SITE
    for shipped, here in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("/etc/letsencrypt/live/support.example.com/fullchain.pem", str(certificate)),
        ("/etc/letsencrypt/live/support.example.com/privkey.pem", str(key)),
        ("server 127.0.0.1:8080;", f"server 127.0.0.1:{replicas[0]};"),
        ("# server 127.0.0.1:8081;", f"server 127.0.0.1:{replicas[1]};"),
    ):
        assert shipped in text
        text = text.replace(shipped, here)
    (folder / "site.conf").write_text(text)
    user = "user root;\n" if os.geteuid() == 0 else ""
    spools = "".join(f"{kind}_temp_path {folder / kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi",
                                                                          "scgi"))  # fmt: skip
    (folder / "nginx.conf").write_text(
        f"{user}daemon off;\npid {folder / 'nginx.pid'};\nerror_log {folder / 'error.log'};\nevents {{}}\n"
        f"http {{\naccess_log off;\n{spools}include {folder / 'site.conf'};\n}}\n"
    )
    arguments = ("-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log"))
    return await asyncio.create_subprocess_exec(NGINX, *arguments)


async def listening(address: str) -> None:
    without_check = ssl.create_default_context()
    without_check.check_hostname, without_check.verify_mode = False, ssl.CERT_NONE
    for _ in range(100):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", int(address.rpartition(":")[2]), ssl=without_check)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return


async def test_an_update_arrives_though_one_replica_is_full(shop: Shop, site: Site) -> None:
    answers = [await site.deliver() for _ in range(4)]  # in turn to one replica, then the other

    assert answers == [200] * 4
    await shop.app.update_worker.settle()
    person = await shop.app.store.person(500)
    assert person is not None
    assert person.name == "Анна"


async def test_nothing_else_is_open(site: Site) -> None:
    assert await site.deliver("/") == 404
    assert await site.deliver("/telegram/more") == 404
    assert await site.deliver("/metrics") == 404


async def test_whoever_does_not_know_the_secret_is_refused(site: Site) -> None:
    assert await site.deliver(secret="guessed") == 401


async def test_an_update_that_is_no_update_for_its_size_is_refused(site: Site) -> None:
    assert await site.deliver(more="а" * 200_000) == 413
