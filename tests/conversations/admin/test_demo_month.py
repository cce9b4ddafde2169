"""The demo's month: made by the desk's own actions, told to nobody but those who are there."""

from collections import Counter

from bot.app.desk import desk_of
from bot.operations.demo_guide import ERRANDS, guide
from bot.operations.demo_month import LEFT_OPEN, Cast, MadeUpMonth
from bot.texts import Speech
from core.dialog import DialogPage, Status
from core.languages import locales
from core.person import Agent, Person
from core.units import DAY
from tests.conversations.shop import Shop

MADE = 30


async def test_a_month_has_figures_a_queue_and_words_to_find(shop: Shop) -> None:
    anna, pyotr, admin = await shop.seller("Анна"), await shop.agent("Пётр"), await shop.admin()
    await anna.send("/start")
    cast = Cast([Person(anna.id, "Анна", language="ru")], [Agent(pyotr.id, "Пётр")])
    store, now = shop.app.store, shop.clock()
    desk = await desk_of(store, shop.app.settings)

    assert await MadeUpMonth(desk, cast, Speech(shop.app.texts, "ru"), now).fill(MADE) == MADE + LEFT_OPEN
    shop.app.delivery.wake()
    await shop.settle()

    dialogs = await store.dialog_page(DialogPage(before=2**40, limit=100))
    assert Counter(dialog.status for dialog in dialogs) == {Status.FINISHED: MADE, Status.CREATED: LEFT_OPEN}
    assert all(dialog.answered_at for dialog in dialogs if dialog.status is Status.FINISHED)
    assert min(dialog.created_at for dialog in dialogs) < now - 20 * DAY
    assert sum(dialog.rating is not None for dialog in dialogs) > MADE // 3
    topics = [topic["name"] for topic in shop.chat(shop.group)["topics"]]
    assert len(topics) == LEFT_OPEN  # those that are over have none
    assert sum("создан" in post.text for post in (await anna.look()).got) == LEFT_OPEN
    await pyotr.send("/queue")
    assert f"Ждут ответа {LEFT_OPEN} диалогов" in pyotr.last.text
    await admin.send("/stats 30d")
    assert f"{MADE + LEFT_OPEN}" in admin.last.text
    assert "Доставка сообщений: 100 %" in admin.last.text


def test_each_errand_has_its_words_in_every_language() -> None:
    given = guide()

    assert [one["key"] for one in given] == [errand.key for errand in ERRANDS]
    assert len(given) == 8
    assert all(set(one["title"]) == set(locales()) and all(one["title"].values()) for one in given)
