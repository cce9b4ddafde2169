"""As many out as in, as one album, whatever happens between the items."""

import orjson

from bot.inbound.webhook_watch import WebhookWatch
from core.inbox import UpdateReceived
from core.unit_of_work import UnitOfWork
from tests.conversations.desk import Desk
from tests.conversations.shop import File, Post
from tests.reliability.conftest import at_telegram, come_in, killed

CAPTIONS = [f"фото {i}" for i in range(4)]
PHOTOS = [File("photo", caption=caption).item() for caption in CAPTIONS]


def albums(posts: list[Post]) -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for post in posts:
        if post.album:
            found.setdefault(post.album, []).append(post.text)
    return list(found.values())


async def send_album(desk: Desk, from_id: int, chat_id: int, **where: int | None) -> None:
    await desk.shop.control("send", chat_id=chat_id, from_id=from_id, items=PHOTOS, album=True, **where)


async def test_gaps_of_some_seconds_do_not_tear_an_album(desk: Desk) -> None:
    await send_album(desk, desk.anna.id, desk.anna.id)
    for known in range(1, 5):
        await come_in(desk.shop, known)
        await desk.shop.app.delivery.read()
        desk.shop.clock.move_to(desk.shop.clock.now + 2_500)
    await desk.shop.settle()

    assert albums((await desk.here.look()).got) == [CAPTIONS]


async def test_an_album_whose_bot_is_killed_between_its_items_stays_whole(desk: Desk) -> None:
    await send_album(desk, desk.anna.id, desk.anna.id)
    await come_in(desk.shop, 2)
    desk.shop.clock.move_to(desk.shop.clock.now + 60_000)
    await killed(desk.shop)
    await desk.shop.app.delivery.read()  # before anything comes in: it waits
    desk.shop.clock.move_to(desk.shop.clock.now + 60_000)

    await desk.shop.settle()

    assert albums((await desk.here.look()).got) == [CAPTIONS]


async def test_an_agents_album_stays_whole_over_a_kill_as_well(desk: Desk) -> None:
    await send_album(desk, desk.here.id, desk.shop.group, message_thread_id=desk.here.thread_id)
    await come_in(desk.shop, 3)
    await killed(desk.shop)

    await desk.shop.settle()

    [album] = albums((await desk.anna.look()).got)
    assert [caption.rpartition("\n")[2] for caption in album] == CAPTIONS


async def test_an_item_that_comes_much_later_arrives_too(desk: Desk) -> None:
    await send_album(desk, desk.anna.id, desk.anna.id)
    await come_in(desk.shop, 3)
    await desk.shop.app.delivery.read()
    desk.shop.clock.move_to(desk.shop.clock.now + 60_000)
    await desk.shop._streams_rest()

    await desk.shop.settle()

    arrived = [post.text for post in (await desk.here.look()).got if post.kind == "photo"]
    assert arrived == CAPTIONS


async def test_an_item_that_another_process_has_in_hand_is_waited_for(desk: Desk) -> None:
    """It keeps the update, and takes long to handle it."""
    await send_album(desk, desk.anna.id, desk.anna.id)
    updates = await at_telegram(desk.shop)
    await come_in(desk.shop, 2)
    kept = UnitOfWork(now=desk.shop.clock())
    kept.add(
        *(UpdateReceived(raw["update_id"], "elsewhere", orjson.dumps(raw).decode(), kept.now) for raw in updates[2:])
    )
    await desk.shop.app.store.commit(kept)

    await passes_at_the_process_that_delivers(desk, seconds=20)
    assert albums((await desk.here.look()).got) == []

    await desk.shop.app.update_worker.take_over(left_alone=0)
    await desk.shop.settle()
    assert albums((await desk.here.look()).got) == [CAPTIONS]


async def test_an_item_that_another_process_can_not_keep_is_waited_for(desk: Desk) -> None:
    """It can't reach the database; Telegram has the rest of the album, and says so."""
    app = desk.shop.app
    app.update_stream.look = WebhookWatch(app.bot, "", "secret", app.update_stream, app.alerts).look
    await send_album(desk, desk.anna.id, desk.anna.id)
    await come_in(desk.shop, 2)

    await passes_at_the_process_that_delivers(desk, seconds=20)
    assert albums((await desk.here.look()).got) == []

    await desk.shop.settle()
    assert albums((await desk.here.look()).got) == [CAPTIONS]


async def test_what_never_comes_holds_an_album_for_a_minute(desk: Desk) -> None:
    app = desk.shop.app
    app.update_stream.look = WebhookWatch(app.bot, "", "secret", app.update_stream, app.alerts).look
    await send_album(desk, desk.anna.id, desk.anna.id)
    await come_in(desk.shop, 3)

    await passes_at_the_process_that_delivers(desk, seconds=70)

    assert albums((await desk.here.look()).got) == [CAPTIONS[:3]]


async def passes_at_the_process_that_delivers(desk: Desk, seconds: int) -> None:
    """Nothing more comes in meanwhile."""
    for _ in range(seconds):
        await desk.shop.app.delivery.read()
        desk.shop.clock.move_to(desk.shop.clock.now + 1_000)
        await desk.shop._streams_rest()
