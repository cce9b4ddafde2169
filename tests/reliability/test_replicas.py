"""Two processes behind a webhook, on one PostgreSQL: wherever an update arrives, its meaning is the same."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.app import App
from bot.telegram import reactions
from bot.telegram.reactions import DELIVERED, NOTED, WAITING
from core.catalogue import dump, parse
from core.catalogue.edit import with_category
from core.desk import replace_catalogue
from core.dialog import DialogChanged
from core.message import MessageRef
from core.shift import Assignment
from core.threads import GroupMoved
from core.unit_of_work import Conflict, UnitOfWork
from core.units import DAY, SECOND
from tests.conversations.admin.test_catalogue_entries import at_topic
from tests.conversations.desk import Desk, drafting
from tests.conversations.shop import File, Json, Post, Shop, Somebody
from tests.reliability.conftest import Trouble, at_telegram, held
from tests.storage.servers import Server


@pytest.fixture
async def more_settings(server: Server) -> dict[str, Any]:
    return {"database_url": await server.database(), "webhook_url": "https://desk.example/hook"}


@pytest.fixture
async def other(shop: Shop) -> AsyncIterator[App]:
    """The second process."""
    app = await App.build(shop.app.settings, shop.clock)
    app.update_stream.since = 0
    yield app
    await app.update_worker.stop(5)
    await app.close()


async def photo_and_tap(anna: Somebody) -> tuple[Json, Json]:
    shop = anna.shop
    create = next(button for button in anna.last.inline if "Создать" in button["text"])
    await shop.control("send", chat_id=anna.id, from_id=anna.id, items=[File("photo").item()])
    body = {"chat_id": anna.id, "message_id": anna.last.id, "from_id": anna.id, "wait": 0}
    await shop.control("press", data=create["callback_data"], **body)
    photo, tap = await at_telegram(shop)
    return photo, tap


@pytest.mark.parametrize("first", ["photo", "tap"])
@pytest.mark.parametrize("apart", [0.0, 0.002, 0.01])
async def test_a_photo_and_the_tap_that_creates_come_side_by_side(
    shop: Shop, other: App, first: str, apart: float
) -> None:
    anna = await drafting(shop)
    photo, tap = await photo_and_tap(anna)
    workers = [shop.app.update_worker, other.update_worker]
    if first == "tap":
        workers.reverse()

    async def later(update: Json, delay: float, worker: Any) -> None:
        await asyncio.sleep(delay)
        await worker.receive([update])
        await worker.settle()

    await asyncio.gather(
        later(photo, 0 if first == "photo" else apart, workers[0]),
        later(tap, apart if first == "photo" else 0, workers[1]),
    )
    await shop.settle()

    [dialog] = await shop.app.store.open_dialogs(anna.id)
    assert await shop.app.store.count_files(dialog.number) == 1
    fsm_state = await shop.app.store.fsm_state(f"{anna.id}:{anna.id}:0")
    assert "draft" not in fsm_state.data


async def test_two_dialogs_at_two_processes_go_to_two_agents(shop: Shop, other: App) -> None:
    for app in (shop.app, other):
        app.desk.rules.assignment = {shop.group: Assignment.IN_TURN}
    for name in ("Пётр", "Вера"):
        await (await shop.agent(name)).send("/on")
    for seller in (await drafting(shop), await drafting(shop)):
        create = next(button for button in seller.last.inline if "Создать" in button["text"])
        body = {"chat_id": seller.id, "message_id": seller.last.id, "from_id": seller.id, "wait": 0}
        await shop.control("press", data=create["callback_data"], **body)
    one, another = await at_telegram(shop)

    await asyncio.gather(shop.app.update_worker.receive([one]), other.update_worker.receive([another]))
    await asyncio.gather(shop.app.update_worker.settle(), other.update_worker.settle())
    await shop.settle()

    opened = [each.dialog.agent_name for each in await shop.app.store.queue(shop.group, 10, 0)]
    assert sorted(map(str, opened)) == ["Вера", "Пётр"]


async def test_what_one_process_has_in_hand_the_other_waits_for(shop: Shop, other: App, desk: Desk) -> None:
    for text in ("Первое", "Второе"):
        await shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=text)
    first, second = await at_telegram(shop)

    async with held(shop, desk.number):
        await shop.app.update_worker.receive([first])
        await other.update_worker.receive([second])
        await asyncio.sleep(0.3)
        assert await shop.app.store.count_history(desk.number) == 1
    await asyncio.gather(shop.app.update_worker.settle(), other.update_worker.settle())
    await shop.settle()

    assert [post.text for post in (await desk.here.look()).got[-2:]] == ["Первое", "Второе"]


async def test_what_a_dead_process_left_is_done_by_the_one_that_lives(shop: Shop, other: App, desk: Desk) -> None:
    for text in ("Первое", "Второе"):
        await shop.control("send", chat_id=desk.anna.id, from_id=desk.anna.id, text=text)
    first, second = await at_telegram(shop)
    await other.update_worker.receive([first])
    await other.update_worker.stop(0)
    shop.clock.move_to(shop.clock.now + 11_000)

    await shop.app.update_worker.receive([second])
    await shop.settle()

    assert [post.text for post in (await desk.here.look()).got[-2:]] == ["Первое", "Второе"]


async def test_two_edits_of_the_catalogue_at_two_processes_both_stand(shop: Shop, other: App) -> None:
    admin, first = await shop.admin(), shop.app
    await at_topic(admin, "Возвраты", "озврат")
    await admin.click("Название, рус.")
    await admin.send("Возвраты от покупателей")

    shop.app = other  # has the catalogue of before
    await admin.send("/catalogue")
    await admin.click("Категории и темы")
    await admin.click("➕ Категория")
    await admin.send("Ярмарки\nFairs")
    shop.app = first

    kept = parse(await shop.app.store.catalogue() or "")
    topics, categories = kept.every_topic, kept.every_category
    titles = [topic.title("ru") for topic in topics] + [category.title("ru") for category in categories]
    assert "Возвраты от покупателей" in titles
    assert "Ярмарки" in titles


async def test_a_setting_that_is_changed_at_one_process_is_obeyed_by_the_other(shop: Shop, other: App) -> None:
    owner = await shop.admin()
    await owner.send("/settings")
    await owner.click("Автозакрытие")
    await owner.send("5d")

    await other.jobs.run("config-sync")

    assert shop.app.desk.rules.auto_close == other.desk.rules.auto_close == 5 * DAY


async def test_each_process_looks_for_changes_every_second_whoever_leads(shop: Shop, other: App) -> None:
    for app in (shop.app, other):
        job = app.jobs.job("config-sync")
        assert job.everywhere
        assert job.interval <= SECOND


async def test_nothing_is_thrown_away_in_a_group_that_has_just_become_ours(shop: Shop, other: App) -> None:
    vera, first = await shop.agent("Вера"), shop.app
    made = {"title": "Деньги", "type": "supergroup", "is_forum": True, "from_id": first.settings.admin_ids[0]}
    group = (await shop.control("group", action="create", **made))["chat"]["id"]
    await shop.control("group", chat_id=group, action="member", user_id=vera.id, status="member")
    catalogue = first.desk.catalogue
    routed = with_category(catalogue, replace(catalogue.every_category[0], group=group))
    work = UnitOfWork(now=shop.clock())
    replace_catalogue(work, first.settings.admin_ids[0], dump(routed))
    await first.store.commit(work)

    shop.app = other
    await Somebody(shop, {"id": vera.id, "first_name": "Вера"}, group).send("/queue")
    shop.app = first

    await shop.look()
    assert "никто не ждёт" in str(shop.chat(group)["messages"])


async def test_a_turn_that_read_before_a_migration_does_not_undo_it(shop: Shop, desk: Desk) -> None:
    read = await shop.app.store.dialog(desk.number)
    assert read
    moved = UnitOfWork(now=shop.clock())
    moved.add(GroupMoved(old=shop.group, new=-1_009_999, at=moved.now))
    await shop.app.store.commit(moved)

    late = UnitOfWork(now=shop.clock())
    late.add(DialogChanged(read))
    with pytest.raises(Conflict):
        await shop.app.store.commit(late)


# ---- marks


async def mark_on(desk: Desk, sent: Post) -> list[str]:
    await desk.here.look()
    return next(post for post in desk.here.posts if post.id == sent.id).reactions


async def test_who_read_that_an_answer_waits_does_not_say_it_when_another_has_delivered_it(
    desk: Desk, other: App
) -> None:
    [sent] = await desk.here.send("Деньги придут завтра")

    other.reactions.set(MessageRef(desk.shop.group, sent.id), WAITING)
    await other.reactions.settle()

    assert await mark_on(desk, sent) == [DELIVERED]


async def test_a_mark_that_had_to_wait_is_not_set_over_a_newer_one(
    desk: Desk, other: App, trouble: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reactions, "LATE_AFTER", 0.5)
    [sent] = await desk.here.send("Деньги придут завтра")
    ref, [answer] = MessageRef(desk.shop.group, sent.id), desk.anna.got[-1:]
    await trouble("429", methods=["setMessageReaction"], times=1, retry_after=1)

    other.reactions.set(ref, DELIVERED)
    await asyncio.sleep(0.2)
    await desk.anna.react(answer, "❤")
    assert await mark_on(desk, sent) == ["❤"]
    await other.reactions.settle()

    assert await mark_on(desk, sent) == ["❤"]


async def test_an_answer_taken_back_at_one_process_shows_it_whatever_another_still_has_to_say(
    desk: Desk, other: App, trouble: Trouble
) -> None:
    for app in (desk.shop.app, other):
        app.desk.rules.answer_delay = 60 * SECOND
    [sent] = await desk.here.send("Ой")
    await trouble("429", methods=["setMessageReaction"], times=1, retry_after=1)

    other.reactions.set(MessageRef(desk.shop.group, sent.id), WAITING)
    await asyncio.sleep(0.2)
    await desk.here.send("/undo")
    await other.reactions.settle()

    assert await mark_on(desk, sent) == [NOTED]


async def test_an_answer_that_is_delivered_while_its_waiting_is_being_shown_ends_with_its_own_mark(
    desk: Desk, other: App, trouble: Trouble
) -> None:
    desk.shop.app.desk.rules.answer_delay = 60 * SECOND
    [sent] = await desk.here.send("Деньги придут завтра")
    await trouble("slow", methods=["setMessageReaction"], times=1, delay_ms=500)

    other.reactions.set(MessageRef(desk.shop.group, sent.id), WAITING)
    await asyncio.sleep(0.2)
    await desk.shop.passes(minutes=1)
    await other.reactions.settle()

    assert await mark_on(desk, sent) == [DELIVERED]
