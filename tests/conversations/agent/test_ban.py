"""An agent keeps a seller out, with a reason, and lets them back in."""

from tests.conversations.desk import Desk, open_dialog


async def card(desk: Desk) -> str:
    return (await desk.here.look()).got[0].text


async def test_banned_with_a_reason_and_let_in_again(desk: Desk) -> None:
    await desk.here.send("/ban Оскорбления <b>")

    assert "Оскорбления <b>" in desk.anna.last.text
    assert "Продавец заблокирован: Оскорбления <b>" in await card(desk)
    await desk.anna.send("Почему?")
    assert not any(post.text == "Почему?" for post in (await desk.here.look()).got)

    await desk.here.send("/unban")
    assert "Продавец заблокирован" not in await card(desk)
    await desk.anna.send("Спасибо")
    assert any(post.text == "Спасибо" for post in (await desk.here.look()).got)


async def test_a_reason_is_chosen_after_the_button(desk: Desk) -> None:
    await desk.here.click("Заблокировать")
    assert "/бан причина" in desk.here.last.text
    assert "Продавец заблокирован" not in await card(desk)

    await desk.here.click("Спам")

    assert "Спам" in desk.anna.last.text
    assert "Продавец заблокирован: Спам" in await card(desk)
    assert "Взять" in desk.here.got[0].buttons


async def test_a_tap_by_mistake_bans_nobody(desk: Desk) -> None:
    await desk.here.click("Заблокировать")
    await desk.here.send("Добрый день")
    assert desk.anna.last.text.endswith("Добрый день")

    await desk.here.press(desk.here.got[0], f"k:card:{desk.number}")
    assert "Продавец заблокирован" not in await card(desk)
    assert "Взять" in desk.here.got[0].buttons or "Отпустить" in desk.here.got[0].buttons


async def test_a_ban_without_a_reason_offers_some(desk: Desk) -> None:
    await desk.here.send("/ban")
    assert "/ban причина" in desk.here.last.text
    assert desk.here.buttons == ["Спам", "Оскорбления", "Мошенничество", "‹ Назад"]

    await desk.here.send("/unban")
    assert "не заблокирован" in desk.here.last.text


async def test_an_admin_who_writes_as_a_seller_is_not_banned(desk: Desk) -> None:
    admin = await desk.shop.admin()
    here = await desk.pyotr.topic(await open_dialog(admin))

    await here.send("/ban Спам")
    assert "администратор" in here.last.text
    answer = await here.click("Заблокировать", on=here.got[0])
    assert answer is not None
    assert "администратор" in answer["text"]

    await admin.send("Я ещё здесь?")
    assert (await here.look()).last.text == "Я ещё здесь?"


async def test_the_cards_of_all_that_is_open_show_it(desk: Desk) -> None:
    second = await desk.pyotr.topic(await open_dialog(desk.anna, "И ещё про аналитику", "аналитика"))

    await desk.here.send("/ban Спам")
    for there in (desk.here, second):
        assert "Продавец заблокирован: Спам" in (await there.look()).got[0].text

    admin = await desk.shop.admin()
    await admin.send(f"/unban {desk.number}")
    for there in (desk.here, second):
        assert "Продавец заблокирован" not in (await there.look()).got[0].text
        assert "Заблокировать" in there.got[0].buttons
