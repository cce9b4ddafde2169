"""/export: a period as a spreadsheet that says what happened and runs nothing."""

import io
import re
import zipfile
from xml.etree import ElementTree

import aiohttp

from tests.conversations.admin.opening import opened
from tests.conversations.admin.test_catalogue_file import upload
from tests.conversations.shop import File, Shop, Somebody

WITH_FIELDS = """\
categories:
- key: parcels
  title: {ru: Посылки, en: Parcels}
  topics:
  - key: lost
    title: {ru: Посылка потерялась, en: A parcel is lost}
    fields:
    - key: supply
      title: {ru: Номер поставки, en: Supply}
      kind: number
      required: true
"""

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


async def spreadsheet(shop: Shop, admin: Somebody) -> zipfile.ZipFile:
    file_id = admin.last.data["document"]["file_id"]
    async with aiohttp.ClientSession() as http, http.get(f"{shop.url}/control/files/{file_id}") as answer:
        return zipfile.ZipFile(io.BytesIO(await answer.read()))


def sheets(book: zipfile.ZipFile) -> dict[str, list[dict[str, str]]]:
    """By title, each row by its headings."""
    names = [
        sheet.attrib["name"]
        for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter()
        if "sheetId" in sheet.attrib
    ]
    return {name: _rows(book.read(f"xl/worksheets/sheet{number}.xml")) for number, name in enumerate(names, 1)}


def _rows(sheet: bytes) -> list[dict[str, str]]:
    found = []
    for row in ElementTree.fromstring(sheet).iterfind(".//m:row", NAMES):
        cells = row.iterfind("m:c", NAMES)
        found.append({re.sub(r"\d", "", cell.attrib["r"]): "".join(cell.itertext()) for cell in cells})
    head, *rows = found
    return [{head[column]: value for column, value in row.items()} for row in rows]


async def test_a_sheet_of_each_kind(shop: Shop) -> None:
    admin, anna, pyotr = await shop.admin(), await shop.seller("Анна"), await shop.agent("Пётр")
    number = await opened(shop, anna, '=HYPERLINK("http://evil";"счёт")')
    topic = await pyotr.topic(number)
    await shop.passes(minutes=30)
    await topic.send("+7 900 000-00-00")
    await anna.react(anna.last, "❤")
    await anna.click("4 ⭐")
    await anna.send("@спасибо")

    await admin.send("/export")

    assert admin.last.data["document"]["file_name"].endswith(".xlsx")
    book = await spreadsheet(shop, admin)
    found = sheets(book)
    assert list(found) == ["Показатели", "Диалоги", "Оценки", "Сообщения"]
    (dialog,) = found["Диалоги"]
    assert dialog["Диалог"] == str(number)
    assert dialog["Продавец"] == "Анна"
    assert dialog["Агент"] == "Пётр"
    assert dialog["Статус"] == "Завершён"
    assert dialog["Первый ответ, мин"] == "30"
    assert dialog["Оценка"] == "4"
    texts = [row["Текст"] for row in found["Сообщения"]]
    assert texts == ['=HYPERLINK("http://evil";"счёт")', "+7 900 000-00-00"]
    assert [row.get("Реакция") for row in found["Сообщения"]] == [None, "❤"]
    (rating,) = found["Оценки"]
    assert rating["Комментарий к оценке"] == "@спасибо"
    figures = {row["Показатель"]: row for row in found["Показатели"]}
    assert figures["Диалогов"]["Значение"] == "1"
    assert figures["Первый ответ"]["Медиана, мин"] == "30"
    assert figures["CSAT, %"]["Значение"] == "100"
    for name in book.namelist():
        assert b"<f>" not in book.read(name)
        assert b"<hyperlink" not in book.read(name)


async def test_a_dialogs_row_has_its_first_words_its_files_and_a_column_for_each_field(shop: Shop) -> None:
    """And every heading is one to filter by."""
    admin, anna = await shop.admin(), await shop.seller("Анна")
    await upload(shop, admin, WITH_FIELDS.encode())
    await admin.click("Заменить")
    await anna.send("/new")
    await anna.click("Посылки")
    await anna.click("Посылка потерялась")
    await anna.send("Где <моя>\nпосылка?")
    await anna.send(None, File("document", name="чек.pdf"), File("photo"))
    await anna.send("123456")
    await anna.click("Создать диалог")

    await admin.send("/export")

    book = await spreadsheet(shop, admin)
    (dialog,) = sheets(book)["Диалоги"]
    assert dialog["Вопрос"] == "Где <моя> посылка?"
    assert dialog["Вложений"] == "2"
    assert dialog["Номер поставки"] == "123456"
    assert "Другие поля" not in dialog
    for name in ("sheet1", "sheet2", "sheet3", "sheet4"):
        assert b"<autoFilter ref=" in book.read(f"xl/worksheets/{name}.xml")


async def test_a_field_that_no_topic_asks_for_any_more_is_not_lost(shop: Shop) -> None:
    admin, anna = await shop.admin(), await shop.seller("Анна")
    await upload(shop, admin, WITH_FIELDS.encode())
    await admin.click("Заменить")
    await anna.send("/new")
    await anna.click("Посылки")
    await anna.click("Посылка потерялась")
    await anna.send("Где моя посылка?")
    await anna.send("123456")
    await anna.click("Создать диалог")
    await upload(shop, admin, WITH_FIELDS.replace("Номер поставки", "Номер партии").encode())
    await admin.click("Заменить")

    await admin.send("/export")

    (dialog,) = sheets(await spreadsheet(shop, admin))["Диалоги"]
    assert dialog["Другие поля"] == "Номер поставки: 123456"


async def test_an_export_is_remembered(shop: Shop) -> None:
    admin = await shop.admin()

    await admin.send("/export 01.09.2026-15.09.2026")
    await admin.send("/audit")

    assert "выгрузка за 01.09.2026 – 15.09.2026" in admin.last.text


async def test_what_is_no_period_shows_how_to_use_it(shop: Shop) -> None:
    admin = await shop.admin()

    for words in ("таблицу", "0d"):
        await admin.send(f"/export {words}")
        assert "Так: /export" in admin.last.text


async def test_sellers_export_nothing(shop: Shop) -> None:
    anna = await shop.seller()

    await anna.send("/export")

    assert all(post.kind == "text" for post in anna.got)
