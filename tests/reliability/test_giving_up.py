"""What can't be delivered is told to whoever sent it, and the dialog is again what its last word makes it."""

import pytest

from core.units import SECOND
from tests.conversations.desk import Desk
from tests.conversations.shop import File
from tests.reliability.conftest import Trouble

WRONG_FILE = "Bad Request: wrong remote file identifier specified: can't unserialize it"
SAME = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
GONE_MESSAGES = ["message can't be edited", "message to edit not found", "MESSAGE_ID_INVALID"]


async def test_a_refused_answer_counts_as_none(desk: Desk, trouble: Trouble) -> None:
    await trouble("x", methods=["sendDocument"], chat_id=desk.anna.id, error_code=400, description=WRONG_FILE)
    before = await desk.shop.app.store.dialog(desk.number)
    await desk.shop.passes(minutes=5)

    await desk.here.send(None, File("document"))

    after = await desk.shop.app.store.dialog(desk.number)
    assert before
    assert after
    assert after.status == before.status == "created"
    assert after.waiting_since == before.waiting_since is not None
    await desk.pyotr.send("/queue")
    assert str(desk.number) in (await desk.pyotr.look()).last.text


async def test_nor_one_that_can_be_rated_where_the_dialog_was_closed_with_it(desk: Desk, trouble: Trouble) -> None:
    desk.shop.app.desk.rules.answer_delay = 60 * SECOND
    await trouble("refused", methods=["sendDocument"], error_code=400, description="Bad Request: wrong file identifier")
    await desk.here.send("Ответ в файле", File("document"))
    await desk.here.send("/close")

    await desk.shop.passes(minutes=2)

    assert f"№{desk.number}" in desk.anna.last.text
    assert not any("⭐" in label for label in desk.anna.buttons)


async def test_an_earlier_answer_that_arrived_still_counts(desk: Desk, trouble: Trouble) -> None:
    await desk.here.send("Деньги придут завтра")
    await trouble("x", methods=["sendDocument"], chat_id=desk.anna.id, error_code=400, description=WRONG_FILE)

    await desk.here.send(None, File("document"))

    after = await desk.shop.app.store.dialog(desk.number)
    assert after
    assert after.status == "answered"


async def test_a_seller_reads_that_their_file_did_not_reach_support(desk: Desk, trouble: Trouble) -> None:
    await trouble("x", methods=["sendDocument"], chat_id=desk.shop.group, error_code=400, description=WRONG_FILE)

    await desk.anna.send(None, File("document"))

    assert "не дошло до поддержки" in desk.anna.last.text
    assert any("не удалось показать" in post.text for post in (await desk.here.look()).got)


async def test_of_an_album_with_one_bad_file_the_others_arrive(desk: Desk, trouble: Trouble) -> None:
    await trouble("x", methods=["sendMediaGroup"], chat_id=desk.shop.group, error_code=400, description=WRONG_FILE)

    await desk.anna.send("Смотрите", File("photo"), File("photo"), File("photo"), album=True)

    assert [post.kind for post in (await desk.here.look()).got].count("photo") == 3


async def test_an_album_to_somebody_who_left_is_said_in_words_and_sent_when_they_are_back(
    desk: Desk, trouble: Trouble
) -> None:
    for description in ("Bad Request: USER_IS_BLOCKED", "Bad Request: PEER_ID_INVALID"):
        await trouble("x", chat_id=desk.anna.id, error_code=400, description=description)
        await desk.here.send(None, File("photo"), File("photo"), album=True)
        lines = [post.text for post in (await desk.here.look()).got]
        assert not any("Telegram ответил" in line for line in lines)
        photos = sum(post.kind == "photo" for post in (await desk.anna.look()).got)
        await trouble()

        await desk.anna.send("Я тут")

        assert sum(post.kind == "photo" for post in (await desk.anna.look()).got) == photos + 2


async def test_a_caption_that_outgrew_its_file_arrives_below_it(desk: Desk) -> None:
    [photo] = await desk.anna.send("Коротко", File("photo"))
    [answer] = await desk.here.send("Ответ", File("photo"))

    await desk.anna.edit(photo, "длинно " * 140 + "конец")
    await desk.here.edit(answer, "длинно " * 145 + "хвост")

    assert any(post.text.endswith("конец") for post in (await desk.here.look()).got)
    assert any(post.text.endswith("хвост") for post in (await desk.anna.look()).got)


async def test_a_correction_that_fails_is_told(desk: Desk, trouble: Trouble) -> None:
    [answer] = await desk.here.send("Завтра")
    [question] = await desk.anna.send("Во сколько?")
    await trouble("x", methods=["editMessageText"], error_code=400, description="Bad Request: ENTITY_BOUNDS_INVALID")

    await desk.here.edit(answer, "Послезавтра")
    await desk.anna.edit(question, "В какой день?")

    assert any("Исправление до продавца не дошло" in post.text for post in (await desk.here.look()).got)
    assert "Исправление" in (await desk.anna.look()).last.text
    assert "не дошло до поддержки" in desk.anna.last.text


async def test_a_token_in_an_error_is_told_to_nobody_and_kept_nowhere(desk: Desk, trouble: Trouble) -> None:
    token = "123456789:AAHk7dQpLmNoPqRsTuVwXyZ0123456789ab"
    gone = f"Bad Request: failed to read https://api.telegram.org/file/bot{token}/a.jpg"
    await trouble("x", methods=["sendMessage"], chat_id=desk.anna.id, times=1, error_code=400, description=gone)

    await desk.here.send("Раз")

    lines = [post.text for post in (await desk.here.look()).got]
    assert any("Не доставлено" in line for line in lines)
    assert not any(token in line for line in lines)


@pytest.mark.parametrize("why", GONE_MESSAGES)
async def test_a_correction_of_what_can_be_edited_no_more_is_told(desk: Desk, trouble: Trouble, why: str) -> None:
    [answer] = await desk.here.send("Завтра")
    [question] = await desk.anna.send("Во сколько?")
    await trouble("x", methods=["editMessageText"], error_code=400, description=f"Bad Request: {why}")

    await desk.here.edit(answer, "Послезавтра")
    assert "Изменить прежнее уже нельзя: напишите исправление отдельно" in (await desk.here.look()).last.text

    await desk.anna.edit(question, "В какой день?")
    assert f"Исправление в диалоге №{desk.number} не дошло до поддержки" in desk.anna.last.text
    assert "продавцу об этом сказано" in (await desk.here.look()).last.text


async def test_a_correction_of_what_the_other_side_has_deleted_is_told(desk: Desk) -> None:
    [answer] = await desk.here.send("Завтра")
    await desk.shop.control("delete", chat_id=desk.anna.id, message_ids=[desk.anna.last.id])

    await desk.here.edit(answer, "Послезавтра")

    assert "Исправление до продавца не дошло" in (await desk.here.look()).last.text


async def test_stars_that_can_not_be_taken_away_are_nobodys_correction(desk: Desk, trouble: Trouble) -> None:
    await desk.here.send("Завтра")
    await trouble("x", methods=["editMessageReplyMarkup"], error_code=400, description="Bad Request: REPLY_MARKUP_BAD")

    await desk.here.send("Точнее, послезавтра")

    assert not any("справлен" in post.text for post in (await desk.here.look()).got)
    assert "Точнее, послезавтра" in desk.anna.last.text


async def test_a_correction_for_somebody_who_left_goes_with_the_message_when_they_are_back(
    desk: Desk, trouble: Trouble
) -> None:
    await trouble("x", chat_id=desk.anna.id, error_code=403, description="Forbidden: bot was blocked by the user")
    [answer] = await desk.here.send("Завтра")
    await desk.here.edit(answer, "Послезавтра")
    assert not any("Исправление" in post.text for post in (await desk.here.look()).got)
    await trouble()

    await desk.anna.send("Я тут")

    assert any(post.text.endswith("Послезавтра") for post in (await desk.anna.look()).got)


async def test_a_correction_that_changes_nothing_is_done(desk: Desk, trouble: Trouble) -> None:
    """As when Telegram did it and its answer was lost: nobody reads of it, and no figure counts it as a failure."""
    [answer] = await desk.here.send("Завтра")
    [question] = await desk.anna.send("Во сколько?")
    lines = len((await desk.here.look()).got), len((await desk.anna.look()).got)
    await trouble("x", methods=["editMessageText"], error_code=400, description=SAME)

    await desk.here.edit(answer, "Послезавтра")
    await desk.anna.edit(question, "В какой день?")

    assert (len((await desk.here.look()).got), len((await desk.anna.look()).got)) == lines
    health = await desk.shop.app.store.health(desk.shop.clock(), 0)
    assert (health.waiting, health.failures) == (0, {})
