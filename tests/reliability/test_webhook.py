"""The webhook: 200 only for what is kept, 4xx for what no Telegram sends."""

import io
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram.methods import DeleteWebhook, SetWebhook

from bot.inbound.webhook import SECRET_HEADER, serve, webhook_app
from bot.inbound.webhook_watch import WebhookWatch
from core.store import Unavailable
from core.unit_of_work import UnitOfWork
from tests.conversations.desk import Desk
from tests.reliability.conftest import at_telegram, killed

SECRET = "s3cret"
OURS = "http://127.0.0.1:9/ours"
HUNDRED_MEGABYTES = 100 * 1024 * 1024


@pytest.fixture
async def hook(desk: Desk) -> AsyncIterator[str]:
    runner = await serve(
        webhook_app(desk.shop.app.update_worker, desk.shop.app.update_stream, SECRET), ("127.0.0.1", 0)
    )
    host, port = runner.addresses[0][:2]
    yield f"http://{host}:{port}/hook"
    await runner.cleanup()


async def post(hook: str, secret: str = SECRET, **body: object) -> aiohttp.ClientResponse:
    async with (
        aiohttp.ClientSession() as http,
        http.post(hook, headers={SECRET_HEADER: secret}, **body) as answer,  # type: ignore[arg-type]
    ):
        await answer.read()
        return answer


async def update_of(desk: Desk, text: str) -> object:
    await desk.shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=text)
    return (await at_telegram(desk.shop))[-1]


async def test_an_update_is_answered_when_it_is_kept(desk: Desk, hook: str) -> None:
    answer = await post(hook, json=await update_of(desk, "Через вебхук"))

    assert answer.status == 200
    await killed(desk.shop)
    await desk.shop.app.update_worker.take_over(left_alone=0)
    await desk.shop.settle()
    assert [post.text for post in desk.here.posts].count("Через вебхук") == 1


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"null", b"[]", b"{}", b'{"update_id": "1"}', b'{"update_id": true}', b'{"update_id": -1}',
     b'{"update_id": 99999999999999999999999}', b"\xff\xfe", b"[" * 100_000],
)  # fmt: skip
async def test_broken_json_is_refused(hook: str, body: bytes) -> None:
    assert (await post(hook, data=body)).status == 400


async def test_a_wrong_secret_is_refused_before_anything_is_read(desk: Desk, hook: str) -> None:
    for secret in ("", "wrong", "sécret", "\udcff\udcfe", SECRET + "x"):
        assert (await post(hook, secret, json=await update_of(desk, "Чужой"))).status == 401

    assert not await desk.shop.app.store.waiting(0, 10)


async def test_a_huge_body_is_refused(hook: str) -> None:
    try:
        answer = await post(hook, data=io.BytesIO(bytes(HUNDRED_MEGABYTES)))
    except aiohttp.ClientConnectionError:  # it hung up, having said so
        return
    assert answer.status == 413


async def test_what_can_not_be_kept_comes_again(desk: Desk, hook: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(work: UnitOfWork) -> None:
        raise Unavailable("database or disk is full")

    update = await update_of(desk, "Потом")
    with monkeypatch.context() as broken:
        broken.setattr(desk.shop.app.store, "commit", full)
        answer = await post(hook, json=update)
        assert answer.status == 503
        assert int(answer.headers["Retry-After"]) > 0
        assert desk.shop.app.update_stream.since is None  # an album may have a gap now

    assert (await post(hook, json=update)).status == 200


async def test_albums_wait_until_telegram_has_delivered_what_was_missed(desk: Desk) -> None:
    app = desk.shop.app
    watch = WebhookWatch(app.bot, "", SECRET, app.update_stream, app.alerts)
    await update_of(desk, "Ждёт у Telegram")
    app.update_stream.interrupted()
    await watch.look()
    assert app.update_stream.since is None

    await desk.shop.settle()
    app.update_stream.interrupted()
    await watch.look()
    assert app.update_stream.since is not None


async def test_a_webhook_that_was_taken_away_is_set_again_and_admins_are_told(desk: Desk) -> None:
    app, admin = desk.shop.app, await desk.shop.admin()
    await admin.send("/start")
    watch = WebhookWatch(app.bot, OURS, SECRET, app.update_stream, app.alerts)
    for by_another_process in (SetWebhook(url="http://127.0.0.1:9/elsewhere"), DeleteWebhook()):
        await app.bot(by_another_process)
        await watch.look()
        assert app.update_stream.since is None
        assert (await app.bot.get_webhook_info()).url == OURS
        await watch.look()
    await app.alerts.settle()

    told = [post.text for post in (await admin.look()).got]
    assert any("с этим токеном запущен ещё один процесс" in text for text in told)
    assert "Вебхук снова указывает на этого бота" in told[-1]
    assert app.update_stream.since is not None
    await app.bot(DeleteWebhook())
