"""Admins announce announcements."""

from tests.conversations.shop import Shop, Somebody


async def announced(admin: Somebody, text: str, *choices: str) -> None:
    await admin.send("/announce")
    await admin.click("Объявить о сбое")
    await admin.send(text)
    for choice in choices or ("Во всех категориях",):
        while not any(choice in label for label in admin.buttons):
            await admin.click("›")
        await admin.click(choice)
    await admin.click("Показать продавцам")


async def in_category(seller: Somebody, title: str) -> str:
    await seller.send("/new")
    while not any(title in label for label in seller.buttons):
        await seller.click("›")
    await seller.click(title)
    return seller.last.text


async def test_an_incident_is_shown_until_it_is_fixed_and_its_end_is_told_once(shop: Shop) -> None:
    admin, anna, boris = await shop.admin(), await shop.seller("Анна"), await shop.seller("Борис")

    await announced(admin, "Не создаются <возвраты>", "Возвраты")

    assert "Показываем продавцам: Возвраты" in admin.last.text
    assert "Не создаются <возвраты>" in await in_category(anna, "Возвраты")
    await anna.click("Сообщить, когда починят")
    assert "Не создаются <возвраты>" not in await in_category(boris, "Аналитика")

    await admin.send("/announce")
    await admin.click("Починили: Не создаются")
    assert "1 продавец просил сообщить и получит" in admin.last.text
    assert "Мы сообщали: «Не создаются <возвраты>»" in admin.last.text, "what is sent is shown before"
    await shop.passes(minutes=1)
    assert "Мы сообщали" not in (await anna.look()).last.text
    await admin.click("Снять и отправить 1 продавцу")
    assert "узнает 1 продавец" in admin.last.text
    await shop.passes(minutes=1)

    assert "Мы сообщали: «Не создаются <возвраты>»" in anna.last.text
    assert "Мы сообщали" not in boris.last.text
    told = len(anna.got)
    await shop.passes(minutes=5)
    assert len((await anna.look()).got) == told
    assert "Не создаются" not in await in_category(anna, "Возвраты")


async def test_the_end_is_told_in_the_admins_own_words(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller("Анна")
    await announced(admin, "Не создаются возвраты", "Возвраты")
    await in_category(anna, "Возвраты")
    await anna.click("Сообщить, когда починят")
    await admin.send("/announce")
    await admin.click("Починили")

    await admin.click("Написать своими словами")
    await admin.send("я" * 701)
    assert "701 знаков" in admin.last.text
    await admin.send("Возвраты <снова> создаются, вчерашние появятся к вечеру")
    assert "✅ Возвраты <снова> создаются, вчерашние появятся к вечеру" in admin.last.text
    await admin.click("Снять и отправить 1 продавцу")
    await shop.passes(minutes=1)

    assert anna.last.text.startswith("✅ Возвраты <снова> создаются, вчерашние появятся к вечеру")
    assert "Мы сообщали: «Не создаются возвраты»" in anna.last.text


async def test_words_for_an_end_that_was_left_are_for_no_other(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller("Анна")
    await announced(admin, "Не создаются возвраты", "Возвраты")
    await in_category(anna, "Возвраты")
    await anna.click("Сообщить, когда починят")
    await admin.send("/announce")
    await admin.click("Починили")
    await admin.click("Написать своими словами")
    await admin.send("Готово, но не совсем")

    await admin.click("Отмена")
    await admin.click("Починили")
    await admin.click("Снять и отправить")
    await shop.passes(minutes=1)

    assert "✅ Всё снова работает" in anna.last.text


async def test_nothing_is_shown_before_categories_are_chosen_and_how_many_will_see_it_is_said(shop: Shop) -> None:
    from tests.conversations.admin.opening import opened

    admin, anna = await shop.admin(), await shop.seller()
    await opened(shop, anna)
    await admin.send("/announce")
    await admin.click("Объявить о сбое")
    await admin.send("Не создаются возвраты")

    assert not any("✅" in label or "Показать" in label for label in admin.buttons if "Пока" not in label)
    await admin.press(admin.last, "a!")
    assert await shop.app.store.announcements(shop.clock.now) == []
    await admin.click("Во всех категориях")
    assert "об этом писал 1 продавец" in admin.last.text
    await admin.click("Аналитика")
    assert "об этом писали 0 продавцов" in admin.last.text
    await admin.click("Аналитика")
    assert not any("Показать" in label for label in admin.buttons)


async def test_an_incident_ends_by_time(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    await announced(admin, "Кабинет не открывается", "Во всех категориях", "3 ч")
    assert "Кабинет не открывается" in await in_category(anna, "Аналитика")
    await anna.click("Сообщить, когда починят")

    await shop.passes(hours=3)

    assert "Мы сообщали: «Кабинет не открывается»" in anna.last.text
    await admin.send("/announce")
    assert "сейчас нет" in admin.last.text


async def test_a_long_text_is_refused_with_its_length(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/announce")
    await admin.click("Объявить о сбое")

    await admin.send("я" * 701)

    assert "701 знаков" in admin.last.text


async def test_old_buttons_announce_nothing(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/announce")

    for forged in ("a!", "at:returns:0", "ah:3:0", "ae:77"):
        await admin.press(admin.last, forged)

    assert await shop.app.store.announcements(shop.clock.now) == []


async def test_closed_dialogs_are_erased_after_the_time_that_is_set(shop: Shop) -> None:
    from tests.conversations.admin.opening import opened

    admin, anna = await shop.admin(), await shop.seller()
    number = await opened(shop, anna)
    await anna.send("/dialogs")
    await anna.send(str(number))
    await anna.click("Отменить переписку")
    await anna.click("Да")
    await admin.send("/settings")
    await admin.click("Хранить завершённые")
    await admin.send("30 дней")

    await shop.passes(days=29)
    await shop.app.jobs.run("retention")
    assert await shop.app.store.dialog(number) is not None
    await shop.passes(days=2)
    await shop.app.jobs.run("retention")

    assert await shop.app.store.dialog(number) is None
    await shop.app.jobs.run("retention")
    assert await shop.app.store.person(anna.id) is None, "nobody is known for nothing"


async def test_many_that_run_at_once_are_listed_and_can_be_ended(shop: Shop) -> None:
    admin = await shop.admin()
    for number in range(7):
        await announced(admin, f"{number} не работает " * 40)

    await admin.send("/announce")

    assert all(f"⚠️ {number} не работает" in admin.last.text for number in range(7))
    await admin.click("Починили: 3 не работает")
    assert "никто не просил" in admin.last.text
    await admin.click("Снять")
    assert "⚠️ 3 не работает" not in (await admin.look()).last.text


async def test_agents_who_will_be_asked_about_it_know(shop: Shop) -> None:
    admin, pyotr = await shop.admin(), await shop.agent("Пётр")

    await announced(admin, "Не создаются <возвраты>. Чиним, ждём к 18:00", "Возвраты")
    told = (await pyotr.look()).last
    assert told.text == "📢 Продавцам показываем объявление:\nНе создаются <возвраты>. Чиним, ждём к 18:00"

    await admin.send("/announce")
    await admin.click("Починили: Не создаются")
    await admin.click("Снять")
    await shop.settle()
    assert (await pyotr.look()).last.text.startswith("✅ Объявление для продавцов снято:")
