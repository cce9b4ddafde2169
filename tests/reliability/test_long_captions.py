"""With Premium a caption may have four times as many characters as a bot may write: the words stand below the file."""

from typing import Any

from bot.inbound.polling import GetRawUpdates
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import File

WORDS = "длинно " * 300
ENTITIES = [{"type": "bold", "offset": 0, "length": 6}]


async def send(desk: Desk, from_id: int, chat_id: int, *files: File, **where: int | None) -> None:
    """As one album where they are several, the first with a caption that no bot could write."""
    items = [file.item() for file in files]
    body: dict[str, Any] = {"chat_id": chat_id, "from_id": from_id, "items": items, "album": len(items) > 1, **where}
    await desk.shop.control("send", **body)
    updates = await desk.shop.app.bot(GetRawUpdates(timeout=0))
    updates[0]["message"] |= {"caption": WORDS, "caption_entities": ENTITIES}
    for update in updates:
        await desk.shop.app.update_worker.receive([update])
        await desk.shop.app.update_worker.settle()
    await desk.shop.settle()


async def test_a_sellers_reach_support(desk: Desk) -> None:
    await send(desk, desk.anna.id, desk.anna.id, File("photo"))

    photo, words = (await desk.here.look()).got[-2:]
    assert (photo.kind, photo.text) == ("photo", "")
    assert words.text == WORDS.strip()
    assert words.entities == ENTITIES
    assert words.reply_to == photo.id
    await desk.here.send("Вижу", reply_to=words)
    assert desk.anna.last.text.endswith("Вижу")


async def test_an_agents_reach_the_seller(desk: Desk) -> None:
    await send(desk, desk.here.id, desk.shop.group, File("document"), message_thread_id=desk.here.thread_id)

    document, words = (await desk.anna.look()).got[-2:]
    assert document.text == f"Поступил ответ по диалогу №{desk.number}"
    assert "Открыть диалог" in document.buttons
    assert words.text == WORDS.strip()


async def test_an_albums_reach_support(desk: Desk) -> None:
    await send(desk, desk.anna.id, desk.anna.id, File("photo"), File("photo", caption="вторая"))

    first, second, words = (await desk.here.look()).got[-3:]
    assert [first.album, first.text, second.text] == [second.album, "", "вторая"]
    assert words.text == WORDS.strip()


async def test_files_are_sent_again_whatever_stood_below_them(desk: Desk) -> None:
    await send(desk, desk.anna.id, desk.anna.id, File("photo"))

    await desk.anna.send("/dialogs")
    await desk.anna.click(str(desk.number))
    await desk.anna.click("Вложения")

    assert desk.anna.last.kind == "photo"


async def test_words_below_a_file_are_taken_elsewhere_with_it(desk: Desk) -> None:
    there = await desk.pyotr.topic(await open_dialog(desk.anna, "И ещё", "аналитика"))
    await desk.anna.send("Вот")
    receipt = desk.anna.last
    await send(desk, desk.anna.id, desk.anna.id, File("photo"))
    assert (await there.look()).last.text == WORDS.strip()

    await desk.anna.click("Это о другом", on=receipt)
    await desk.anna.click(f"№{desk.number}")

    await there.look()
    assert not any("длинно" in post.text or post.kind == "photo" for post in there.got)
    assert (await desk.here.look()).last.text == WORDS.strip()
