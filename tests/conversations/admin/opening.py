"""A dialog to begin with, for conversations that are about something else."""

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
