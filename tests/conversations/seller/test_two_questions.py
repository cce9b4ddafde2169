"""A second question that is written while a draft waits: it joins no comment in silence, and each has its dialog."""

from core.dialog import DialogFilter
from tests.conversations.seller.talks import OTHER_TOPIC, TOPIC, choose, number_in, opened, pick
from tests.conversations.shop import Post, Shop, Somebody

FIRST, SECOND = "Пришёл брак", "Покупатель хочет вернуть куртку"


async def both_written(shop: Shop) -> Somebody:
    anna = await shop.seller()
    await choose(anna, TOPIC)
    await anna.send(FIRST)
    await anna.send(SECOND)
    return anna


def the_card(seller: Somebody) -> Post:
    return next(post for post in reversed(seller.got) if "Создать диалог" in str(post.buttons))


async def test_the_card_says_that_it_joined(shop: Shop) -> None:
    anna = await both_written(shop)

    assert "Последнее сообщение добавили в комментарий" in anna.last.text
    assert "✅ Создать диалог" in anna.buttons
    assert "✏️ Это другой вопрос" in anna.buttons


async def test_words_of_the_search_and_one_message_are_one_question(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna, TOPIC)
    await anna.send(FIRST)

    assert "Это другой вопрос" not in str(anna.buttons)


async def test_each_gets_a_dialog_of_its_own(shop: Shop) -> None:
    anna = await both_written(shop)
    await anna.click("Это другой вопрос")
    assert f"Черновик «Возвраты › {TOPIC}» подождёт" in anna.got[-2].text
    await pick(anna, f"› {OTHER_TOPIC}")
    assert SECOND in anna.last.text
    assert FIRST not in anna.last.text
    await anna.click("Создать диалог")
    await anna.click("Продолжить черновик")
    assert FIRST in (card := the_card(anna).text)
    assert SECOND not in card
    await anna.click("Создать диалог")

    first = await (await shop.agent()).topic(number_in(anna.last.text))
    assert [post.text for post in first.got][1:] == [FIRST]


async def test_a_second_one_that_is_left_brings_the_first_back(shop: Shop) -> None:
    anna = await both_written(shop)
    await anna.click("Это другой вопрос")
    await pick(anna, f"› {OTHER_TOPIC}")
    await anna.click("Отмена")
    assert f"неотправленный черновик: Возвраты › {TOPIC}" in anna.last.text
    await anna.click("Вернуть")
    assert SECOND in (card := the_card(anna).text)
    assert FIRST not in card
    await anna.click("Создать диалог")
    await anna.click("Продолжить черновик")
    assert FIRST in the_card(anna).text


async def test_the_first_outlives_a_restart(shop: Shop) -> None:
    anna = await both_written(shop)
    await anna.click("Это другой вопрос")
    await shop.restart()
    await pick(anna, f"› {OTHER_TOPIC}")
    await anna.click("Создать диалог")
    await anna.click("Продолжить черновик")
    assert FIRST in the_card(anna).text


async def test_a_draft_that_was_left_is_joined_with_a_way_out(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna, TOPIC)
    await anna.send(FIRST)
    await anna.send("/start")
    await anna.send(SECOND)
    assert f"Добавили в черновик: Возвраты › {TOPIC}" in anna.last.text
    await anna.click("Это другой вопрос")
    await pick(anna, f"› {OTHER_TOPIC}")
    assert SECOND in anna.last.text
    assert FIRST not in anna.last.text


async def test_where_it_is_asked_whether_to_go_on_words_go_to_no_open_dialog_unasked(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna, topic=OTHER_TOPIC)
    await choose(anna, TOPIC)
    await anna.send(FIRST)
    await anna.send("Новый диалог")
    await anna.send("Где моя выплата?")

    assert "Куда отправить сообщение?" in anna.last.text
    assert "📝 В черновик" in anna.buttons
    assert any(str(number) in label for label in anna.buttons)
    assert await shop.app.store.count_history(number) == 1


async def test_a_second_tap_sends_the_first_one_not(shop: Shop) -> None:
    anna = await both_written(shop)
    await anna.click("Это другой вопрос")
    await pick(anna, f"› {OTHER_TOPIC}")
    card = the_card(anna)
    create = next(button["callback_data"] for button in card.inline if "Создать" in button["text"])
    await anna.press(card, create)
    await anna.press(card, create)

    assert await shop.app.store.count_dialogs(anna.id, DialogFilter()) == 1


async def test_a_new_dialog_is_no_part_of_a_draft_that_waits(shop: Shop) -> None:
    anna = await shop.seller()
    await opened(anna, topic=OTHER_TOPIC)
    await choose(anna, TOPIC)
    await anna.send(FIRST)
    await anna.send("/start")
    await anna.send("Не создаётся карточка")
    answer = await anna.click("✏️ Новый диалог")
    assert answer
    assert f"Черновик «Возвраты › {TOPIC}» подождёт" in answer["text"]
    assert "Создать диалог" not in str([post.buttons for post in anna.got])
    await pick(anna, "Создание карточки")
    assert "Не создаётся карточка" in (card := the_card(anna).text)
    assert FIRST not in card
    await anna.click("Создать диалог")
    await anna.click("Продолжить черновик")
    assert FIRST in the_card(anna).text
    assert "Не создаётся карточка" not in the_card(anna).text
