"""What agents write in a dialog's topic reaches the seller as it was written, and nothing else does."""

from tests.conversations.desk import Desk, close_unanswered
from tests.conversations.shop import File

KINDS = ("photo", "document", "video", "animation", "audio", "voice", "video_note", "sticker", "contact", "location")


def texts(desk: Desk) -> list[str]:
    return [post.text for post in desk.anna.got]


async def test_formatting_stands_where_it_stood(desk: Desk) -> None:
    bold = {"type": "bold", "offset": 3, "length": 4}  # in UTF-16 units: the emoji takes two

    await desk.here.send("😀 Цена <b>&", entities=[bold])

    answer = desk.anna.last
    heading, _, own = answer.text.partition("\n\n")
    assert heading == f"Поступил ответ по диалогу №{desk.number}"
    assert own == "😀 Цена <b>&"
    shift = len(f"{heading}\n\n".encode("utf-16-le")) // 2
    assert {"type": "bold", "offset": 3 + shift, "length": 4} in answer.entities


async def test_every_kind_arrives_as_what_it_is(desk: Desk) -> None:
    for kind in KINDS:
        await desk.here.send(None, File(kind))

        *_, before, last = desk.anna.got
        assert kind in (last.kind, before.kind)  # what can't carry a heading has it below
        assert f"Поступил ответ по диалогу №{desk.number}" in last.text
        assert "Продолжить диалог" in " ".join(desk.anna.buttons)


async def test_an_album_stays_an_album(desk: Desk) -> None:
    await desk.here.send("Вот образцы", File("photo"), File("photo"), File("video"), album=True)

    albums = [post for post in desk.anna.got if post.album]
    assert [post.kind for post in albums] == ["photo", "photo", "video"]
    assert len({post.album for post in albums}) == 1
    assert albums[0].text.endswith("Вот образцы")
    assert f"№{desk.number}" in desk.anna.last.text
    assert "5 ⭐" in desk.anna.buttons


async def test_a_reply_is_a_reply(desk: Desk) -> None:
    question = desk.here.got[1]

    await desk.here.send("Уже отправили", reply_to=question)

    asked = next(post for post in desk.anna.posts if post.text == "Где мои деньги?")
    assert desk.anna.last.reply_to == asked.id


async def test_an_edit_is_an_edit(desk: Desk) -> None:
    [sent] = await desk.here.send("Завтра")
    answer, count = desk.anna.last, len(desk.anna.posts)

    await desk.here.edit(sent, "Послезавтра")

    assert len(desk.anna.posts) == count
    assert desk.anna.last.id == answer.id
    assert desk.anna.last.text.endswith("Послезавтра")
    assert desk.anna.last.edited


async def test_an_edit_of_a_caption_keeps_the_file(desk: Desk) -> None:
    [sent] = await desk.here.send("Счёт", File("document", name="счёт.pdf"))

    await desk.here.edit(sent, "Счёт за май")

    assert desk.anna.last.kind == "document"
    assert desk.anna.last.text.endswith("Счёт за май")


async def test_what_cannot_be_relayed_is_said_at_once(desk: Desk) -> None:
    before = texts(desk)
    for kind in ("poll", "dice"):
        [sent] = await desk.here.send(None, File(kind))

        assert texts(desk) == before
        assert desk.here.last.text.startswith("Не отправлено")
        assert desk.here.last.reply_to == sent.id


async def test_nothing_goes_into_a_finished_dialog(desk: Desk) -> None:
    await close_unanswered(desk.here)
    await desk.shop.control(
        "topic", chat_id=desk.shop.group, message_thread_id=desk.here.thread_id, action="reopen", from_id=desk.pyotr.id
    )
    before = texts(desk)

    await desk.here.send("Ещё одно", File("photo"), File("photo"), album=True)

    assert texts(desk) == before
    refusals = [post for post in desk.here.got if post.text.startswith("Не отправлено")]
    assert len(refusals) == 1  # not one for each item
    assert "закрыт поддержкой" in refusals[0].text


async def test_a_command_that_is_none_is_not_sent(desk: Desk) -> None:
    before = texts(desk)

    for text in ("/askk когда?", "/", "/закрывай", "/home/anna/отчёт.pdf"):
        await desk.here.send(text)

    assert texts(desk) == before
    assert sum(post.text.startswith("Не отправлено") for post in desk.here.got) == 4


async def test_talk_outside_of_topics_is_the_agents_own(desk: Desk) -> None:
    before, lines = texts(desk), len(desk.pyotr.got)

    await desk.pyotr.send("Кто возьмёт сто первый?")
    await desk.pyotr.send("//и это тоже")

    assert texts(desk) == before
    assert len(desk.pyotr.got) == lines


async def test_an_anonymous_admin_is_an_agent(desk: Desk) -> None:
    await desk.here.send("Разберёмся", from_id=1087968824)

    assert desk.anna.last.text.endswith("Разберёмся")
    assert "Ведёт: Поддержка" in (await desk.here.look()).got[0].text


async def test_an_answer_shows_that_it_was_delivered(desk: Desk) -> None:
    [sent] = await desk.here.send("Готово")

    assert next(post for post in desk.here.posts if post.id == sent.id).reactions == ["👌"]


async def test_what_the_seller_cannot_get_is_said_in_the_topic(desk: Desk) -> None:
    await desk.shop.patch_person(desk.anna, blocked=True)
    [sent] = await desk.here.send("Вы здесь?")

    assert next(post for post in desk.here.posts if post.id == sent.id).reactions == ["👎"]
    assert "заблокировал бота" in desk.here.last.text
    assert "заблокировал бота" in desk.here.got[0].text


async def test_a_mention_of_a_colleague_shows_no_profile(desk: Desk) -> None:
    colleague = {"id": desk.pyotr.id, "is_bot": False, "first_name": "Пётр"}
    mention = {"type": "text_mention", "offset": 0, "length": 6, "user": colleague}

    await desk.here.send("Кладов поможет", entities=[mention])

    assert desk.anna.last.text.endswith("Кладов поможет")
    assert not any(entity["type"] == "text_mention" for entity in desk.anna.last.entities)


async def test_an_english_desk_speaks_english(desk: Desk) -> None:
    desk.shop.app.texts.default_locale = "en"
    await desk.here.send(None, File("dice"))
    assert desk.here.last.text.startswith("Not sent")

    await desk.here.send("/take")
    assert "Assigned to Пётр" in (await desk.here.look()).got[0].text
    await close_unanswered(desk.here)
    assert "Поддержка закрыла" in desk.anna.last.text  # the seller's language is their own
