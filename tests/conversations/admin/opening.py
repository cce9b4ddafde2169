"""A dialog to begin with, for conversations that are about something else."""

from typing import Any

from tests.conversations.shop import Shop, Somebody


async def opened(shop: Shop, seller: Somebody, words: str = "Покупатель вернул не тот товар") -> int:
    """The number of a dialog that the seller opens now."""
    await seller.send("/new")
    await seller.click("Возврат")
    await seller.click("озврат")
    await seller.click("Всё равно написать")
    await seller.send(words)
    await seller.click("Создать диалог")
    dialogs = await shop.app.store.open_dialogs(seller.id)
    return dialogs[0].number


async def appointed(owner: Somebody, command: str) -> None:
    """By `/admins` with an id or a name, and a yes to who is shown."""
    await owner.send(command)
    await owner.click("Да, назначить")


async def second_group(shop: Shop, **fields: Any) -> int:
    """Another group of agents, with the bot as its admin; its id."""
    made = {"title": "Деньги", "type": "supergroup", "is_forum": True, "from_id": shop.app.settings.admin_ids[0]}
    made |= fields
    chat_id: int = (await shop.control("group", action="create", **made))["chat"]["id"]
    return chat_id
