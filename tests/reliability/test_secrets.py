"""No secret stands in anything that is kept, told or shown, whatever an error text holds."""

import json

import pytest

from bot.telegram.secrets import without_secrets
from tests.conversations.desk import Desk
from tests.conversations.shop import File
from tests.reliability.conftest import Trouble, stumbling
from tests.storage.tables import dump

TOKEN = "123456789:AAHk7dQpLmNoPqRsTuVwXyZ0123456789ab"
ADDRESS = f"https://api.telegram.org/file/bot{TOKEN}/documents/file_1.pdf"
GONE = {"error_code": 400, "description": f"Bad Request: failed to read {ADDRESS}"}


async def stands_nowhere(desk: Desk) -> None:
    kept = await dump(desk.shop.app.settings.database_url)
    assert [name for name, rows in kept.items() if TOKEN in str(rows)] == []
    chats = (await desk.shop.get("state"))["chats"]
    assert TOKEN not in json.dumps(chats)


async def test_after_a_bug_that_sets_an_update_aside(desk: Desk) -> None:
    admin = await desk.shop.admin()
    await admin.send("/start")

    with stumbling(desk.shop, on="INSERT ON message", says=f"404, message='Not Found', url='{ADDRESS}'"):
        await desk.anna.send("Где деньги?")

    await admin.send("/check")
    assert "Последняя ошибка: IntegrityError" in admin.last.text
    await stands_nowhere(desk)


async def test_after_a_download_that_failed(desk: Desk, trouble: Trouble) -> None:
    admin = await desk.shop.admin()
    await trouble("x", methods=["getFile"], **GONE)
    await admin.send("/catalogue")
    await admin.send(None, File("document", name="catalogue.yaml"))

    assert "failed to read" in admin.last.text
    await stands_nowhere(desk)


async def test_after_a_check_of_a_group_that_can_not_be_asked(desk: Desk, trouble: Trouble) -> None:
    admin = await desk.shop.admin()
    await trouble("x", methods=["getChat"], **GONE)

    await admin.send("/check")

    assert "failed to read" in admin.last.text
    await stands_nowhere(desk)


async def test_after_messages_cards_and_corrections_that_were_refused(desk: Desk, trouble: Trouble) -> None:
    await (await desk.shop.admin()).send("/start")
    [answer] = await desk.here.send("Завтра")
    await trouble("x", methods=["sendMessage", "editMessageText", "sendDocument"], times=12, **GONE)

    await desk.here.send("Раз")
    await desk.here.edit(answer, "Послезавтра")
    await desk.anna.send("Два", File("document"))
    await desk.shop.passes(minutes=10)

    await stands_nowhere(desk)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (ADDRESS, "https://api.telegram.org/file/bot…/documents/file_1.pdf"),
        ("connection to postgresql://desk:s3cret@db/desk failed", "connection to postgresql://…@db/desk failed"),
        ("10:30 12345:короткое", "10:30 12345:короткое"),
    ],
)
def test_what_is_blotted_out(said: str, shown: str) -> None:
    assert without_secrets(said) == shown
