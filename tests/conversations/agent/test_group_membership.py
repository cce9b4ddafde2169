"""Groups: strangers' are left; in the agents' own, admins learn what the bot lost, and a new id is followed."""

from typing import Any

import pytest

from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Shop, Somebody


async def made(shop: Shop, by: int, **fields: Any) -> int:
    group = await shop.control("group", action="create", title="Чужая", from_id=by, members=[by], **fields)
    await shop.settle()
    chat_id: int = group["chat"]["id"]
    return chat_id


def bot_is_in(shop: Shop, chat_id: int) -> bool:
    bot_id = shop.app.bot.id
    return any(
        member["user_id"] == bot_id and member["status"] not in ("left", "kicked")
        for member in shop.chat(chat_id)["members"]
    )


async def test_a_strangers_group_is_left_with_a_sentence(shop: Shop) -> None:
    stranger = await shop.seller("Чужой")
    chat_id = await made(shop, stranger.id)

    said = Somebody(shop, {"id": stranger.id, "first_name": ""}, chat_id)
    assert "поэтому выходит из этого чата" in said.last.text
    assert not bot_is_in(shop, chat_id)


async def test_what_is_written_in_a_strange_group_is_nothing(shop: Shop) -> None:
    admin = await shop.admin()
    chat_id = await made(shop, admin.id)
    there = Somebody(shop, {"id": admin.id, "first_name": ""}, chat_id)
    lines = len(there.got)

    await there.send("/queue")
    await there.send("/start")
    await there.send("Здравствуйте")

    assert len(there.got) == lines


async def test_an_admin_learns_the_groups_id_and_the_bot_stays(shop: Shop) -> None:
    admin = await shop.admin()
    chat_id = await made(shop, admin.id)

    assert str(chat_id) in Somebody(shop, {"id": admin.id, "first_name": ""}, chat_id).last.text
    assert bot_is_in(shop, chat_id)


async def test_admins_learn_what_the_bot_lost_and_got_back(desk: Desk) -> None:
    admin = await desk.shop.admin()
    await admin.send("/start")

    await desk.shop.control("group", chat_id=desk.shop.group, action="rights", rights={"can_manage_topics": False})
    await desk.shop.settle()
    assert "забрали права" in admin.last.text

    await desk.shop.control("group", chat_id=desk.shop.group, action="rights", rights={"can_manage_topics": True})
    await desk.shop.settle()
    assert "снова может работать" in admin.last.text

    await desk.shop.control("group", chat_id=desk.shop.group, action="remove_bot")
    await desk.shop.settle()
    assert "Бота больше нет в группе «Поддержка»" in admin.last.text


@pytest.mark.parametrize(
    ("language", "without_rights", "connected", "again"),
    [
        ("Русский", "нет прав администратора", "Бот подключён к группе «Чужая»", "снова может работать"),
        ("English", "has no admin rights", "The bot is connected to the group “Чужая”", "can work in the group"),
    ],
)
async def test_only_what_was_lost_is_back(
    shop: Shop, language: str, without_rights: str, connected: str, again: str
) -> None:
    admin = await shop.admin()
    await admin.send("/language")
    await admin.click(language)
    chat_id = await made(shop, admin.id, bot="none", is_forum=True)
    shop.app.desk.rules.home_group = chat_id
    shop.app.desk.use_catalogue(shop.app.desk.catalogue)

    async def told(**change: Any) -> str:
        lines = len(admin.got)
        await shop.control("group", chat_id=chat_id, **change)
        await shop.settle()
        await admin.look()
        assert len(admin.got) == lines + 1
        return admin.last.text

    assert without_rights in await told(action="add_bot")
    assert connected in await told(action="member", status="administrator")
    assert "⚠️" in await told(action="remove_bot")
    assert again in await told(action="member", status="administrator")


@pytest.fixture
async def basic(shop: Shop) -> int:
    """The agents' group is a basic group."""
    admin = await shop.admin()
    chat_id = await made(shop, admin.id, type="group")
    shop.app.desk.rules.home_group = chat_id
    shop.app.desk.use_catalogue(shop.app.desk.catalogue)
    return chat_id


async def test_a_group_that_became_a_supergroup_is_followed(shop: Shop, basic: int) -> None:
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    await shop.control("group", chat_id=basic, action="member", user_id=pyotr.id, status="member")
    number = await open_dialog(anna)

    moved = await shop.control("group", chat_id=basic, action="upgrade")
    await shop.settle()
    new = moved["chat"]["id"]
    assert new != basic
    assert bot_is_in(shop, new)

    await anna.send("Вы здесь?")
    there = Somebody(shop, {"id": pyotr.id, "first_name": "Пётр"}, new)
    await there.look()
    assert str(number) in there.got[0].text + there.got[-1].text
    assert there.got[-1].text.endswith("Вы здесь?")
    await there.send("Здесь", reply_to=there.got[-1])
    assert anna.last.text.endswith("Здесь")


async def test_rights_that_the_server_has_not_heard_of_are_not_missed(desk: Desk) -> None:
    """A Bot API server of another version tells of fewer rights than aiogram asks for."""
    bot = {"id": desk.shop.app.bot.id, "is_bot": True, "first_name": "Поддержка"}
    admin = await desk.shop.admin()
    change = {
        "chat": {"id": desk.shop.group, "type": "supergroup", "title": "Поддержка", "is_forum": True},
        "from": {"id": admin.id, "is_bot": False, "first_name": admin.name},
        "date": desk.shop.clock.now // 1000,
        "old_chat_member": {"status": "administrator", "user": bot, "can_manage_topics": True},
        "new_chat_member": {"status": "member", "user": bot},
    }
    await admin.send("/start")
    await desk.shop.app.update_worker.receive([{"update_id": 900_000_000, "my_chat_member": change}])
    await desk.shop.settle()

    assert "нет прав администратора" in (await admin.look()).last.text
    assert await desk.shop.app.store.count_set_aside() == 0
