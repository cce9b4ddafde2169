"""Owners appoint admins and revoke them; the audit remembers."""

from tests.conversations.shop import Shop


async def test_an_appointed_admin_steers_until_revoked(shop: Shop) -> None:
    owner, olga = await shop.admin(), await shop.seller("Ольга")
    await olga.send("/start")

    await owner.send(f"/admins {olga.id}")

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

    assert "теперь администратор" in olga.last.text


async def test_nobody_unknown_is_appointed(shop: Shop) -> None:
    owner = await shop.admin()

    for words in ("/admins 123456789", "/admins @nobody_here"):
        await owner.send(words)
        assert "ещё не знает" in owner.last.text


async def test_menus_follow(shop: Shop) -> None:
    owner, olga = await shop.admin(), await shop.seller("Ольга")
    await olga.send("/start")
    await owner.send(f"/admins {olga.id}")
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
    await owner.send(f"/admins {olga.id}")
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
    await owner.send(f"/admins {hours.id}")

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
