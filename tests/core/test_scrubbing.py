"""Nothing of what another seller is called or gave comes along with an answer."""

import pytest

from core.scrubbing import has_gaps, scrub

NAMES, VALUES = ("Анна Лаврова", "Пётр"), ("anya_shop",)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        # names, in whatever form
        ("Анна, деньги придут завтра", "…, деньги придут завтра"),
        ("Отправили Анне Лавровой", "Отправили …"),
        ("С уважением, Петр", "С уважением, …"),
        ("Пишите anya_shop", "Пишите …"),
        # names that nobody's profile has
        ("Здравствуйте, Ольга! Деньги придут", "Здравствуйте, …! Деньги придут"),
        ("Добрый день, Ольга Петровна. Проверили", "Добрый день, …. Проверили"),
        ("Ольга Петровна, добрый день!", "…, добрый день!"),
        ("Hello, Mary! It is done", "Hello, …! It is done"),
        # numbers
        ("Диалог №100234 решён", "Диалог … решён"),
        ("Поставка № А-12 принята", "Поставка … принята"),
        ("Звоните +7 (999) 123-45-67 днём", "Звоните … днём"),
        ("Карта 4276 3800 1234 5678", "Карта …"),
        ("Начислили 12 500 ₽", "Начислили … ₽"),
        ("Артикул WB12-34 снят", "Артикул … снят"),
        ("Заказ 1234567 в пути", "Заказ … в пути"),
        # addresses
        ("Пишите на a.b@mail.ru", "Пишите на …"),
        ("Пишите @anna_l", "Пишите …"),
        ("Смотрите https://t.me/c/123/45", "Смотрите …"),
        ("Смотрите https://shop.ru/orders?id=7", "Смотрите …"),
        ("Смотрите shop.ru/orders/123456", "Смотрите …"),
        # side by side they are one gap
        ("Заказы 12345, 12346 и 12347", "Заказы … и …"),
    ],
)
def test_what_is_somebodys_own_goes(text: str, left: str) -> None:
    assert scrub(text, NAMES, VALUES) == left
    assert has_gaps(left, text)


@pytest.mark.parametrize(
    "text",
    [
        "Деньги придут в течение 3 дней, до 15 числа.",
        "Ответим за 24 часа, файл до 10МБ.",
        "Инструкция: https://help.shop.ru/returns",
        "Здравствуйте! Ваш возврат принят.",
        "Да, так можно. Конечно, подождём…",
        "Спасибо, проверим.",
        "Откройте раздел «Финансы», потом «Выплаты» в 1С.",
        "С 9:00 до 18:00 каждый день.",
    ],
)
def test_what_is_for_everybody_stays(text: str) -> None:
    assert scrub(text, NAMES, VALUES) == text
    assert not has_gaps(text, text)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Сергей", "Сергея Сергею Сергеем Сергее"),
        ("Владислав", "Владислава Владиславу Владиславом"),
        ("Павел", "Павла Павлу Павлом Павле"),
        ("Лев", "Льва Льву Львом"),
        ("Никита", "Никиты Никите Никиту Никитой"),
        ("Мария", "Марии Марию Марией Марья"),
        ("Илья", "Ильи Илье Илью Ильёй"),
        ("Любовь", "Любови Любовью"),
        ("Ян", "Яна Яну Яном"),
        ("Анна-Мария", "Анны-Марии Анна Мария"),
        ("Иванов", "Иванова Иванову Ивановым"),
        ("Достоевская", "Достоевской Достоевскую"),
        ("James", "James"),
        ("МАРИЯ из «Товаров для дома»", "Марии"),
    ],
)
def test_a_name_goes_in_each_case(name: str, forms: str) -> None:
    for form in forms.split():
        assert scrub(f"проверили, деньги {form} для дома придут", [name]) == (
            f"проверили, деньги … для {'…' if 'дома' in name else 'дома'} придут"
        )


@pytest.mark.parametrize("name", ["Мария", "Лия", "Зоя", "Ли", "Анна И"])
def test_words_that_only_begin_like_a_name_stay(name: str) -> None:
    text = "Марка и маржа в марте, если там та карта, и не то ли это"
    assert scrub(text, [name]) == text


def test_what_the_seller_was_asked_for_goes_however_short() -> None:
    assert scrub("Поставка 17, коробов 3: склад Коледино, коледино-2", (), ["17", "Коледино", " ", ""]) == (
        "Поставка …, коробов 3: склад …-2"
    )
