"""A seller who waits too long is spoken of once: to the agents, then to the admins; and every morning."""

from dataclasses import replace

import pytest

from core.hours import Hours

# The clock starts on Monday, 21.09.2026, 17:13 in Moscow.
from tests.conversations.clock import START
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Shop


def reminders(desk: Desk) -> list[str]:
    return [post.text for post in desk.here.got if post.text.startswith("⏳")]


async def test_one_reminder_for_each_wait(desk: Desk) -> None:
    await desk.shop.passes(minutes=50)
    assert reminders(desk) == []

    await desk.shop.passes(minutes=20)
    await desk.shop.passes(minutes=20)
    assert len(reminders(desk)) == 1
    assert "никто не взял" in reminders(desk)[0]

    await desk.here.send("Секунду")
    await desk.anna.send("Жду")
    await desk.shop.passes(minutes=70)
    await desk.shop.passes(minutes=10)
    assert len(reminders(desk)) == 2
    assert "Ведёт Пётр" in reminders(desk)[1]


async def test_then_the_admins_are_told_once(desk: Desk) -> None:
    admin = await desk.shop.admin()
    await admin.send("/start")

    await desk.shop.passes(hours=3.9)
    assert not any("ждёт ответа" in post.text for post in admin.got)
    await desk.shop.passes(minutes=10)
    await desk.shop.passes(minutes=10)

    told = [post.text for post in admin.got if "ждёт ответа" in post.text]
    assert len(told) == 1
    assert f"№{desk.number}" in told[0]
    assert "Его никто не взял" in told[0]


async def test_an_answered_dialog_waits_for_nobody(desk: Desk) -> None:
    await desk.here.send("Готово")
    await desk.shop.passes(hours=8)

    assert reminders(desk) == []


@pytest.fixture
def daytime(shop: Shop) -> Shop:
    rules = shop.app.desk.rules
    rules.hours = Hours.parse("mon-fri 09:00-18:00", rules.zone)
    return shop


async def test_only_working_time_counts(daytime: Shop, desk: Desk) -> None:
    await daytime.passes(hours=4)  # it is night
    assert reminders(desk) == []

    await daytime.passes(hours=12)  # 09:13, an hour of work since
    assert len(reminders(desk)) == 1


async def test_the_seller_is_told_when_people_are_back(daytime: Shop) -> None:
    anna = await daytime.seller("Анна")
    await open_dialog(anna)
    assert "нерабочее время" not in anna.last.text

    await daytime.passes(hours=2)
    await open_dialog(anna, "И ещё", "поставка")

    assert "Ответим во вторник, 22 сентября, после 9:00 (МСК)" in anna.last.text


async def test_the_seller_who_goes_on_at_night_is_told_so(daytime: Shop, desk: Desk) -> None:
    await desk.here.send("Какой заказ?")
    await daytime.passes(hours=2)
    await desk.anna.send("Сто пять")
    assert "Ответим во вторник, 22 сентября, после 9:00 (МСК)" in desk.anna.last.text

    lines = len(desk.anna.got)
    await desk.anna.send("И ещё сто шесть")
    assert not any("нерабочее время" in post.text for post in desk.anna.got[lines:])


async def test_a_digest_each_morning(desk: Desk) -> None:
    await desk.shop.passes(hours=15)  # 08:13
    digests = [post for post in (await desk.pyotr.look()).got if post.text.startswith("☀️")]
    assert digests == []

    for _ in range(3):
        await desk.shop.passes(minutes=50)
    digests = [post for post in desk.pyotr.got if post.text.startswith("☀️")]
    assert len(digests) == 1
    assert "Ждёт ответа 1 диалог" in digests[0].text
    assert f"№{desk.number} · Возврат от покупателя · ждёт 15 часов" in digests[0].text
    assert any("t.me/c/" in entity.get("url", "") for entity in digests[0].entities)


async def test_no_digest_where_all_are_answered(desk: Desk) -> None:
    await desk.here.send("Готово")
    await desk.shop.passes(hours=16)

    assert not any(post.text.startswith("☀️") for post in desk.pyotr.got)
    assert desk.shop.clock() > START


async def test_where_work_begins_late_the_digest_waits_for_it(desk: Desk) -> None:
    rules = desk.shop.app.desk.rules
    desk.shop.app.desk.use_rules(replace(rules, hours=Hours.parse("ежедневно 14-22", rules.zone)))
    await desk.shop.passes(hours=16)  # 09:13

    def digests() -> list[str]:
        return [post.text for post in desk.pyotr.got if post.text.startswith("☀️")]

    await desk.pyotr.look()
    assert digests() == []
    await desk.shop.passes(hours=5)
    await desk.pyotr.look()
    assert len(digests()) == 1
