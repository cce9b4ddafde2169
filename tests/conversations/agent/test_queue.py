"""Lists in the agents' group: who waits, what is mine, the seller's past."""

from tests.conversations.desk import Desk, open_dialog


def links(post: object) -> list[str]:
    return [entity["url"] for entity in post.entities if entity["type"] == "text_link"]  # type: ignore[attr-defined]


async def test_who_waits_longest_stands_first(desk: Desk) -> None:
    await desk.shop.passes(minutes=20)
    second = await open_dialog(await desk.shop.seller("Борис"))
    await desk.shop.passes(minutes=5)
    await desk.pyotr.send("/queue")

    text = desk.pyotr.last.text
    assert text.startswith("Ждут ответа 2 диалога")
    rows = text.splitlines()[2:]
    assert f"№{desk.number}" in rows[0]
    assert "Анна" in rows[0]
    assert "Борис" in rows[1]
    assert "ждёт 25 минут" in rows[0] or "ждёт 26 минут" in rows[0]  # cards take seconds, minutes are rounded up
    assert f"№{second}" in rows[1]
    assert "ждёт 5 минут" in rows[1]
    thread = desk.here.thread_id
    assert links(desk.pyotr.last)[0] == f"https://t.me/c/{str(desk.shop.group).removeprefix('-100')}/{thread}"


async def test_answered_dialogs_wait_no_more(desk: Desk) -> None:
    await desk.here.send("Готово")
    await desk.pyotr.send("/queue")

    assert desk.pyotr.last.text.startswith("Все ответы даны")


async def test_mine_are_those_that_i_have(desk: Desk) -> None:
    await open_dialog(await desk.shop.seller("Борис"))
    await desk.here.send("/take")
    await desk.pyotr.send("/mine")

    assert f"№{desk.number}" in desk.pyotr.last.text
    assert "1 открытый диалог" in desk.pyotr.last.text
    olga = await desk.shop.agent("Ольга")
    await olga.send("/mine")
    assert "нет открытых диалогов" in olga.last.text


async def test_the_queue_has_pages(desk: Desk) -> None:
    for name in range(11):
        await open_dialog(await desk.shop.seller(f"Продавец {name}"))
    await desk.pyotr.send("/queue")
    assert desk.pyotr.last.text.count("№") == 10

    page = desk.pyotr.last
    await desk.pyotr.click("›")

    assert desk.pyotr.last.id == page.id
    assert desk.pyotr.last.text.count("№") == 2
    assert "2 из 2" in desk.pyotr.buttons


async def test_the_sellers_past_by_command_and_on_the_card(desk: Desk) -> None:
    await desk.here.send("Готово")
    await desk.anna.click("2 ⭐")
    second = await open_dialog(desk.anna, "А где товар?", "поставка")
    here = await desk.pyotr.topic(second)

    assert "Раньше 1 диалог" in here.got[0].text
    assert "Последние оценки: 2★" in here.got[0].text
    await here.send("/history")
    assert f"№{desk.number}" in here.last.text
    assert "★★☆☆☆" in here.last.text

    await desk.here.look()
    answer = await desk.here.press(desk.here.got[0], f"k:history:{second}")
    assert answer is not None


async def test_a_seller_without_a_past(desk: Desk) -> None:
    answer = await desk.here.click("История продавца")

    assert answer is not None
    assert "единственный диалог" in answer["text"]
