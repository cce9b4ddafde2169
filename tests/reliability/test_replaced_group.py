"""`AGENT_GROUP` is corrected or replaced, or the bot removed: what waits in the group of before is seen again."""

from bot.app import App
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Shop, Somebody

GONE_ID = -1_009_999_999_999


async def new_group(shop: Shop) -> int:
    made = {"title": "Новая", "type": "supergroup", "is_forum": True, "from_id": shop.app.settings.admin_ids[0]}
    group: int = (await shop.control("group", action="create", **made))["chat"]["id"]
    await shop.settle()
    return group


async def restarted_with(shop: Shop, group: int) -> None:
    settings = shop.app.settings.model_copy(update={"agent_group": group})
    await shop.settle()
    await shop.app.close()
    shop.app = await App.build(settings, shop.clock)
    shop.app.update_stream.since = 0


async def in_group(shop: Shop, person: Somebody, group: int) -> Somebody:
    await shop.control("group", chat_id=group, action="member", user_id=person.id, status="member")
    return await Somebody(shop, {"id": person.id, "first_name": person.name}, group).look()


async def topic_of(here: Somebody, number: int) -> Somebody:
    await here.look()
    [topic] = [topic for topic in here.shop.chat(here.chat_id)["topics"] if str(number) in topic["name"]]
    return here.in_topic(topic)


async def test_what_stands_in_a_group_that_was_replaced_is_moved_with_one_tap(desk: Desk) -> None:
    shop, admin, group = desk.shop, await desk.shop.admin(), await new_group(desk.shop)
    await desk.here.send("Смотрю")
    await restarted_with(shop, group)

    await admin.send("/check")
    assert "1 открытый диалог стоит в группе «Поддержка», которой уже нет ни в настройках" in admin.last.text
    await admin.click("Перенести 1 из «Поддержка»")

    assert "Переносим 1 диалог" in admin.last.text
    there = await topic_of(await in_group(shop, desk.pyotr, group), desk.number)
    assert str(desk.number) in there.got[0].text
    assert any("Где мои деньги?" in post.text for post in there.got)
    assert any("Смотрю" in post.text for post in there.got)
    assert "перен" in (await desk.here.look()).last.text.lower()
    await there.send("Деньги уже идут")
    assert desk.anna.last.text.endswith("Деньги уже идут")


async def test_a_tap_that_comes_twice_moves_once(desk: Desk) -> None:
    shop, admin, group = desk.shop, await desk.shop.admin(), await new_group(desk.shop)
    await restarted_with(shop, group)
    await admin.send("/check")
    [button] = [one for one in admin.last.inline if "Перенести" in one["text"]]

    await admin.press(admin.last, button["callback_data"])
    said = admin.last.text
    answer = await admin.press(admin.last, button["callback_data"])

    assert answer
    assert "больше нечего" in answer["text"]
    assert admin.last.text == said
    await topic_of(await in_group(shop, desk.pyotr, group), desk.number)  # one topic


async def test_a_group_that_never_was_the_bots_is_left_as_well(shop: Shop) -> None:
    """The setting held a wrong id; sellers read that their words were handed on."""
    right, admin = shop.group, await shop.admin()
    await restarted_with(shop, GONE_ID)
    anna = await shop.seller("Анна")
    number = await open_dialog(anna)
    await restarted_with(shop, right)

    await admin.send("/check")
    assert any("а бота там больше нет" in post.text for post in admin.got)
    await admin.click("Перенести 1")

    pyotr = await shop.agent("Пётр")
    here = await topic_of(pyotr, number)
    assert any("Где мои деньги?" in post.text for post in here.got)


async def test_a_restart_in_the_middle_goes_on_with_what_is_left(desk: Desk) -> None:
    shop, admin, group = desk.shop, await desk.shop.admin(), await new_group(desk.shop)
    second = await open_dialog(await shop.seller("Борис"))
    await restarted_with(shop, group)
    await shop.control("trouble", rules=[{"fault": "500", "methods": ["createForumTopic"]}])
    await admin.send("/check")
    await admin.click("Перенести 2")
    await shop.control("trouble", rules=[])
    await restarted_with(shop, group)
    await shop.settle()

    there = await in_group(shop, desk.pyotr, group)
    for number in (desk.number, second):
        await topic_of(there, number)


async def test_what_stands_where_it_belongs_is_offered_to_nobody(desk: Desk) -> None:
    admin = await desk.shop.admin()

    await admin.send("/check")

    assert not any("Перенести" in label for label in admin.buttons)
