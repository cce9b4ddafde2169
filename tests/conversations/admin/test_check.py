"""/check says in words what is wrong."""

import asyncio

import pytest

from core.outbox import NoticeQueued, person_notice
from storage.statements import Statement
from storage.writes import statements
from tests.conversations.admin.opening import opened
from tests.conversations.shop import Shop


async def test_all_is_well_at_first(shop: Shop) -> None:
    admin = await shop.admin()

    await admin.send("/check")

    said = admin.last.text
    assert "⚠️" not in said
    assert "Группа «Поддержка»: бот администратор" in said
    assert "SQLite" in said
    assert "Недоставленных сообщений нет" in said
    assert "версия" in said


@pytest.mark.parametrize("more_settings", [{"admin_ids": "700000001,777"}])
async def test_an_owner_who_never_wrote_is_named(shop: Shop) -> None:
    admin = await shop.admin()

    await admin.send("/check")

    assert "Администратор 777 из ADMIN_IDS ещё не писал боту" in admin.last.text
    assert "700000001" not in admin.last.text


async def test_a_missing_right_is_named(shop: Shop) -> None:
    admin = await shop.admin()
    await shop.control("group", chat_id=shop.group, action="rights", rights={"can_manage_topics": False})
    await shop.settle()

    await admin.send("/check")

    assert "не хватает прав: управлять темами" in admin.last.text


async def test_a_lost_group_is_named(shop: Shop) -> None:
    admin = await shop.admin()
    await shop.control("group", chat_id=shop.group, action="remove_bot")
    await shop.settle()

    await admin.send("/check")

    assert "⚠️ Группа" in admin.last.text


async def test_what_could_not_be_delivered_is_counted(shop: Shop) -> None:
    admin, anna, pyotr = await shop.admin(), await shop.seller(), await shop.agent()
    topic = await pyotr.topic(await opened(shop, anna))
    await shop.patch_person(anna, blocked=True)
    await topic.send("Здравствуйте")

    await admin.send("/check")

    assert "Не удалось доставить за 7 дней: 1" in admin.last.text


async def test_a_seller_learns_nothing(shop: Shop) -> None:
    anna = await shop.seller()

    await anna.send("/check")

    assert "SQLite" not in anna.last.text


async def test_while_telegram_is_slow_nobody_waits_for_it(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    await shop.control("trouble", rules=[{"fault": "slow", "methods": ["getChat"], "delay_ms": 2_000}])
    await shop.control("send", chat_id=admin.id, from_id=admin.id, text="/check")
    await shop.control("send", chat_id=anna.id, from_id=anna.id, text="/start")

    async with asyncio.timeout(1.5):
        await shop.app.polling.once()
        await shop.app.update_worker.settle()

    await shop.settle()
    assert "SQLite" in (await admin.look()).last.text


async def test_what_a_restored_backup_has_waiting_is_decided_here(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    await anna.send("/start")
    greeted = len(anna.got)
    for decision in ("Удалить", "Отправить"):
        await shop.app.store.database.commit(
            [
                *statements(NoticeQueued(person_notice(anna.id, "unbanned", shop.clock.now), shop.clock.now)),
                Statement("hold_waiting", {"at": shop.clock.now}),
            ]
        )
        await admin.send("/check")
        assert "1 сообщение ждало отправки" in admin.last.text
        assert len((await anna.look()).got) == greeted

        await admin.click(decision)
        await admin.send("/check")
        assert "придержано" not in admin.last.text

    await shop.settle()
    assert len((await anna.look()).got) == greeted + 1
    await admin.send("/audit")
    assert "придержанное после восстановления отправлено" in admin.last.text
