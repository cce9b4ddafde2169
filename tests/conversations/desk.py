"""How a dialog comes to be, for tests that begin after that."""

import re
from dataclasses import dataclass

from tests.conversations.shop import Post, Shop, Somebody


@dataclass
class Desk:
    """A seller with an open dialog, and an agent in its topic."""

    shop: Shop
    anna: Somebody
    pyotr: Somebody  # in the group
    here: Somebody  # Pyotr in the dialog's topic
    number: int


async def desk_with_dialog(shop: Shop) -> Desk:
    anna, pyotr = await shop.seller("Анна"), await shop.agent("Пётр")
    number = await open_dialog(anna)
    return Desk(shop, anna, pyotr, await pyotr.topic(number), number)


async def close_unanswered(agent: Somebody, reply_to: Post | None = None) -> None:
    """Closes a dialog that waits for an answer, in whichever language: it is asked once more."""
    await agent.send("/close", reply_to=reply_to)
    await agent.press(agent.last, agent.last.inline[0]["callback_data"])


async def drafting(shop: Shop, name: str = "Анна") -> Somebody:
    """A seller whose draft waits for «Создать диалог»."""
    seller = await shop.seller(name)
    await draft_dialog(seller)
    return seller


async def draft_dialog(seller: Somebody, comment: str = "Где мои деньги?", words: str = "возврат") -> None:
    """On the first topic that the words find."""
    await seller.send("/new")
    await seller.send(words)
    await seller.press(seller.last, seller.last.inline[0]["callback_data"])
    if any("Всё равно написать" in label for label in seller.buttons):
        await seller.click("Всё равно написать")
    await seller.send(comment)


async def open_dialog(seller: Somebody, comment: str = "Где мои деньги?", words: str = "возврат") -> int:
    """On the first topic that the words find; the dialog's number."""
    await draft_dialog(seller, comment, words)
    await seller.click("Создать диалог")
    found = re.search(r"№(\d+) создан", seller.last.text)
    assert found, seller.last
    return int(found[1])
