"""The catalogue goes out as one file and comes back as one."""

import json
from itertools import count

import aiohttp
import pytest
import yaml

from core.catalogue import dump
from tests.conversations.admin.opening import opened, second_group
from tests.conversations.shop import File, Shop, Somebody

SHOP = """\
categories:
- key: parcels
  title: {ru: Посылки, en: Parcels}
  topics:
  - key: lost
    title: {ru: Посылка потерялась, en: A parcel is lost}
"""


async def upload(shop: Shop, admin: Somebody, text: bytes, name: str = "catalogue.yaml") -> None:
    """A file from the admin's disk."""
    form = aiohttp.FormData()
    item = {"kind": "document", "part": "file0", "name": name, "mime": "application/x-yaml"}
    form.add_field("message", json.dumps({"chat_id": admin.chat_id, "from_id": admin.id, "items": [item]}))
    form.add_field("file0", text, filename=name)
    async with aiohttp.ClientSession() as http, http.post(f"{shop.url}/control/send", data=form) as answer:
        assert answer.status == 200, await answer.text()
    await shop.settle()


async def test_the_catalogue_is_exported(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/catalogue")

    await admin.click("Выгрузить")

    assert admin.last.kind == "document"
    file_id = admin.last.data["document"]["file_id"]
    async with aiohttp.ClientSession() as http, http.get(f"{shop.url}/control/files/{file_id}") as answer:
        assert await answer.text() == dump(shop.app.desk.catalogue)


async def test_another_catalogue_works_from_the_yes_on(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller()
    number = await opened(shop, anna)

    await upload(shop, admin, SHOP.encode())

    assert "Категорий: 1, тем: 1" in admin.last.text
    assert "Посылка потерялась" in admin.last.text
    await anna.send("/new")
    assert "Посылки" not in anna.last.buttons

    await admin.click("Заменить")

    assert "Новый каталог работает" in admin.last.text
    await anna.send("/new")
    assert any("Посылки" in button for button in anna.last.buttons)
    await anna.send("/dialogs")
    await anna.send(str(number))
    assert "Возврат" in anna.last.text
    assert await shop.app.store.catalogue() is not None


async def test_a_catalogue_that_was_shown_is_not_read_again_when_it_is_used(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading a large one takes a second or two."""
    admin, read, parsed = await shop.admin(), yaml.parse, count()
    monkeypatch.setattr(yaml, "parse", lambda *given, **more: next(parsed) < 0 or read(*given, **more))

    await upload(shop, admin, SHOP.encode())
    await admin.click("Заменить")
    await admin.send("/catalogue")

    assert shop.app.desk.catalogue.topic("lost")
    assert next(parsed) == 1


async def test_a_catalogue_that_waits_for_a_yes_outlives_a_restart(shop: Shop) -> None:
    admin = await shop.admin()
    await upload(shop, admin, SHOP.encode())

    await shop.restart()
    await admin.click("Заменить")

    assert shop.app.desk.catalogue.topic("lost")


async def test_a_file_that_names_a_group_without_the_bot_is_not_taken(shop: Shop) -> None:
    admin = await shop.admin()
    routed = SHOP.replace("  topics:", "  group: -1009876543210\n  topics:")

    await upload(shop, admin, routed.encode())

    assert "бота нет в группе -1009876543210" in admin.last.text
    assert not admin.buttons
    group = await second_group(shop)
    await upload(shop, admin, routed.replace("-1009876543210", str(group)).encode())
    await admin.click("Заменить")
    assert group in shop.app.desk.groups


async def test_a_wrong_catalogue_changes_nothing(shop: Shop) -> None:
    admin = await shop.admin()
    before = shop.app.desk.catalogue

    await upload(shop, admin, b"categories:\n- key: A b\n  topics: 5\n")

    assert "В файле 3 ошибки" in admin.last.text
    assert "Строка 2: ключ «A b» не подходит" in admin.last.text
    assert "Строка 3: в поле topics нужен список" in admin.last.text
    assert not admin.buttons
    assert shop.app.desk.catalogue is before


async def test_what_is_no_catalogue_gets_a_sentence(shop: Shop) -> None:
    admin = await shop.admin()

    for text, answer in (
        (b"\xff\xfe\x00", "не текст в кодировке UTF-8"),
        (b"", "нет ни одной категории"),
        (b"a: [", "не читается как YAML"),
        (b"\n".join(b"- <b>" for _ in range(3)), "ошиб"),
    ):
        await upload(shop, admin, text)
        assert answer in admin.last.text


async def test_a_large_file_is_not_even_fetched(shop: Shop) -> None:
    admin = await shop.admin()

    await admin.send(None, File("document", size=1024 * 1024 + 1, name="catalogue.yaml"))

    assert "слишком большой" in admin.last.text
    assert not await shop.calls("getFile")


async def test_many_errors_come_as_a_file(shop: Shop) -> None:
    admin = await shop.admin()
    many = "categories:\n" + "".join(f"- key: Плохой ключ {number}\n" for number in range(60))

    await upload(shop, admin, many.encode())

    assert admin.last.kind == "document"
    assert "Строка 2" in admin.got[-2].text


async def test_a_file_that_was_left_is_not_used_later(shop: Shop) -> None:
    admin = await shop.admin()
    before = shop.app.desk.catalogue
    await upload(shop, admin, SHOP.encode())
    preview = admin.last

    await admin.click("Оставить как есть")
    await admin.press(preview, preview.inline[0]["callback_data"])

    assert shop.app.desk.catalogue is before


async def test_a_sellers_file_is_no_catalogue(shop: Shop) -> None:
    anna = await shop.seller()

    await upload(shop, anna, SHOP.encode())

    assert "Посылка потерялась" not in anna.last.text
