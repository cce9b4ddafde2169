"""«Новый диалог»: category, topic, search, hint, and the quarter of an hour between two dialogs on one topic."""

import pytest

from core.catalogue.titles import alphabetical
from core.content import Content, Kind, Limits
from core.desk import SellerActions
from core.draft import Draft
from core.errors import CooldownActive
from core.message import IncomingMessage, MessageRef
from core.unit_of_work import Conflict, UnitOfWork
from tests.conversations.seller.talks import HINTED, OTHER_TOPIC, TOPIC, choose, number_in, opened, pick
from tests.conversations.shop import File, Shop


async def test_categories_and_topics_stand_in_alphabetical_order_on_pages(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("Новый диалог")
    categories = [
        title for title in anna.buttons if title not in ("‹", "›", "Другой вопрос") and "из" not in title.split()
    ]
    assert categories == sorted(categories, key=alphabetical)
    assert len(categories) == 8
    await anna.click("›")
    more = [title for title in anna.buttons if title not in ("‹", "›") and "из" not in title.split()]
    assert alphabetical(more[0]) > alphabetical(categories[-1])
    await anna.click("‹")
    await anna.click("Возвраты")
    topics = [title for title in anna.buttons if "Категории" not in title and len(title) > 1 and " из " not in title]
    assert topics == sorted(topics, key=alphabetical)
    assert TOPIC in topics
    await anna.click("‹ Категории")
    assert "Возвраты" in anna.buttons


async def test_the_number_of_an_own_dialog_opens_it_here_too(shop: Shop) -> None:
    anna, boris = await shop.seller(), await shop.seller("Борис")
    number = await opened(anna)

    await anna.send("/new")
    await anna.send(str(number))
    assert f"№{number}" in anna.last.text
    assert "Возвраты" in anna.last.text

    await boris.send("/new")
    await boris.send(str(number))
    assert not any(f"№{number}" in post.text for post in boris.got)


async def test_a_topic_chosen_from_the_lists_opens_the_draft(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("Новый диалог")
    await anna.click("Возвраты")
    await pick(anna, TOPIC)
    assert f"Категория *: Возвраты\nТема *: {TOPIC}" in anna.last.text
    assert not any("Создать диалог" in label for label in anna.buttons)


async def test_words_find_the_topic_at_either_step(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("Новый диалог")
    await anna.send("djpdhfn ,hfrf")  # «возврат брака» with the other keyboard layout
    assert f"Возвраты › {TOPIC}" in anna.buttons
    await anna.click("Категории")
    await anna.click("Возвраты")
    await anna.send("возвраты бракаа")
    assert anna.buttons[0] == f"Возвраты › {TOPIC}"
    assert len(anna.buttons) <= 11


async def test_nothing_found_is_said_and_the_categories_are_offered(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("Новый диалог")
    for words in ("щщщъъъ", "?!…", "ы" * 300):
        await anna.send(words)
        assert "Не нашли" in anna.last.text
        assert anna.buttons == ["Другой вопрос", "Категории"]
    await anna.click("Категории")
    assert "Возвраты" in anna.buttons


async def test_a_hint_stands_between_and_most_questions_end_there(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("Новый диалог")
    await anna.send(HINTED)
    await anna.click(f"› {HINTED}")
    assert "Проверьте" in anna.last.text
    assert any("статью" in label for label in anna.buttons)
    assert {"Вопрос решён", "Всё равно написать"} <= set(anna.buttons)
    await anna.click("Вопрос решён")
    assert anna.buttons == []
    await anna.send("ещё вопрос")  # nothing was begun: free text again
    assert "комментарием" in anna.last.text or "сохранили" in anna.last.text


async def test_write_anyway_opens_the_draft(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna, HINTED)
    assert f"Тема *: {HINTED}" in anna.last.text


async def test_one_dialog_a_topic_in_15_minutes(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await shop.passes(minutes=3)
    await anna.send("✏️ Новый диалог")
    await anna.send(TOPIC)
    await anna.click(f"{TOPIC} · через")
    assert f"№{number}" in anna.last.text
    assert "через 12 минут" in anna.last.text
    await anna.click("Дополнить")
    assert f"№{number}" in anna.last.text


async def test_the_topic_is_free_again_after_15_minutes_and_others_always_are(shop: Shop) -> None:
    anna, boris = await shop.seller(), await shop.seller("Борис")
    first = await opened(anna)
    await opened(anna, topic=OTHER_TOPIC)
    await opened(boris)
    await shop.passes(minutes=15)
    assert await opened(anna) > first


async def test_of_two_dialogs_on_one_topic_at_once_only_one_comes_to_be(shop: Shop) -> None:
    """As on two replicas: both looked before either was kept."""
    anna = await shop.seller()
    await choose(anna)
    actions, store, now = SellerActions(shop.app.desk), shop.app.store, shop.clock.now
    person = await store.person(anna.id)
    assert person is not None
    draft = Draft("return-defect").with_part(
        IncomingMessage(Content(Kind.TEXT, "Брак"), MessageRef(anna.id, 10_001)), Limits()
    )
    works = [UnitOfWork(now), UnitOfWork(now)]
    for work in works:
        await actions.open_dialog(work, person, draft)
    await store.commit(works[0])
    with pytest.raises(Conflict):
        await store.commit(works[1])
    with pytest.raises(CooldownActive) as refusal:
        await actions.open_dialog(UnitOfWork(now + 60_000), person, draft)
    assert refusal.value.values["left"] == 14 * 60_000


async def test_the_words_of_a_seller_without_a_dialog_become_the_comment(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("покупатель прислал брак, как вернуть деньги")
    assert any(TOPIC in label for label in anna.buttons)
    await pick(anna, f"› {TOPIC}")
    assert "покупатель прислал брак, как вернуть деньги" in anna.last.text
    await anna.click("Создать диалог")
    agent = await shop.agent()
    topic = await agent.topic(number_in(anna.last.text))
    assert any("как вернуть деньги" in post.text for post in topic.got)


async def test_a_file_without_a_dialog_waits_for_its_topic(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send(None, File("photo"), File("photo"), album=True)
    assert "сохранили" in anna.last.text
    assert len([post for post in anna.got if "сохранили" in post.text]) == 1
    await anna.send("возврат брака")
    await pick(anna, f"› {TOPIC}")
    assert "2 файла" in anna.last.text
    assert "возврат брака" in anna.last.text


async def test_a_draft_outlives_a_look_elsewhere_and_may_be_begun_anew(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Половина вопроса")
    await anna.send("Мои диалоги")
    await anna.send("✏️ Новый диалог")
    assert "черновик" in anna.last.text
    await anna.click("Продолжить черновик")
    assert "Половина вопроса" in anna.last.text
    await anna.send("/start")
    await anna.send("/new")
    await anna.click("Начать заново")
    assert "Возвраты" in anna.buttons
    await anna.click("Возвраты")
    await pick(anna, TOPIC)
    assert "пока пусто" in anna.last.text


async def test_a_topic_that_is_no_more_is_refused_with_a_way_on(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("Новый диалог")
    for data in ("topic:no-such-topic:0", "cat:no-such-category:0"):
        await anna.press(anna.got[0], data)
        assert "темы больше нет" in anna.last.text
        await anna.click("Новый диалог")
        assert "Возвраты" in anna.buttons
