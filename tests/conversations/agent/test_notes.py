"""Internal notes stay inside, whatever their form."""

from tests.conversations.desk import Desk
from tests.conversations.shop import File

SECRET = "клиент врёт"
MARKS = ("//", "// ", "..", ".. ", "//\n", "/note ", "/NOTE ", "/note\n")


def leaked(desk: Desk) -> bool:
    return any(SECRET in post.text for post in desk.anna.posts)


async def test_a_note_stays(desk: Desk) -> None:
    before = len(desk.anna.posts)
    for mark in MARKS:
        [sent] = await desk.here.send(mark + SECRET)

        assert len(desk.anna.posts) == before
        assert next(post for post in desk.here.posts if post.id == sent.id).reactions == ["✍"]


async def test_a_file_with_a_note_stays(desk: Desk) -> None:
    before = len(desk.anna.posts)

    for mark in MARKS:
        await desk.here.send(mark + SECRET, File("document"))
    await desk.here.send("//", File("photo"))

    assert len(desk.anna.posts) == before


async def test_all_of_an_album_stays_with_its_note(desk: Desk) -> None:
    before = len(desk.anna.posts)

    await desk.here.send(f"//{SECRET}", File("photo"), File("photo"), File("photo"), album=True)

    assert len(desk.anna.posts) == before


async def test_an_album_stays_where_only_a_later_item_is_marked(desk: Desk) -> None:
    before = len(desk.anna.posts)

    await desk.here.send(None, File("photo"), File("photo", caption=f"//{SECRET}"), File("photo"), album=True)

    assert len(desk.anna.posts) == before
    await desk.here.look()
    assert "Создан" in desk.here.got[0].text  # the dialog was not answered by it


async def test_a_note_answers_nothing(desk: Desk) -> None:
    await desk.here.send(f"//{SECRET}")

    card = desk.here.got[0].text
    assert "Создан, ждёт ответа" in card
    assert "Пока никто не взял" in card


async def test_a_note_becomes_no_message_by_an_edit(desk: Desk) -> None:
    [sent] = await desk.here.send(f"//{SECRET}")

    await desk.here.edit(sent, SECRET)

    assert not leaked(desk)
    assert "осталось заметкой" in desk.here.last.text


async def test_a_note_is_corrected_in_silence(desk: Desk) -> None:
    [sent] = await desk.here.send(f"//{SECRET}")
    lines = len(desk.here.got)

    await desk.here.edit(sent, f"//{SECRET}!")

    assert not leaked(desk)
    assert len(desk.here.got) == lines


async def test_what_was_sent_becomes_no_note(desk: Desk) -> None:
    [sent] = await desk.here.send("Добрый день")

    await desk.here.edit(sent, f"//{SECRET}")

    assert not leaked(desk)
    assert desk.anna.last.text.endswith("Добрый день")
    assert "уже ушло" in desk.here.last.text
    assert desk.here.last.reply_to == sent.id


async def test_a_reply_to_a_note_does_not_show_it(desk: Desk) -> None:
    [note] = await desk.here.send(f"//{SECRET}")

    await desk.here.send("Уточним и вернёмся", reply_to=note)

    assert desk.anna.last.text.endswith("Уточним и вернёмся")
    assert desk.anna.last.reply_to is None
    assert not leaked(desk)


async def test_the_seller_never_finds_a_note(desk: Desk) -> None:
    await desk.here.send(f"//{SECRET}")
    await desk.here.send(f"/note {SECRET}", File("document"))

    await desk.anna.send("/dialogs")
    await desk.anna.send(str(desk.number))

    assert not leaked(desk)
    assert all("Вложения" not in label for label in desk.anna.buttons)


async def test_a_note_without_words_shows_how(desk: Desk) -> None:
    for text in ("//", "/note", "// \u200b"):
        await desk.here.send(text)
        assert "/note текст" in desk.here.last.text
