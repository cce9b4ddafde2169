"""`/find`: by number, by the seller, by words of the history."""

from tests.conversations.desk import Desk, open_dialog


async def found(desk: Desk, words: str) -> str:
    await desk.pyotr.send(f"/find {words}")
    return desk.pyotr.last.text


async def test_found_by_whatever_is_remembered(desk: Desk) -> None:
    boris = await desk.shop.seller("Борис", username="boris_shop")
    second = await open_dialog(boris, "Пропала коробка с носками")
    await desk.here.send("Проверяем накладные")
    await desk.here.send("//похоже на обман")

    assert f"№{second}" in await found(desk, str(second))
    assert f"№{second}" in await found(desk, "Борис")
    assert f"№{second}" in await found(desk, "boris_shop")
    assert f"№{second}" in await found(desk, str(boris.id))
    text = await found(desk, "коробки")
    assert f"№{second}" in text
    assert "Пропала коробка с носками" in text
    assert f"№{desk.number}" in await found(desk, "накладная")
    assert f"№{desk.number}" in await found(desk, "обман")


async def test_what_is_not_there(desk: Desk) -> None:
    assert "Ничего не нашлось: «слон <b>»" in await found(desk, "слон <b>")
    assert (await found(desk, "")).startswith("/find слова")


async def test_however_many_words_are_asked_for_there_is_an_answer(desk: Desk) -> None:
    assert "Ничего не нашлось: «слон слон" in await found(desk, "слон " * 800)


async def test_pages(desk: Desk) -> None:
    for name in range(9):
        await open_dialog(await desk.shop.seller(f"Тёзка {name}"))
    text = await found(desk, "тезка")
    assert text.count("№") == 8
    assert desk.pyotr.buttons == ["›"]

    await desk.pyotr.click("›")
    assert desk.pyotr.last.text.count("№") == 1
    assert desk.pyotr.buttons == ["‹"]
