"""Telegram's ids have up to 52 bits: whoever has a large one is like anybody else."""

import pytest

from sandbox import people
from tests.conversations.desk import desk_with_dialog, open_dialog
from tests.conversations.shop import Shop


@pytest.fixture(autouse=True)
def large_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "FIRST_NEW", 2**52 - 1_000_000)


async def test_a_dialog_is_given_to_a_colleague(shop: Shop) -> None:
    desk = await desk_with_dialog(shop)
    olga = await shop.agent("Ольга")
    await (await olga.topic(await open_dialog(await shop.seller("Борис")))).send("/take")
    await desk.here.send("/take")
    await desk.here.click("Передать", on=desk.here.got[0])
    await desk.here.click("Ольга")

    assert "Диалог теперь ведёт Ольга" in desk.here.last.text


async def test_an_admin_is_appointed_and_revoked(shop: Shop) -> None:
    admin, olga = await shop.admin(), await shop.seller("Ольга")
    await olga.send("/start")
    await admin.send(f"/admins {olga.id}")
    await admin.click("Да, назначить")
    await admin.send("/admins")
    await admin.click("Забрать права: Ольга")
    await admin.click("Да, забрать")

    assert "больше не администратор" in (await olga.look()).last.text
