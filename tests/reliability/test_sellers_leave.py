"""What can't reach a seller is said at once, and sent after all when they are back."""

import asyncio

from tests.conversations.desk import Desk
from tests.conversations.shop import File
from tests.reliability.conftest import Trouble

BLOCKED = "Продавец заблокировал бота"


async def lines(desk: Desk) -> list[str]:
    return [post.text for post in (await desk.here.look()).got]


async def test_agents_learn_that_a_seller_left_before_they_write(desk: Desk) -> None:
    await desk.shop.patch_person(desk.anna, blocked=True)

    assert BLOCKED in (await lines(desk))[-1]
    assert BLOCKED in (await lines(desk))[0]  # the card


async def test_what_did_not_arrive_is_marked_and_sent_in_order_when_the_seller_is_back(desk: Desk) -> None:
    await desk.shop.patch_person(desk.anna, blocked=True)
    for text in ("Раз", "Два"):
        [sent] = await desk.here.send(text)
        assert next(post for post in desk.here.posts if post.id == sent.id).reactions == ["👎"]
    arrived = len(desk.anna.got)

    await desk.shop.patch_person(desk.anna, blocked=False)
    await desk.here.send("Три")

    assert [post.text.rpartition("\n")[2] for post in desk.anna.got[arrived:]] == ["Раз", "Два", "Три"]
    assert any("снова на связи" in line for line in await lines(desk))
    assert BLOCKED not in (await lines(desk))[0]
    assert next(post for post in desk.here.posts if post.id == sent.id).reactions == ["👌"]


async def test_a_seller_who_was_gone_is_back_when_they_write(desk: Desk, trouble: Trouble) -> None:
    await trouble("blocked", methods=["sendMessage"], chat_id=desk.anna.id)
    await desk.here.send("Слышно?")
    assert sum("Не доставлено: продавец заблокировал бота" in line for line in await lines(desk)) == 1
    await trouble()

    await desk.anna.send("Я вернулась")

    assert any("Слышно?" in post.text for post in desk.anna.got)
    assert BLOCKED not in (await lines(desk))[0]


async def test_a_seller_who_is_back_before_the_bot_hears_of_it_gets_all_in_order(desk: Desk, trouble: Trouble) -> None:
    await trouble("blocked", chat_id=desk.anna.id)
    await desk.here.send("Раз")
    await desk.here.send("Два")
    arrived = len(desk.anna.got)
    await trouble()

    await desk.here.send("Три")

    assert [post.text.rpartition("\n")[2] for post in desk.anna.got[arrived:]] == ["Раз", "Два", "Три"]
    assert any("снова на связи" in line for line in await lines(desk))


async def test_an_album_does_not_overtake_what_failed_before_it(desk: Desk, trouble: Trouble) -> None:
    await trouble("blocked", chat_id=desk.anna.id)
    for text in ("Раз", "Два"):
        await desk.here.send(text)
    arrived = len(desk.anna.got)
    await trouble()

    await desk.here.send("Три", File("photo"), File("photo"), album=True)

    came = [post.text.rpartition("\n")[2] for post in desk.anna.got[arrived:]]
    assert came[:4] == ["Раз", "Два", "Три", ""]
    assert "Поступил ответ" in came[4]
    assert len(came) == 5


async def test_nor_does_a_sentence_of_ours(desk: Desk, trouble: Trouble) -> None:
    await trouble("blocked", chat_id=desk.anna.id)
    await desk.here.send("Раз")
    arrived = len(desk.anna.got)
    await trouble()

    await desk.here.send("/close")

    first, *_, last = desk.anna.got[arrived:]
    assert first.text.endswith("Раз")
    assert "заверш" in last.text


async def test_what_is_on_its_way_while_the_seller_comes_back_arrives_once(desk: Desk, trouble: Trouble) -> None:
    await trouble("blocked", chat_id=desk.anna.id)
    await desk.here.send("Раз")
    arrived = len(desk.anna.got)
    await trouble("slow", methods=["sendMessage"], chat_id=desk.anna.id, delay_ms=500, times=1)

    answering = asyncio.create_task(desk.here.send("Два"))
    await asyncio.sleep(0.2)
    await desk.anna.send("Я вернулась")
    await answering

    came = [post.text.rpartition("\n")[2] for post in desk.anna.got[arrived:]]
    assert [text for text in came if text in ("Раз", "Два")] == ["Раз", "Два"]


async def test_a_person_whom_only_signs_reach_is_not_written_to_for_ever(desk: Desk, trouble: Trouble) -> None:
    await trouble("blocked", methods=["sendMessage"], chat_id=desk.anna.id)
    arrived = len(desk.anna.got)

    for text in ("Раз", "Два"):
        await desk.here.send(text)

    assert len(desk.anna.got) == arrived
    assert len(await desk.shop.calls("sendMessage")) < 40


async def test_a_burst_of_answers_to_nobody_is_one_line(desk: Desk, trouble: Trouble) -> None:
    await trouble("blocked", chat_id=desk.anna.id)

    for text in ("Раз", "Два", "Три"):
        await desk.here.send(text)

    assert sum("Не доставлено" in line for line in await lines(desk)) == 1


async def test_a_deleted_account_is_said_in_words(desk: Desk, trouble: Trouble) -> None:
    await trouble("x", chat_id=desk.anna.id, error_code=403, description="Forbidden: user is deactivated")

    await desk.here.send("Вы тут?")

    assert any("аккаунт продавца удалён" in line for line in await lines(desk))


async def test_a_file_that_is_gone_is_said_to_the_agent_who_sent_it(desk: Desk, trouble: Trouble) -> None:
    wrong = "Bad Request: wrong remote file identifier specified: can't unserialize it"
    await trouble("x", methods=["sendDocument"], chat_id=desk.anna.id, error_code=400, description=wrong)

    [sent] = await desk.here.send(None, File("document"))
    await desk.here.send("А текст дойдёт")

    assert any("Telegram больше не отдаёт этот файл" in line for line in await lines(desk))
    assert next(post for post in desk.here.posts if post.id == sent.id).reactions == ["👎"]
    assert "А текст дойдёт" in desk.anna.last.text


async def test_a_seller_who_forbids_voice_messages_is_told_of(desk: Desk, trouble: Trouble) -> None:
    forbidden = "Bad Request: VOICE_MESSAGES_FORBIDDEN"
    await trouble("x", methods=["sendVoice"], chat_id=desk.anna.id, error_code=400, description=forbidden)
    arrived = len(desk.anna.got)

    await desk.here.send(None, File("voice"))

    assert any("запретил голосовые" in line for line in await lines(desk))
    assert len(desk.anna.got) == arrived  # not even a heading


async def test_a_sellers_file_that_is_gone_is_said_to_the_agents(desk: Desk, trouble: Trouble) -> None:
    wrong = "Bad Request: wrong file identifier/HTTP URL specified"
    await trouble("x", methods=["sendPhoto"], chat_id=desk.shop.group, error_code=400, description=wrong)

    await desk.anna.send(None, File("photo"))

    assert any("Попросите прислать его ещё раз" in line for line in await lines(desk))


async def test_an_answer_too_long_for_its_heading_arrives_whole(desk: Desk) -> None:
    words = "слово " * 682  # 4092 characters

    await desk.here.send(words.strip())

    *_, answer, heading = desk.anna.got
    assert answer.text == words.strip()
    assert heading.text == f"Поступил ответ по диалогу №{desk.number}"
    assert "5 ⭐" in heading.buttons
