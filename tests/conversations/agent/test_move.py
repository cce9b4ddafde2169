"""A dialog moves to another topic, and to another group where the category is routed there."""

from dataclasses import replace

from core.catalogue.edit import with_category
from core.desk import AgentActions
from core.person import Agent
from core.unit_of_work import UnitOfWork
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Somebody


async def route(desk: Desk, category: str) -> Somebody:
    """A second agents' group answers for the category; its agent."""
    admin_id = desk.shop.app.settings.admin_ids[0]
    made = {"title": "Деньги", "type": "supergroup", "is_forum": True, "from_id": admin_id}
    chat_id = (await desk.shop.control("group", action="create", **made))["chat"]["id"]
    agent = await desk.shop.agent("Вера")
    await desk.shop.control("group", chat_id=chat_id, action="member", user_id=agent.id, status="member")
    catalogue = desk.shop.app.desk.catalogue
    found = catalogue.category(category)
    assert found
    desk.shop.app.desk.use_catalogue(with_category(catalogue, replace(found, group=chat_id)))
    return Somebody(desk.shop, {"id": agent.id, "first_name": "Вера"}, chat_id)


def category_of(desk: Desk, title: str) -> str:
    return next(each.key for each in desk.shop.app.desk.catalogue.every_category if each.title("ru") == title)


async def test_moved_from_the_card(desk: Desk) -> None:
    await desk.here.click("Сменить тему")
    menu = desk.here.last
    assert "Возвраты" in menu.buttons
    await desk.here.click("Аналитика", on=menu)
    topic = (await desk.here.look()).last.buttons[0]
    await desk.here.click(topic, on=desk.here.last)

    card = (await desk.here.look()).got[0]
    assert f"Аналитика › {topic}" in card.text
    assert "Взять" in card.buttons
    assert topic in desk.shop.topic(desk.number)["name"]


async def test_moved_by_words(desk: Desk) -> None:
    await desk.here.send("/move аналитика продаж")
    menu = desk.here.last
    label = menu.buttons[0]
    await desk.here.click(label)

    assert label.partition(" › ")[2] in (await desk.here.look()).got[0].text
    assert menu.id not in [post.id for post in desk.here.posts]  # the menu is gone


async def test_left_where_it_was(desk: Desk) -> None:
    await desk.here.send("/move")
    menu = desk.here.last
    await desk.here.click("Назад")
    assert menu.id not in [post.id for post in desk.here.posts]

    await desk.here.click("Сменить тему", on=desk.here.got[0])
    await desk.here.click("Назад", on=desk.here.last)
    assert "Взять" in (await desk.here.look()).got[0].buttons


async def reopened(desk: Desk) -> None:
    """By hand."""
    await desk.shop.control(
        "topic", chat_id=desk.shop.group, message_thread_id=desk.here.thread_id, action="reopen", from_id=desk.pyotr.id
    )


async def test_moved_to_another_group(desk: Desk) -> None:
    await desk.here.send("Передаю коллегам")
    await desk.anna.send("Жду")
    vera = await route(desk, category_of(desk, "Аналитика"))

    await desk.here.click("Сменить тему", on=desk.here.got[0])
    await desk.here.click("Аналитика", on=(await desk.here.look()).last)
    await desk.here.press(desk.here.last, (await desk.here.look()).last.inline[0]["callback_data"])

    await desk.shop.look()
    [topic] = desk.shop.chat(vera.chat_id)["topics"]
    there = vera.in_topic(topic)
    assert f"Диалог №{desk.number}" in there.got[0].text
    assert "Пока никто не взял" in there.got[0].text
    history = there.got[1].text
    assert history.index("Где мои деньги?") < history.index("Передаю коллегам") < history.index("Жду")
    await desk.here.look()
    assert "Диалог перенесён: Аналитика" in desk.here.last.text
    assert any("t.me/c/" in entity.get("url", "") for entity in desk.here.last.entities)
    assert desk.here.got[0].buttons == []
    old = next(each for each in desk.shop.chat(desk.shop.group)["topics"] if str(desk.number) in each["name"])
    assert old["closed"]

    await there.send("Это Вера")
    assert desk.anna.last.text.endswith("Это Вера")
    await desk.anna.send("Спасибо, Вера")
    assert there.got[-1].text == "Спасибо, Вера"
    answer = await desk.here.press(desk.here.got[0], f"k:close:{desk.number}")
    assert answer is not None
    assert "не найден" in answer["text"]
    await reopened(desk)
    await desk.here.send("А я ещё здесь")
    assert "перенесён в другую группу" in desk.here.last.text
    assert not any("А я ещё здесь" in post.text for post in desk.anna.posts)


async def test_a_group_that_no_category_is_routed_to_any_more_still_answers_its_dialogs(desk: Desk) -> None:
    """Neither at once, nor after a restart, is anything that its agents write dropped in silence."""
    home = desk.shop.app.desk.catalogue
    vera = await route(desk, category_of(desk, "Аналитика"))
    boris = await desk.shop.seller("Борис")
    number = await open_dialog(boris, words="аналитика")
    there = vera.in_topic(next(each for each in desk.shop.chat(vera.chat_id)["topics"] if str(number) in each["name"]))

    desk.shop.app.desk.use_catalogue(home)
    await there.send("Это снова Вера")
    assert boris.last.text.endswith("Это снова Вера")

    await desk.shop.restart()
    await there.send("И после перезапуска")
    assert boris.last.text.endswith("И после перезапуска")

    await there.send("/close")
    await desk.shop.app.config_sync.sweep_groups(0)
    assert vera.chat_id not in desk.shop.app.desk.groups


async def test_moved_back_before_it_went_it_stays_where_it_is(desk: Desk) -> None:
    vera, app = await route(desk, category_of(desk, "Аналитика")), desk.shop.app
    home = await app.store.dialog(desk.number)
    assert home
    away = app.desk.catalogue.topics(category_of(desk, "Аналитика"), "ru")[0].key
    for topic in (away, home.topic):
        dialog = await app.store.dialog(desk.number)
        assert dialog
        work = UnitOfWork(now=desk.shop.clock())
        thread = await app.store.thread(desk.number)
        await AgentActions(app.desk).move(work, Agent(desk.pyotr.id, "Пётр"), dialog, topic, thread)
        await app.store.commit(work)
    await desk.shop.settle()

    assert desk.shop.chat(vera.chat_id).get("topics", []) == []
    assert not desk.shop.topic(desk.number)["closed"]
    assert "Взять" in (await desk.here.look()).got[0].buttons


async def test_words_that_find_nothing_are_named_and_the_menu_can_be_left(desk: Desk) -> None:
    await desk.here.send("/move ыыыыыы")
    assert desk.here.last.text == "По словам «ыыыыыы» тем не нашлось. Куда перенести диалог?"
    await desk.here.click("Аналитика", on=desk.here.last)
    assert (await desk.here.look()).last.text == "Аналитика: в какую тему перенести диалог?"

    await desk.here.send("/move долго на приёмке")
    menu = desk.here.last
    assert all(len(label) <= 34 or "›" not in label for label in menu.buttons)  # a phone cuts the end: the title
    await desk.here.click("Назад", on=menu)
    assert menu.id not in [post.id for post in (await desk.here.look()).posts]


async def test_a_group_that_a_dialog_comes_to_reads_where_it_came_from(desk: Desk) -> None:
    vera = await route(desk, category_of(desk, "Аналитика"))
    await desk.here.send("/move аналитика продаж")
    await desk.here.click(desk.here.buttons[0], on=desk.here.last)

    name = next(
        topic["name"]
        for topic in desk.shop.chat(desk.shop.group)["topics"]
        if topic["message_thread_id"] == desk.here.thread_id
    )
    assert name.startswith(f"↪️ №{desk.number}")  # nobody waits there any more
    [_, told] = (await vera.look()).got
    assert told.text.startswith("↪️ Диалог перенесли из другой группы.")
    assert "Где мои деньги?" in told.text
