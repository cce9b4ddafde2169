"""What a seller typed on the way becomes the comment, or goes where it was meant."""

import pytest

from core.catalogue import Topic
from core.units import MEGABYTE
from tests.conversations.seller.talks import (
    HINTED,
    OTHER_TOPIC,
    TOPIC,
    answered,
    asked,
    choose,
    number_in,
    opened,
    pick,
)
from tests.conversations.shop import File, Shop, Somebody

CALLS_THAT_SHOW = ("sendMessage", "editMessageText")


async def said(shop: Shop, number: int) -> str:
    """All that support sees in the dialog's topic."""
    topic = await (await shop.agent("Смотрит")).topic(number)
    return "\n".join(post.text for post in topic.got)


async def at_a_hint(seller: Somebody) -> None:
    await seller.send("Новый диалог")
    await seller.send(HINTED)
    await seller.click(f"› {HINTED}")
    assert "Всё равно написать" in seller.buttons


@pytest.mark.parametrize(
    ("language", "words", "create", "remove"),
    [
        ("ru", "покупатель прислал брак и требует деньги", "Создать диалог", "Убрать слова поиска"),
        ("en", "the buyer returned a broken thing and wants money", "Create dialog", "Remove the search words"),
    ],
)
async def test_the_words_of_a_search_are_the_comment_and_one_tap_takes_them_out(
    shop: Shop, language: str, words: str, create: str, remove: str
) -> None:
    anna = await shop.seller("Anna", language=language)
    await anna.send("/new")
    await anna.send(words)
    await pick(anna, "›")
    assert words in anna.last.text
    assert any(create in label for label in anna.buttons)
    await anna.click(remove)
    assert words not in anna.last.text
    assert not any(create in label for label in anna.buttons)
    assert not any(remove in label for label in anna.buttons)


async def test_words_that_only_name_the_topic_are_no_comment(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna, TOPIC)
    assert "Комментарий *: пока пусто" in anna.last.text


async def test_a_search_for_another_topic_leaves_the_comment_alone(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Мой вопрос")
    await anna.click("Сменить тему")
    await anna.send("хочу ответить на плохие отзывы")
    await pick(anna, "›")
    assert "Мой вопрос" in anna.last.text
    assert "плохие отзывы" not in anna.last.text


async def test_words_of_a_search_that_led_nowhere_are_not_in_the_way(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.send("Новый диалог")
    await anna.send("потеряли коробку на складе")
    await anna.send("Мои диалоги")
    await anna.click(f"№{number}")
    await anna.send("Дополняю")
    assert "Дополняю" in await said(shop, number)
    await anna.send("Новый диалог")
    assert "категорию" in anna.last.text


async def test_words_at_a_hint_mean_write_anyway(shop: Shop) -> None:
    anna = await shop.seller()
    await at_a_hint(anna)
    await anna.send("Карточка не создаётся, артикул 123456")
    assert f"Тема *: {HINTED}" in anna.last.text
    assert "Карточка не создаётся, артикул 123456" in anna.last.text
    await anna.click("Создать диалог")
    assert "артикул 123456" in await said(shop, number_in(anna.last.text))


async def test_files_at_a_hint_mean_write_anyway(shop: Shop) -> None:
    anna = await shop.seller()
    await at_a_hint(anna)
    await anna.send("Вот что вижу", File("photo"), File("photo"), album=True)
    card = next(post for post in reversed(anna.got) if post.text.startswith("📝"))
    assert "2 файла" in card.text
    assert "Вот что вижу" in card.text


async def test_a_solved_question_can_be_had_back(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("как правильно создать карточку товара с размерами")
    await anna.click(f"› {HINTED}")
    await anna.click("Вопрос решён")
    await anna.click("Вернуть")
    assert "›" in "".join(anna.buttons)
    await pick(anna, f"› {HINTED}")
    assert "как правильно создать карточку" in anna.last.text


async def test_a_draft_that_is_brought_back_takes_in_what_was_written_since(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Первое")
    await anna.click("Отмена")
    left = anna.last
    await choose(anna, OTHER_TOPIC)
    await anna.send("Второе")
    await anna.click("Вернуть", on=left)
    [card] = [post.text for post in anna.got if post.text.startswith("📝")]
    assert "Первое\nВторое" in card
    assert f"Тема *: {TOPIC}" in card


async def test_a_topic_that_is_not_free_says_how_long_on_its_button(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await shop.passes(minutes=4)
    await anna.send("Новый диалог")
    await anna.send(TOPIC)
    assert anna.buttons[0] == f"{TOPIC} · через 11 мин"
    await anna.click("Категории")
    await anna.click("Возвраты")
    assert f"{TOPIC} · через 11 мин" in anna.buttons
    await anna.click(f"{TOPIC} · через")
    assert "через 11 минут" in anna.last.text
    await anna.send("Тогда допишу сюда")
    assert "Тогда допишу сюда" in await said(shop, number)


async def test_after_a_refusal_words_go_to_the_open_dialog_of_the_topic(shop: Shop) -> None:
    anna = await shop.seller()
    first, second = await opened(anna), await opened(anna, topic=OTHER_TOPIC)
    await anna.send("Новый диалог")
    await anna.send(TOPIC)
    await anna.click(f"{TOPIC} · через")
    await anna.send("Это к первому")
    assert "Это к первому" in await said(shop, first)
    assert "Это к первому" not in await said(shop, second)


async def test_a_finished_dialogs_page_says_what_a_new_one_is_about_and_when(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.click("Открыть диалог")
    await anna.click("Отменить переписку")
    await anna.click("Да, отменить")
    assert "✏️ Новый диалог · через 15 мин" in anna.buttons
    await shop.passes(minutes=16)
    await anna.send(str(number))
    assert "✏️ Новый диалог на эту тему" in anna.buttons


async def test_numbers_and_dates_typed_on_the_list_are_for_the_list(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.send("Мои диалоги")
    for typed, answer in {
        "999999": "не найден", "01.11.2026-15.11.2026": "01.11.2026–15.11.2026", "31.02.2026": "нет в календаре",
    }.items():  # fmt: skip
        await anna.send(typed)
        assert answer in anna.last.text
    await anna.click("Дата")
    await anna.click("Свой период")
    await anna.send("888888")
    assert "не найден" in anna.last.text
    await anna.send(str(number))
    assert f"Диалог №{number}" in anna.last.text
    support = await said(shop, number)
    assert not any(typed in support for typed in ("999999", "888888", "15.11", "31.02"))


async def test_after_a_receipt_each_further_word_gets_a_sign(shop: Shop) -> None:
    anna = await shop.seller()
    await opened(anna)
    [first] = await anna.send("Забыла сказать")
    further = [*await anna.send("И ещё"), *await anna.send(None, File("photo"), File("photo"), album=True)]
    posts = {post.id: post.reactions for post in (await anna.look()).posts}
    assert posts[first.id] == []
    assert [posts[post.id] for post in further] == [["👌"], ["👌"], ["👌"]]


@pytest.mark.parametrize(
    ("language", "new", "greeting", "greeted"),
    [
        ("ru", "Новый диалог", "Добрый день!", "Здравствуйте! Напишите"),
        ("en", "New dialog", "Hi there", "Hello! Write"),
    ],
)
async def test_a_greeting_is_greeted(shop: Shop, language: str, new: str, greeting: str, greeted: str) -> None:
    anna = await shop.seller("Anna", language=language)
    for place in ("/start", new):
        await anna.send(place)
        await anna.send(greeting)
        assert greeted in anna.last.text


async def test_below_what_was_found_there_is_always_a_way_on(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("покупатель прислал брак и требует деньги")
    assert anna.buttons[-3:] == ["Все темы: Возвраты", "Другой вопрос", "Категории"]
    await anna.click("Другой вопрос")
    assert "Тема *: Другой вопрос" in anna.last.text
    assert "покупатель прислал брак и требует деньги" in anna.last.text


async def test_the_rest_stands_last_in_its_list(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("/new")
    while "›" in anna.buttons:
        await anna.click("›")
    assert [label for label in anna.buttons if len(label) > 1 and " из " not in label][-1] == "Другой вопрос"


async def test_a_topics_title_is_never_what_a_phone_cuts(shop: Shop) -> None:
    anna = await shop.seller()
    catalogue = shop.app.desk.catalogue
    titles = {topic.title("ru") for topic in catalogue.every_topic}
    for words in ("возврат", "карточка", "поставка", "штраф", "выплата", "отзыв", "реклама"):
        await anna.send("/new")
        await anna.send(words)
        for label in anna.buttons[:-3]:
            title = label.rpartition("› ")[2]
            assert title in titles
            assert len(label) <= 34 or label == title


async def test_start_names_the_draft_and_the_answers_that_wait(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    other = await opened(anna, topic=OTHER_TOPIC)
    await answered(shop, number)
    await asked(shop, other)
    await choose(anna, HINTED)
    await anna.send("Половина вопроса")
    await anna.send("/start")
    assert f"По диалогу №{number} пришёл ответ" in anna.last.text
    assert f"По диалогу №{other} поддержка ждёт" in anna.last.text
    assert HINTED in anna.last.text
    await anna.click("Продолжить черновик")
    assert "Половина вопроса" in anna.last.text


async def test_links_open_a_topic_and_an_own_dialog(shop: Shop) -> None:
    anna, boris = await shop.seller(), await shop.seller("Борис")
    await anna.send(f"/start t_{topic_called(shop, HINTED).key}")
    assert any("Остерегайтесь мошенников" in post.text for post in anna.got)
    assert {"Вопрос решён", "Всё равно написать"} <= set(anna.buttons)
    await anna.send("Карточка не создаётся")
    await anna.click("Создать диалог")
    number = number_in(anna.last.text)
    await anna.send(f"/start d_{number}")
    assert anna.last.text.startswith(f"Диалог №{number}\n")
    await boris.send(f"/start d_{number}")
    assert str(number) not in "".join(post.text for post in boris.got)
    for link in ("t_no-such-topic", "d_0", "d_1e9", "t_", "d_99999999999999"):
        await boris.send(f"/start {link}")
        assert "Здравствуйте" in boris.last.text


def topic_called(shop: Shop, title: str) -> Topic:
    return next(topic for topic in shop.app.desk.catalogue.every_topic if topic.title("ru") == title)


async def test_a_link_to_a_topic_with_nothing_to_read_shows_the_draft(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("/start t_an-sales")
    assert "Опишите вопрос" in anna.last.text

    await anna.send("Цифры не сходятся")
    await anna.click("Создать диалог")
    assert "создан" in anna.last.text


async def test_a_link_to_a_topic_that_is_not_free_leads_to_its_open_dialog(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.send(f"/start t_{topic_called(shop, TOPIC).key}")
    assert f"№{number}" in anna.last.text
    assert "через 15 минут" in anna.last.text


async def test_a_tap_that_changes_nothing_is_answered_and_sends_nothing(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.send("/new")
    await choose_page(shop, anna)
    await anna.send("Мои диалоги")
    await anna.click("Статус")
    page = anna.last
    before = len(await shop.calls(*CALLS_THAT_SHOW))
    assert await anna.press(page, "by:status:0") is not None
    assert len(await shop.calls(*CALLS_THAT_SHOW)) == before
    assert number


async def choose_page(shop: Shop, anna: Somebody) -> None:
    before = len(await shop.calls(*CALLS_THAT_SHOW))
    assert await anna.click(" из ") is not None
    assert len(await shop.calls(*CALLS_THAT_SHOW)) == before


async def test_a_file_that_is_refused_leaves_the_card_alone(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send(None, File("photo", size=11 * MEGABYTE))
    before = len(await shop.calls("editMessageText"))
    await anna.send(None, File("sticker"))
    assert len(await shop.calls("editMessageText")) == before
