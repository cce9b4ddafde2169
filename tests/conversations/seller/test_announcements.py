"""An incident is shown to sellers who choose its category, and its end to those who asked to be told."""

from core.announcement import AnnouncementMade
from core.desk import AnnouncementActions
from core.unit_of_work import UnitOfWork
from tests.conversations.seller.talks import TOPIC
from tests.conversations.shop import Shop


async def announced(shop: Shop, text: str, *categories: str) -> int:
    work = UnitOfWork(shop.clock.now)
    work.add(AnnouncementMade(text, categories, by=1, at=work.now))
    await shop.app.store.commit(work)
    return (await shop.app.store.announcements(work.now))[0].id


async def test_it_is_shown_where_its_category_is_chosen_and_nowhere_else(shop: Shop) -> None:
    await announced(shop, "Возвраты стоят <с утра>", "returns")
    anna = await shop.seller()
    await anna.send("Новый диалог")
    await anna.click("Возвраты")
    assert "Мы об этом знаем: Возвраты стоят <с утра>" in anna.last.text
    assert TOPIC in anna.buttons
    await anna.click("‹ Категории")
    await anna.click("Аналитика")
    assert "Мы об этом знаем" not in anna.last.text
    await anna.send(TOPIC)
    await anna.click(f"› {TOPIC}")
    assert "Мы об этом знаем" in anna.last.text
    await anna.click("Всё равно написать")
    assert "Комментарий *" in anna.last.text


async def test_whoever_asked_is_told_once_that_it_is_over(shop: Shop) -> None:
    number = await announced(shop, "Не открывается кабинет")
    anna, boris = await shop.seller(), await shop.seller("Борис")
    for seller in (anna, boris):
        await seller.send("Новый диалог")
        await seller.click("Возвраты")
    for _ in range(2):
        answer = await anna.press(anna.last, f"subscribe:{number}")
        assert answer is not None
        assert "сообщим" in answer["text"]
    store = shop.app.store
    announcement = await store.announcement(number)
    assert announcement is not None
    work = UnitOfWork(shop.clock.now)
    AnnouncementActions(store).notify_subscribers(work, announcement, await store.subscribers_to_notify(number, 10))
    await store.commit(work)
    shop.app.delivery.wake()
    await shop.settle()
    assert anna.last.text == "✅ Всё снова работает. Мы сообщали: «Не открывается кабинет»"
    assert "снова работает" not in boris.last.text
    assert await store.subscribers_to_notify(number, 10) == []


async def test_an_incident_that_is_over_can_not_be_waited_for(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("/start")
    answer = await anna.press(anna.last, "subscribe:77")
    assert answer is not None
    assert "уже исправили" in answer["text"]
