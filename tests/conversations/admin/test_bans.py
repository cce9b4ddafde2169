"""Admins ban and unban sellers, in private."""

from tests.conversations.admin.opening import opened
from tests.conversations.shop import Shop


async def test_a_seller_is_banned_by_id_and_told_why(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller("Анна <b>&")
    await anna.send("/start")

    await admin.send(f"/ban {anna.id} Оскорбляет <людей>")

    assert "Анна <b>&" in admin.last.text
    assert "Оскорбляет <людей>" in admin.last.text
    assert "Оскорбляет <людей>" in anna.last.text
    await anna.send("/new")
    assert "Оскорбляет <людей>" in anna.last.text

    await admin.send(f"/unban {anna.id}")

    assert "снова может писать" in admin.last.text
    await anna.send("/new")
    assert "категори" in anna.last.text.lower()


async def test_a_dialogs_number_does_as_well(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    number = await opened(shop, anna)

    await admin.send(f"/ban №{number}, реклама")

    assert f"id {anna.id}" in admin.last.text
    assert "реклама" in anna.last.text

    (about,) = await admin.send(f"Кто это писал в диалоге №{number}?")
    await admin.send("/unban", reply_to=about)

    assert "снова может писать" in admin.last.text


async def test_a_command_without_its_words_shows_how_to_use_it(shop: Shop) -> None:
    admin = await shop.admin()

    for words, answer in (
        ("/ban", "Так: /ban 123456 причина"),
        ("/ban 123", "Так: /ban 123456 причина"),
        ("/ban Анна реклама", "Так: /ban 123456 причина"),
        ("/ban 99999999999999999999999 реклама", "Так: /ban 123456 причина"),
        ("/ban -5 реклама", "Так: /ban 123456 причина"),
        ("/ban 123 реклама", "Нет ни диалога, ни продавца с номером 123"),
        ("/unban", "Так: /unban 123456"),
        ("/unban 123", "Нет ни диалога, ни продавца с номером 123"),
    ):
        await admin.send(words)
        assert answer in admin.last.text


async def test_admins_are_not_banned(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/start")

    await admin.send(f"/ban {admin.id} проверка")

    assert "администратор" in admin.last.text


async def test_a_seller_bans_nobody(shop: Shop) -> None:
    anna, boris = await shop.seller("Анна"), await shop.seller("Борис")
    await boris.send("/start")

    await anna.send(f"/ban {boris.id} конкурент")

    assert "больше не может писать" not in anna.last.text
    await boris.send("/new")
    assert "категори" in boris.last.text.lower()


async def test_an_admin_writes_to_support_as_any_seller_does(shop: Shop) -> None:
    admin = await shop.admin()

    number = await opened(shop, admin)

    assert f"Диалог №{number} создан" in admin.last.text
