"""Owners appoint admins and revoke them; the audit remembers."""

from tests.conversations.admin.opening import appointed
from tests.conversations.admin.opening import opened as dialog_opened
from tests.conversations.shop import Shop


async def test_an_appointed_admin_steers_until_revoked(shop: Shop) -> None:
    owner, olga = await shop.admin(), await shop.seller("Ольга")
    await olga.send("/start")

    await appointed(owner, f"/admins {olga.id}")

    assert "Ольга" in owner.last.text
    assert "теперь администратор" in olga.last.text
    await olga.send("/check")
    assert "SQLite" in olga.last.text
    await shop.restart()
    await olga.send("/check")
    assert "SQLite" in olga.last.text

    await owner.send("/admins")
    assert "Ольга" in owner.last.text
    await owner.click("Забрать права: Ольга")
    await owner.click("Да, забрать")

    assert "больше не администратор" in olga.last.text
    await olga.send("/check")
    assert "SQLite" not in olga.last.text


async def test_an_admin_is_appointed_by_name(shop: Shop) -> None:
    owner, olga = await shop.admin(), await shop.seller("Ольга", username="Olga_K")
    await olga.send("/start")

    await owner.send("/admins @olga_k")
    assert "Ольга, @Olga_K (id" in owner.last.text, "who it is, before anything is done"
    assert str(olga.id) in owner.last.text
    assert not any("теперь администратор" in post.text for post in (await olga.look()).got)
    await owner.click("Да, назначить")

    assert "теперь администратор" in olga.last.text


async def test_whoever_is_not_meant_is_not_appointed(shop: Shop) -> None:
    owner, olga = await shop.admin(), await shop.seller("Ольга")
    await olga.send("/start")

    await owner.send(f"/admins {olga.id}")
    await owner.click("Отмена")

    assert "Администраторы" in owner.last.text
    assert olga.id not in shop.app.dispatcher["admins"]


async def test_a_name_is_of_whoever_has_it_now(shop: Shop) -> None:
    """The former holder wrote to the bot, and then another person took the name and wrote too."""
    owner, olga, vera = await shop.admin(), await shop.seller("Ольга", username="desk_lead"), await shop.seller("Вера")
    await olga.send("/start")
    await shop.patch_person(olga, username="olga_free")
    await shop.patch_person(vera, username="desk_lead")
    await vera.send("/start")

    await owner.send("/admins @desk_lead")

    assert "Вера, @desk_lead" in owner.last.text
    assert (await shop.app.store.person(olga.id)).username is None  # type: ignore[union-attr]


async def test_a_former_holder_of_a_name_is_not_appointed_under_it(shop: Shop) -> None:
    """Nobody who has the name now ever wrote to the bot."""
    owner, olga = await shop.admin(), await shop.seller("Ольга", username="desk_lead")
    await olga.send("/start")
    await shop.patch_person(olga, username="olga_free")

    await owner.send("/admins @desk_lead")

    assert "не знает, кто такой @desk_lead" in owner.last.text
    assert not owner.buttons


async def test_a_yes_that_comes_twice_appoints_once(shop: Shop) -> None:
    owner, olga = await shop.admin(), await shop.seller("Ольга")
    await olga.send("/start")
    await owner.send(f"/admins {olga.id}")
    post = owner.last

    for _ in range(2):
        await owner.press(post, f"aa:{olga.id}")
    await owner.press(post, "aa:600000001")

    assert "не знает, кто такой 600000001" in owner.last.text
    assert sum("теперь администратор" in each.text for each in (await olga.look()).got) == 1


async def test_nobody_unknown_is_appointed(shop: Shop) -> None:
    owner = await shop.admin()

    for words in ("/admins 123456789", "/admins @nobody_here"):
        await owner.send(words)
        assert "Бот не знает, кто такой" in owner.last.text


async def test_menus_follow(shop: Shop) -> None:
    owner, olga = await shop.admin(), await shop.seller("Ольга")
    await olga.send("/start")
    await appointed(owner, f"/admins {olga.id}")
    await shop.app.commands.register()
    assert olga.id in await _with_own_menu(shop)

    await owner.send("/admins")
    await owner.click("Забрать права: Ольга")
    await owner.click("Да, забрать")
    await shop.app.commands.register()

    assert olga.id not in await _with_own_menu(shop)


async def _with_own_menu(shop: Shop) -> set[int]:
    menus = (await shop.get("state"))["commands"]
    return {menu["scope"]["chat_id"] for menu in menus if menu["scope"]["type"] == "chat" and menu["commands"]}


async def test_the_audit_tells_who_did_what(shop: Shop) -> None:
    owner, olga = await shop.admin(), await shop.seller("Ольга <b>")
    await olga.send("/start")
    await owner.send("/start")
    await appointed(owner, f"/admins {olga.id}")
    await owner.send("/settings")
    await owner.click("Пауза по теме")
    await owner.send("1h")
    await olga.send("/audit")

    lines = olga.last.text.splitlines()[2:]

    assert "настройка «Пауза по теме»: 1 час" in lines[0]
    assert "новый администратор: Ольга <b>" in lines[1]
    assert not olga.buttons


async def test_the_audit_knows_a_person_who_is_called_as_a_setting_is(shop: Shop) -> None:
    owner, hours = await shop.admin(), await shop.seller("hours")
    await hours.send("/start")
    await appointed(owner, f"/admins {hours.id}")

    await owner.send("/audit")

    assert "новый администратор: hours" in owner.last.text


async def test_the_audit_has_pages(shop: Shop) -> None:
    owner = await shop.admin()
    for value in range(1, 15):
        await owner.send("/settings")
        await owner.click("Лимит файла")
        await owner.send(str(value))

    await owner.send("/audit")
    assert "14 МБ" in owner.last.text
    await owner.click("›")

    assert "«Лимит файла»: 1 МБ" in owner.last.text


async def test_the_audit_names_who_was_banned_and_what_was_changed(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller("Анна Лаврова")
    number = await dialog_opened(shop, anna)
    await admin.send(f"/ban {number} спам")
    await admin.send("/catalogue")
    await admin.click("Категории и темы")
    while not any("Аналитика" in label for label in admin.buttons):
        await admin.click("›")
    await admin.click("Аналитика")
    await admin.click("Скрыть")

    await admin.send("/audit")

    assert f"блокировка: Анна Лаврова (id {anna.id}), спам" in admin.last.text
    assert "каталог, «Аналитика" in admin.last.text
