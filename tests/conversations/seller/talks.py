"""What tests of the seller's side do again and again."""

import re

from tests.conversations.shop import File, Shop, Somebody

TOPIC = "Возврат брака"
OTHER_TOPIC = "Возврат от покупателя"
HINTED = "Создание карточки"  # with a hint and a link


def number_in(text: str) -> int:
    found = re.search(r"№(\d+)", text)
    assert found, text
    return int(found[1])


async def choose(seller: Somebody, topic: str = TOPIC) -> None:
    """«Новый диалог», then the topic by its title."""
    await seller.send("Новый диалог")
    await seller.send(topic)
    await pick(seller, f"› {topic}")


async def pick(seller: Somebody, label: str) -> None:
    """The topic's button, and past its hint where the catalogue has one."""
    await seller.click(label)
    for anyway in ("Всё равно написать", "Contact support"):
        if anyway in seller.buttons:
            await seller.click(anyway)


async def opened(seller: Somebody, comment: str = "Пришёл брак, что делать?", *files: File, topic: str = TOPIC) -> int:
    """A dialog with this comment; its number."""
    await choose(seller, topic)
    await seller.send(comment)
    for file in files:
        await seller.send(None, file)
    await seller.click("Создать диалог")
    assert "создан" in seller.last.text, seller.last
    return number_in(seller.last.text)


async def answered(shop: Shop, number: int, text: str = "Оформите возврат в кабинете.") -> Somebody:
    """An agent answers; the agent in the dialog's topic."""
    agent = await (await shop.agent()).topic(number)
    await agent.send(text)
    return agent


async def asked(shop: Shop, number: int, text: str = "Какой номер заказа?") -> Somebody:
    agent = await (await shop.agent()).topic(number)
    await agent.send(f"/ask {text}")
    return agent
