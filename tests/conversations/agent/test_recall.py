"""Where a shop lets answers wait, they can be taken back meanwhile."""

import pytest

from core.units import SECOND
from tests.conversations.desk import Desk
from tests.conversations.shop import File


@pytest.fixture
def waiting(desk: Desk) -> Desk:
    desk.shop.app.desk.rules.answer_delay = 60 * SECOND
    return desk


def answers(desk: Desk) -> list[str]:
    return [post.text for post in desk.anna.got if "ответ по диалогу" in post.text]


async def test_an_answer_waits_and_leaves(waiting: Desk) -> None:
    [sent] = await waiting.here.send("Готово")
    assert answers(waiting) == []
    assert next(post for post in waiting.here.posts if post.id == sent.id).reactions == ["👀"]

    await waiting.shop.passes(minutes=1)
    assert len(answers(waiting)) == 1
    assert next(post for post in waiting.here.posts if post.id == sent.id).reactions == ["👌"]


async def test_the_last_answer_is_taken_back(waiting: Desk) -> None:
    [sent] = await waiting.here.send("Ой")
    await waiting.here.send("/undo")

    assert next(post for post in waiting.here.posts if post.id == sent.id).reactions == ["✍"]
    assert "Отозвано" in waiting.here.last.text
    assert "Создан, ждёт ответа" in (await waiting.here.look()).got[0].text
    await waiting.shop.passes(minutes=2)
    assert answers(waiting) == []


async def test_of_a_dialog_that_was_closed_meanwhile_nothing_is_left_to_be_rated(waiting: Desk) -> None:
    await waiting.here.send("Ой")
    await waiting.here.send("/close")
    thread = {"chat_id": waiting.shop.group, "message_thread_id": waiting.here.thread_id, "from_id": waiting.pyotr.id}
    await waiting.shop.control("topic", action="reopen", **thread)

    await waiting.here.send("/undo")
    await waiting.shop.passes(minutes=2)

    assert f"№{waiting.number}" in waiting.anna.last.text
    assert not any("⭐" in label for label in waiting.anna.buttons)


async def test_however_long_it_waited_it_ends_with_the_mark_of_a_note(waiting: Desk) -> None:
    """What still may be taken back is not late, so that no other mark is set behind that of the note."""
    [sent] = await waiting.here.send("Ой")
    await waiting.shop.passes(seconds=30)
    assert await waiting.shop.app.store.late_answers(waiting.shop.clock(), 10) == []

    await waiting.here.send("/undo")
    await waiting.shop.app.delivery.outcomes.show_waiting()
    await waiting.shop.passes(minutes=2)

    assert next(post for post in waiting.here.posts if post.id == sent.id).reactions == ["✍"]


async def test_help_offers_it_only_where_answers_wait(desk: Desk) -> None:
    await desk.here.send("/help")
    assert "/undo" not in desk.here.last.text
    assert "/отменить" not in desk.here.last.text
    assert "/move · /перенести — перенести в другую тему: слова" in desk.here.last.text

    desk.shop.app.desk.rules.answer_delay = 60 * SECOND
    await desk.here.send("/help")
    assert "/undo" in desk.here.last.text
    assert "/отменить" in desk.here.last.text


async def test_two_agents_take_back_their_own(waiting: Desk) -> None:
    olga = await (await waiting.shop.agent("Ольга")).topic(waiting.number)
    await waiting.here.send("От Петра")
    await olga.send("От Ольги")

    await waiting.here.send("/отозвать")
    await waiting.shop.passes(minutes=2)

    assert [text.partition("\n\n")[2] for text in answers(waiting)] == ["От Ольги"]


async def test_the_one_that_is_replied_to_is_taken_back(waiting: Desk) -> None:
    [first] = await waiting.here.send("Первый")
    await waiting.here.send("Второй")
    await waiting.here.send("/undo", reply_to=first)
    await waiting.shop.passes(minutes=2)

    assert [text.partition("\n\n")[2] for text in answers(waiting)] == ["Второй"]


async def test_an_album_is_taken_back_whole(waiting: Desk) -> None:
    await waiting.here.send("Смотрите", File("photo"), File("photo"), album=True)
    await waiting.here.send("/undo")
    await waiting.shop.passes(minutes=2)

    assert not any(post.album for post in waiting.anna.got)


async def test_an_answer_becomes_a_note_by_an_edit(waiting: Desk) -> None:
    [sent] = await waiting.here.send("он врёт")
    await waiting.here.edit(sent, "//он врёт")
    await waiting.shop.passes(minutes=2)

    assert answers(waiting) == []
    await waiting.anna.send("Ау")
    assert waiting.here.got[-1].text == "Ау"


async def test_what_is_corrected_while_it_waits_arrives_corrected(waiting: Desk) -> None:
    [sent] = await waiting.here.send("Завтра")
    await waiting.here.edit(sent, "Сегодня")
    await waiting.shop.passes(minutes=2)

    assert [text.partition("\n\n")[2] for text in answers(waiting)] == ["Сегодня"]


async def test_what_has_left_is_not_taken_back(desk: Desk) -> None:
    await desk.here.send("Готово")
    await desk.here.send("/undo")

    assert "уже ушло" in desk.here.last.text
    assert len(answers(desk)) == 1


async def test_where_nothing_was_written_undo_shows_how(desk: Desk) -> None:
    await desk.here.send("/undo")

    assert desk.here.last.text.startswith("/undo")
