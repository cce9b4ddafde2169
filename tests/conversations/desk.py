"""How a dialog comes to be, for tests that begin after that."""

import re

from tests.conversations.shop import Shop, Somebody


async def open_dialog(shop: Shop, seller: Somebody, comment: str = "Где мои деньги?", topic: str = "возврат") -> int:
    """The seller opens a dialog on the first topic that these words find; its number."""
    await seller.send("/start")
    await seller.click("Новый диалог")
    await seller.send(topic)
    await seller.press(seller.last, seller.last.inline[0]["callback_data"])
    if any("Всё равно написать" in label for label in seller.buttons):
        await seller.click("Всё равно написать")
    await seller.send(comment)
    await seller.click("Создать диалог")
    found = re.search(r"№(\d+)", seller.last.text)
    assert found, seller.last
    return int(found[1])
