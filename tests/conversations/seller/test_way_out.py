"""«Отмена» in words, where the bot asks for something: the step is left, and nothing of it is lost."""

import pytest

from tests.conversations.seller.talks import HINTED, OTHER_TOPIC, TOPIC, answered, choose, opened
from tests.conversations.seller.test_fields import asked_for
from tests.conversations.seller.test_fields import choose as choose_with_fields
from tests.conversations.shop import Shop


@pytest.mark.parametrize("word", ["Отмена", "отмените, пожалуйста", "/cancel", "/отмена"])
async def test_where_a_field_is_asked_for_it_leaves_the_draft_and_its_answers_come_back(shop: Shop, word: str) -> None:
    await asked_for(shop, "place | Склад | Warehouse | text\nnote | Примечание | Note | text")
    anna = await shop.seller()
    await choose_with_fields(anna, shop)
    card = anna.last
    await anna.send("Казань")
    await anna.send(word)
    assert "Черновик удалён" in anna.last.text
    assert not any("Создать" in label or "Отмена" in label for post in anna.got for label in post.buttons)
    assert card.id < anna.last.id
    await anna.click("Вернуть")
    assert "Склад: Казань" in anna.last.text
    assert word not in anna.last.text


async def test_answers_to_fields_alone_are_a_draft_that_waits(shop: Shop) -> None:
    await asked_for(shop, "place | Склад | Warehouse | text\nnote | Примечание | Note | text")
    anna = await shop.seller()
    await choose_with_fields(anna, shop)
    await anna.send("Казань")
    await anna.send("/new")
    await anna.click("Продолжить черновик")
    assert "Склад: Казань" in anna.last.text


async def test_it_leaves_a_draft_whose_comment_is_asked_for(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna, TOPIC)
    await anna.send("Пришёл брак")
    await anna.send("отмена")
    await anna.click("Вернуть")
    assert "Пришёл брак" in anna.last.text
    assert "отмена" not in anna.last.text


async def test_a_comment_that_was_to_be_rewritten_stays(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna, TOPIC)
    await anna.send("Пришёл брак")
    await anna.click("Переписать комментарий")
    await anna.send("отмена")
    assert "Пришёл брак" in anna.last.text
    assert "Создать диалог" in anna.buttons[0]


async def test_an_answer_that_was_to_be_changed_stays(shop: Shop) -> None:
    await asked_for(shop, "place | Склад | Warehouse | text")
    anna = await shop.seller()
    await choose_with_fields(anna, shop)
    await anna.send("Казань")
    await anna.click("✏️ Склад")
    await anna.send("отмена")
    assert "Склад: Казань" in anna.last.text


async def test_at_a_hint_there_is_nothing_to_lose(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("Новый диалог")
    await anna.send(HINTED)
    await anna.click(f"› {HINTED}")
    await anna.send("отмена")
    assert "Вернуть" not in str(anna.buttons)
    await anna.send("/new")
    assert "черновик" not in anna.last.text


async def test_dates_that_were_asked_for_lead_back_to_the_list(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.send("Мои диалоги")
    await anna.click("Дата")
    await anna.click("Свой период")
    await anna.send("отмена")
    assert str(number) in anna.buttons[0]


async def test_it_is_no_comment_on_the_stars(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    agent = await answered(shop, number)
    await anna.click("4 ⭐")
    await anna.send("отмена")
    assert "★★★★☆" in anna.last.text
    assert not any("отмена" in post.text for post in agent.got)


async def test_what_is_to_be_cancelled_in_the_shop_is_a_comment(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna, TOPIC)
    await anna.send("Отмените штраф")
    assert "Отмените штраф" in anna.last.text
    assert "Создать диалог" in anna.buttons[0]


async def test_where_it_is_asked_where_words_go_it_sends_them_nowhere(shop: Shop) -> None:
    anna = await shop.seller()
    numbers = [await opened(anna), await opened(anna, topic=OTHER_TOPIC)]
    await anna.send("/start")
    await anna.send("А это куда?")
    assert "Куда отправить" in anna.last.text
    await anna.send("отмена")

    assert "никуда не отправили" in anna.last.text
    assert [await shop.app.store.count_history(number) for number in numbers] == [1, 1]
