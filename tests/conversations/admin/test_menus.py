"""Behind the menu button each person finds only their own commands, in their language."""

from typing import Any

from bot.telegram.command_menus import Commands
from bot.telegram.command_registry import Role, commands_of, names, offered_to_agents
from tests.conversations.shop import Shop


async def menus(shop: Shop) -> dict[tuple[str, int | None, str], list[str]]:
    """(scope, chat, language) -> descriptions."""
    found: list[dict[str, Any]] = (await shop.get("state"))["commands"]
    return {
        (menu["scope"]["type"], menu["scope"].get("chat_id"), menu["language_code"]): [
            command["command"] for command in menu["commands"]
        ]
        for menu in found
    }


async def test_each_has_a_menu_in_both_languages(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/start")

    await shop.app.commands.register()

    found = await menus(shop)
    for language in ("", "en"):
        assert found["all_private_chats", None, language] == names(commands_of(Role.SELLER))
        assert found["chat", shop.group, language] == names(offered_to_agents(shop.app.desk.rules))
        assert found["chat", admin.id, language] == [*names(commands_of(Role.ADMIN)), *names(commands_of(Role.SELLER))]


async def test_menus_that_are_right_already_are_not_set_again(shop: Shop) -> None:
    app = shop.app
    await app.commands.register()
    before = len(await shop.calls("setMyCommands"))
    after_restart = Commands(
        app.bot, app.texts, lambda: app.desk.groups, lambda: app.settings.admin_ids, lambda: app.desk.rules
    )

    await after_restart.register()

    assert len(await shop.calls("setMyCommands")) == before


async def test_a_new_group_gets_its_menu(shop: Shop) -> None:
    admin = await shop.admin()
    await shop.app.commands.register()
    other = await shop.control(
        "group", action="create", title="Возвраты", type="supergroup", is_forum=True, members=[admin.id]
    )
    group = other["chat"]["id"]
    await admin.send("/catalogue")
    await admin.click("Категории и темы")
    while not any("Возвраты" in label for label in admin.buttons):
        await admin.click("›")
    await admin.click("Возвраты")
    await admin.click("Группа")
    await admin.send(str(group))

    await shop.app.commands.register()

    assert (await menus(shop))["chat", group, ""] == names(offered_to_agents(shop.app.desk.rules))


async def test_the_menu_follows_a_setting(shop: Shop) -> None:
    admin = await shop.admin()
    await shop.app.commands.register()
    assert "undo" not in (await menus(shop))["chat", shop.group, ""]

    await admin.send("/settings")
    await admin.click("Задержка ответа")
    await admin.send("10s")
    await shop.app.config_sync.refresh()
    await shop.app.commands.register()

    for language in ("", "en"):
        assert "undo" in (await menus(shop))["chat", shop.group, language]
