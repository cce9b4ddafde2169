"""What a topic asks for: one by one on the draft's card, checked and changed there, shown wherever the dialog is."""

import pytest

from core.units import DAY
from tests.conversations.seller.talks import number_in
from tests.conversations.shop import File, Shop, Somebody

TOPIC = "Приняли меньше, чем отправили"
FIELDS = "\n".join(
    [
        "supply | Номер поставки | Supply number | number | *",
        "date | Дата приёмки | Date of acceptance | date",
        "sum | Сумма | Amount | amount | | ",
        "place | Склад | Warehouse | text",
    ]
)


async def asked_for(shop: Shop, fields: str = FIELDS) -> str:
    """An admin sets the fields of a topic in chat; the topic's title."""
    admin = await shop.admin()
    topic = next(topic for topic in shop.app.desk.catalogue.every_topic if topic.key == "supply-shortage")
    await admin.send("/catalogue")
    await admin.press(admin.last, f"c1:t:{topic.key}")
    await admin.click("Поля")
    await admin.send(fields)
    return topic.title("ru")


async def choose(seller: Somebody, shop: Shop) -> None:
    await seller.send("/start t_supply-shortage")
    await seller.press(seller.last, "topic:supply-shortage:1")  # past the hint


async def test_they_are_asked_one_by_one_and_reach_the_agents(shop: Shop) -> None:
    await asked_for(shop)
    anna = await shop.seller()
    await choose(anna, shop)
    assert "Номер поставки *: —" in anna.last.text
    assert "Номер поставки: напишите цифрами" in anna.last.text
    await anna.send("№ 123 456")
    assert "Номер поставки *: 123456" in anna.last.text
    await anna.send("01.09.2026")
    await anna.send("1 234,50 ₽")
    await anna.send("Казань")
    await anna.send("Не хватает двух коробок")
    assert "Сумма: 1234.50" in anna.last.text
    await anna.click("Создать диалог")
    number = number_in(anna.last.text)
    agent = await (await shop.agent()).topic(number)
    card = agent.got[0].text
    for shown in ("Номер поставки: 123456", "Дата приёмки: 01.09.2026", "Сумма: 1234.50", "Склад: Казань"):
        assert shown in card
    await anna.click("Открыть диалог")
    assert "Номер поставки: 123456" in anna.last.text
    await agent.send(f"/find {number}")
    assert "Номер поставки: 123456" in agent.last.text


@pytest.mark.parametrize(
    ("language", "bad", "sentence"),
    [
        ("ru", "12А4Б", "только цифры"),
        ("en", "12A4B", "digits only"),
        ("ru", "1" * 300, "только цифры"),
    ],
)
async def test_a_supply_number_with_letters_is_refused(shop: Shop, language: str, bad: str, sentence: str) -> None:
    await asked_for(shop)
    anna = await shop.seller("Anna", language=language)
    await choose(anna, shop)
    await anna.send(bad)
    assert sentence in anna.last.text
    await anna.send("123456")
    assert "123456" in anna.last.text


async def test_days_that_are_to_come_or_no_days_and_long_words_are_refused(shop: Shop) -> None:
    await asked_for(shop)
    anna = await shop.seller()
    await choose(anna, shop)
    await anna.send("123456")
    tomorrow = shop.app.texts.day("ru", shop.clock.now + DAY)
    for bad, sentence in {tomorrow: "ещё не наступил", "31.02.2026": "дата из календаря", "вчера": "дата из"}.items():
        await anna.send(bad)
        assert sentence in anna.last.text, bad
    await anna.click("Пропустить")
    await anna.send("много")
    assert "нужна сумма" in anna.last.text
    await anna.click("Пропустить")
    await anna.send("х" * 300)
    assert "слишком длинно" in anna.last.text


async def test_an_english_seller_is_asked_and_corrected_in_english(shop: Shop) -> None:
    await asked_for(shop)
    anna = await shop.seller("Anna", language="en")
    await choose(anna, shop)
    assert "Supply number: write it in digits" in anna.last.text
    await anna.send("123 456")
    tomorrow = shop.app.texts.day("en", shop.clock.now + DAY)
    for bad, sentence in {tomorrow: "still to come", "31.02.2026": "a date is needed", "soon": "a date is"}.items():
        await anna.send(bad)
        assert sentence in anna.last.text, bad
    await anna.click("Skip: Date of acceptance")
    await anna.send("plenty")
    assert "an amount is needed" in anna.last.text
    await anna.click("Skip: Amount")
    await anna.send("x" * 300)
    assert "at most 200 characters" in anna.last.text
    await anna.send("Kazan")
    await anna.send("Two boxes are missing")
    await anna.click("Create dialog")
    number = int("".join(filter(str.isdigit, anna.last.text.splitlines()[0])))
    agent = await (await shop.agent()).topic(number)
    assert "Номер поставки: 123456" in agent.got[0].text
    await anna.click("Open the dialog")
    assert "Supply number: 123456" in anna.last.text
    await agent.send(f"/find {number}")
    assert "Номер поставки: 123456" in agent.last.text


async def test_without_a_required_one_there_is_no_dialog(shop: Shop) -> None:
    await asked_for(shop)
    anna = await shop.seller()
    await choose(anna, shop)
    await anna.send("Приняли меньше на две коробки, помогите разобраться")  # whoever tells a story is not made to stop
    assert "помогите разобраться" in anna.last.text
    assert not any("Создать диалог" in label for label in anna.buttons)
    assert not any("Пропустить" in label for label in anna.buttons)
    await anna.press(anna.last, "draft:create")
    assert not any("создан" in post.text for post in anna.got)
    await anna.send(None, File("photo"))
    await anna.send("123456")
    assert any("Создать диалог" in label for label in anna.buttons)


async def test_an_answer_is_changed_on_the_card(shop: Shop) -> None:
    await asked_for(shop)
    anna = await shop.seller()
    await choose(anna, shop)
    await anna.send("111111")
    await anna.click("✏️ Номер поставки")
    await anna.send("222222")
    assert "Номер поставки *: 222222" in anna.last.text
    assert "111111" not in anna.last.text


async def test_lines_that_are_no_fields_are_refused_and_a_dash_takes_them_away(shop: Shop) -> None:
    admin = await shop.admin()
    for bad in ("что-то", "a | б | c | shape", "a | б | b | text | * | (a+)+", "a | б | b\na | в | c"):
        await asked_for(shop, bad)
        assert "Поле:" not in admin.last.text, bad
    await asked_for(shop)
    assert "supply | Номер поставки | Supply number | number | *" in admin.last.text
    await asked_for(shop, "-")
    assert "Поле:" not in admin.last.text


async def test_the_shipped_catalogue_asks_where_its_hints_do(shop: Shop) -> None:
    topics = [topic for topic in shop.app.desk.catalogue.every_topic if topic.fields]
    assert len(topics) >= 40
    assert all(topic.hints for topic in topics)


async def test_a_topic_that_asks_in_the_shipped_catalogue(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("/start t_order-status")
    await anna.press(anna.last, "topic:order-status:1")
    assert "Номер заказа *: —" in anna.last.text
    await anna.send("12345678-0001-1")
    await anna.send("Заказ не меняет статус третий день")
    await anna.click("Создать диалог")
    assert "создан" in anna.last.text
