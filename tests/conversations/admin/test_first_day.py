"""On the first day /start shows an owner what is still to set up, each step with its button."""

from tests.conversations.desk import open_dialog
from tests.conversations.shop import Shop


async def test_each_step_leads_to_where_it_is_done_and_goes_when_it_is(shop: Shop) -> None:
    owner = await shop.admin()
    await owner.send("/start")
    assert "Осталось настроить" in owner.last.text
    assert len(owner.buttons) == 5

    await owner.click("Задержка ответа")
    assert "Задержка ответа: выключено" in owner.last.text
    await owner.send("10s")
    await owner.send("/start")
    await owner.click("График работы")
    await owner.send("пн-пт 9:00-18:00")

    await owner.send("/start")
    steps = owner.last
    assert [label[2:] for label in steps.buttons] == ["Проверить права", "Каталог", "Готовые ответы"]
    await owner.click("Проверить права")
    assert "SQLite" in owner.last.text
    await owner.click("Готовые ответы", on=steps)
    assert any("отов" in post.text for post in owner.got if post.id == steps.id)


async def test_it_is_for_owners_and_for_the_first_day(shop: Shop) -> None:
    owner, anna = await shop.admin(), await shop.seller()
    await anna.send("/start")
    assert not any("Осталось настроить" in post.text for post in anna.got)

    await open_dialog(anna)
    await owner.send("/start")
    assert "Осталось настроить" in owner.last.text

    await shop.passes(days=1, hours=1)
    before = sum("Осталось настроить" in post.text for post in owner.got)
    await owner.send("/start")
    assert sum("Осталось настроить" in post.text for post in owner.got) == before
