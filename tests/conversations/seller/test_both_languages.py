"""The way from a question to an answer, by a Russian and an English seller: nobody is stuck, nothing is lost."""

from dataclasses import dataclass

import pytest

from tests.conversations.seller.talks import answered, opened, pick
from tests.conversations.shop import File, Shop, Somebody


@dataclass(frozen=True)
class Phrases:
    """What the seller types and presses, and what they are told."""

    language: str
    hinted: str
    anyway: str
    question: str
    card: str
    create: str
    receipt: str
    cancel: str
    bring_back: str
    anew: str
    rewrite: str
    keep: str
    no_topic: str
    dialogs: str
    unknown: str
    day_unknown: str
    open: str
    end: str
    yes: str
    again: str
    again_below: str
    refused: str
    nonsense: str
    nothing: str
    another: str
    reminder: str


RUSSIAN = Phrases(
    language="ru",
    hinted="Создание карточки",
    anyway="Всё равно написать",
    question="Карточка не создаётся, артикул 123456",
    card="Новый диалог",
    create="Создать диалог",
    receipt="комментарий и 2 файла из 2",
    cancel="Отмена",
    bring_back="Вернуть",
    anew="Начать заново",
    rewrite="Переписать комментарий",
    keep="Оставить прежний комментарий",
    no_topic="неотправленный черновик (тема не выбрана)",
    dialogs="Мои диалоги",
    unknown="Диалог №999999 не найден",
    day_unknown="Дня 31.02.2026 нет в календаре",
    open="Открыть диалог",
    end="Отменить переписку",
    yes="Да, отменить",
    again="✏️ Новый диалог · через 15 мин",
    again_below="✏️ Создание карточки · через 15 мин",
    refused="Новый можно создать через 15 минут",
    nonsense="ъъъъъ щщщщщ",
    nothing="выберите категорию или «Другой вопрос»",
    another="Другой вопрос",
    reminder="ещё не отправлен: поддержка его не видит",
)
ENGLISH = Phrases(
    language="en",
    hinted="Creating a card",
    anyway="Contact support",
    question="The card can't be created, SKU 123456",
    card="New dialog",
    create="Create dialog",
    receipt="a comment and 2 of 2 files",
    cancel="Cancel",
    bring_back="Bring it back",
    anew="Begin anew",
    rewrite="Rewrite comment",
    keep="Keep the old comment",
    no_topic="a draft that was not sent (no topic yet)",
    dialogs="My dialogs",
    unknown="There is no dialog #999999",
    day_unknown="There is no 31.02.2026 in the calendar",
    open="Open the dialog",
    end="Cancel the dialog",
    yes="Yes, cancel",
    again="✏️ New dialog · in 15 min",
    again_below="✏️ Creating a card · in 15 min",
    refused="A new one can be started in 15 minutes",
    nonsense="qqqqqq zzzzzzz",
    nothing="choose a category, or “Another question”",
    another="Another question",
    reminder="has not been sent yet: support can't see it",
)

both_languages = pytest.mark.parametrize("say", [RUSSIAN, ENGLISH], ids=["ru", "en"])


async def seller_of(shop: Shop, say: Phrases) -> Somebody:
    return await shop.seller("Anna", language=say.language)


async def at_the_hint(seller: Somebody, say: Phrases) -> None:
    await seller.send("/new")
    await seller.send(say.hinted)
    await seller.click(say.hinted)
    assert say.anyway in seller.buttons


async def created(seller: Somebody, say: Phrases) -> None:
    await at_the_hint(seller, say)
    await seller.send(say.question)
    await seller.click(say.create)


@both_languages
async def test_from_a_hint_to_a_receipt_that_is_true(shop: Shop, say: Phrases) -> None:
    anna = await seller_of(shop, say)
    await at_the_hint(anna, say)
    await anna.send(say.question, File("photo"), File("photo"), album=True)
    assert say.question in anna.last.text
    assert any(say.create in label for label in anna.buttons), "the card stands below the album"
    await shop.passes(minutes=31)
    assert say.reminder in anna.last.text
    lines = len(anna.got)
    await shop.passes(minutes=61)
    assert len(anna.got) == lines, "once"
    await anna.click(say.create)
    assert say.receipt in anna.last.text


@both_languages
async def test_whatever_is_left_can_be_had_back(shop: Shop, say: Phrases) -> None:
    anna = await seller_of(shop, say)
    await at_the_hint(anna, say)
    await anna.send(say.question)
    await anna.click(say.rewrite)
    await anna.click(say.keep)
    assert say.question in anna.last.text
    await anna.click(say.cancel)
    await anna.click(say.bring_back)
    assert say.question in anna.last.text
    await anna.send("/start")
    await anna.click(say.anew)
    await anna.click(say.bring_back)
    assert say.question in anna.last.text


@both_languages
async def test_a_draft_without_a_topic_is_named_as_one(shop: Shop, say: Phrases) -> None:
    anna = await seller_of(shop, say)
    await anna.send(None, File("photo"))
    await anna.send("/start")
    assert say.no_topic in anna.last.text
    await anna.send("/new")
    assert say.no_topic in anna.last.text


@both_languages
async def test_numbers_and_dates_on_the_list_are_for_the_list(shop: Shop, say: Phrases) -> None:
    anna = await seller_of(shop, say)
    await created(anna, say)
    await anna.send(say.dialogs)
    await anna.send("999999")
    assert say.unknown in anna.last.text
    await anna.send(say.dialogs)
    await anna.send("31.02.2026")
    assert say.day_unknown in anna.last.text


@both_languages
async def test_a_topic_that_is_not_free_says_so_on_every_button(shop: Shop, say: Phrases) -> None:
    anna = await seller_of(shop, say)
    await created(anna, say)
    created_notice = anna.last
    await anna.click(say.open)
    await anna.click(say.end)
    await anna.click(say.yes)
    assert say.again in anna.buttons
    await anna.send(say.question, reply_to=created_notice)
    assert say.again_below in anna.buttons
    await anna.click(say.again_below)
    assert say.refused in anna.last.text


@both_languages
async def test_a_notice_says_how_long_its_topic_is_not_free(shop: Shop, say: Phrases) -> None:
    anna = await seller_of(shop, say)
    await created(anna, say)
    number = int("".join(filter(str.isdigit, anna.last.text.splitlines()[0])))
    agent = await answered(shop, number)
    await agent.send("/close")
    assert say.again in anna.buttons


@both_languages
async def test_where_nothing_is_found_there_is_another_question(shop: Shop, say: Phrases) -> None:
    anna = await seller_of(shop, say)
    await anna.send(say.nonsense)
    assert say.nothing in anna.last.text
    await anna.click(say.another)
    assert say.nonsense in anna.last.text
    assert any(say.create in label for label in anna.buttons)


@both_languages
async def test_a_title_is_whole_on_its_button_whatever_else_stands_there(shop: Shop, say: Phrases) -> None:
    anna = await seller_of(shop, say)
    for topic in [topic for topic in shop.app.desk.catalogue.every_topic if not topic.is_rest][::12]:
        await anna.send("/new")
        await anna.send(topic.title(say.language))
        for label in anna.buttons[:-3]:
            title = label.rpartition("› ")[2]
            assert len(label) <= 34 or label == title


@pytest.mark.parametrize(
    ("language", "new_question", "create"),
    [("ru", "Это новый вопрос", "Создать диалог"), ("en", "This is a new question", "Create dialog")],
)
async def test_a_question_after_the_stars_is_asked_with_one_tap(
    shop: Shop, language: str, new_question: str, create: str
) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    await anna.send("/language")
    await anna.click({"ru": "Русский", "en": "English"}[language])
    await anna.click("5 ⭐")
    await anna.send("А когда следующая выплата?")
    asked_about = anna.last
    await anna.click(new_question)
    await pick(anna, "›")
    assert "А когда следующая выплата?" in anna.last.text
    assert any(create in label for label in anna.buttons)
    answer = await anna.press(asked_about, "ask-instead")
    assert answer is not None, "once"
    assert answer["text"]


@both_languages
async def test_another_question_stands_on_each_page_of_the_categories(shop: Shop, say: Phrases) -> None:
    anna = await seller_of(shop, say)
    await anna.send("/new")
    while True:
        assert say.another in anna.buttons
        if "›" not in anna.buttons:
            break
        await anna.click("›")


@pytest.mark.parametrize(
    ("language", "topic", "sentence", "skip", "future"),
    [
        ("ru", "Выплата не пришла", "неделя 46, около 42 тысяч", "Пропустить: Сумма", "этот день ещё не наступил"),
        ("en", "Payout did not arrive", "week 46, 2,300 usd", "Skip: Amount", "this day is still to come"),
    ],
)
async def test_a_sentence_is_no_mistyped_field(
    shop: Shop, language: str, topic: str, sentence: str, skip: str, future: str
) -> None:
    anna = await shop.seller("Anna", language=language)
    await anna.send("/new")
    await anna.send(topic)
    await pick(anna, topic)
    await anna.send(sentence)
    assert sentence in anna.last.text
    await anna.click(skip)
    await anna.send("1 января 2031" if language == "ru" else "01.01.2031")
    assert future in anna.last.text
