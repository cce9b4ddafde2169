"""The search learns from the desk's own dialogs, and how it does is counted."""

from tests.conversations.seller.talks import TOPIC, answered, opened
from tests.conversations.shop import Shop, Somebody

QUESTION = "барабульки хмурындели"
NAMES = ("Борис", "Вера", "Глеб", "Дина", "Ева")


async def ended(shop: Shop, seller: Somebody, question: str) -> None:
    number = await opened(seller, question)
    await answered(shop, number)
    await seller.click("5 ⭐")


async def test_a_question_that_was_missed_is_found_after_a_few_dialogs(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send(QUESTION)
    assert "Не нашли" in anna.last.text
    for name in NAMES:
        await ended(shop, await shop.seller(name), QUESTION)
    await shop.passes(minutes=1)
    await shop.app.jobs.run("learning")
    await anna.send("/new")
    await anna.send(QUESTION)
    assert TOPIC in anna.buttons[0]
    await shop.app.jobs.run("learning")  # nothing is learned twice
    assert {one.dialogs for one in await shop.app.store.evidence()} == {len(NAMES)}


async def test_what_was_learned_outlives_a_restart(shop: Shop) -> None:
    for name in NAMES:
        await ended(shop, await shop.seller(name), QUESTION)
    await shop.passes(minutes=1)
    await shop.app.jobs.run("learning")
    await shop.restart()
    await shop.app.jobs.run("learning")
    anna = await shop.seller()
    await anna.send(QUESTION)
    assert TOPIC in anna.buttons[0]


async def test_noise_does_not_push_good_answers_out(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("не могу войти в кабинет")
    before = anna.buttons[0]
    for name in NAMES[:2]:
        await ended(
            shop, await shop.seller(name), "не могу войти в кабинет"
        )  # under a topic that has nothing to do with it
    await shop.passes(minutes=1)
    await shop.app.jobs.run("learning")
    await anna.send("/new")
    await anna.send("не могу войти в кабинет")
    assert anna.buttons[0] == before


async def test_searches_are_counted_for_the_admins(shop: Shop) -> None:
    anna, admin = await shop.seller(), await shop.admin()
    await opened(anna)  # found by its title
    await anna.send("/new")
    await anna.send(QUESTION)
    await anna.click("Другой вопрос")
    await admin.send("/stats")
    assert "Поиск темы: 2 раза." in admin.last.text
    assert "первую тему: 50 %" in admin.last.text
    assert "ничего не нашли: 50 %" in admin.last.text
    assert "не из найденных: 50 %" in admin.last.text


async def test_one_tap_adds_a_word_that_was_missed_to_the_topic_that_was_meant(shop: Shop) -> None:
    anna, admin = await shop.seller(), await shop.admin()
    await anna.send("/new")
    await anna.send("барабульки")
    assert "Не нашли" in anna.last.text
    await anna.click("Категории")
    await anna.click("Возвраты")
    await anna.click(TOPIC)
    await admin.send("/check")
    assert "Чаще всего не нашли: «барабульки» (2)" in admin.last.text
    await admin.click(f"«барабульки» → {TOPIC}")
    boris = await shop.seller("Борис")
    await boris.send("барабульки")
    assert TOPIC in boris.buttons[0]
    await admin.send("/check")
    assert "барабульки" not in admin.last.text


async def test_figures_are_told_in_english_too(shop: Shop) -> None:
    emily, admin = await shop.seller("Emily", language="en"), await shop.admin()
    await emily.send("/new")
    await emily.send("xyzzyplugh")
    await admin.send("/language")
    await admin.click("English")
    await admin.send("/check")
    assert "Most often not found" in admin.last.text
