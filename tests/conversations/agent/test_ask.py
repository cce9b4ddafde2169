"""A request for a clarification: by the card's button, by command, with a file."""

from tests.conversations.desk import Desk, close_unanswered
from tests.conversations.shop import File


async def test_the_pressers_next_message_is_the_question(desk: Desk) -> None:
    answer = await desk.here.click("Запросить уточнение")
    assert answer is not None
    assert "следующее сообщение" in answer["text"]

    await desk.here.send("Какой номер заказа?")
    assert desk.anna.last.text == f"Ждём вашего ответа по диалогу №{desk.number}\n\nКакой номер заказа?"
    assert not any("⭐" in label for label in desk.anna.buttons)
    assert "Ждём ответа продавца" in (await desk.here.look()).got[0].text

    await desk.here.send("И дата?")
    assert desk.anna.last.text.startswith("Поступил ответ")


async def test_the_seller_answers_and_it_is_in_work_again(desk: Desk) -> None:
    await desk.here.send("/ask Какой номер заказа?")
    await desk.anna.send("Сто пять")

    assert desk.here.got[-1].text == "Сто пять"
    assert "Создан, ждёт ответа" in (await desk.here.look()).got[0].text


async def test_pressing_again_takes_it_back(desk: Desk) -> None:
    await desk.here.click("Запросить уточнение")
    answer = await desk.here.click("Запросить уточнение")
    assert answer is not None
    assert "обычный ответ" in answer["text"]

    await desk.here.send("Готово")
    assert desk.anna.last.text.startswith("Поступил ответ")


async def test_cancelling_in_words_is_no_question(desk: Desk) -> None:
    before = len(desk.anna.posts)
    await desk.here.click("Запросить уточнение")
    await desk.here.send("отмена")

    assert len((await desk.anna.look()).posts) == before
    assert "как обычный ответ" in desk.here.last.text
    await desk.here.send("отмена")
    assert desk.anna.last.text.endswith("\n\nотмена"), "where nothing is awaited it is a word as any other"


async def test_a_colleagues_message_is_no_question(desk: Desk) -> None:
    olga = await (await desk.shop.agent("Ольга")).topic(desk.number)

    await desk.here.click("Запросить уточнение")
    await olga.send("Добрый день")
    assert desk.anna.last.text.startswith("Поступил ответ")

    await desk.here.send("Какой номер заказа?")
    assert desk.anna.last.text.startswith("Ждём вашего ответа")


async def test_ask_leaves_the_command_out_and_keeps_the_formatting(desk: Desk) -> None:
    entities = [
        {"type": "bot_command", "offset": 0, "length": 4},
        {"type": "italic", "offset": 8, "length": 5},
    ]
    await desk.here.send("/ask 😀 номер?", entities=entities)

    heading, _, own = desk.anna.last.text.partition("\n\n")
    shift = len(f"{heading}\n\n".encode("utf-16-le")) // 2
    assert own == "😀 номер?"
    assert {"type": "italic", "offset": shift + 3, "length": 5} in desk.anna.last.entities
    assert not any(entity["type"] == "bot_command" for entity in desk.anna.last.entities)


async def test_a_file_asks_with_its_caption(desk: Desk) -> None:
    await desk.here.send("/ask Это ваш товар?", File("photo"))

    assert desk.anna.last.kind == "photo"
    assert desk.anna.last.text == f"Ждём вашего ответа по диалогу №{desk.number}\n\nЭто ваш товар?"


async def test_an_album_asks_as_a_whole(desk: Desk) -> None:
    await desk.here.send("/ask Который из них?", File("photo"), File("photo"), album=True)

    assert [post.kind for post in desk.anna.got if post.album] == ["photo", "photo"]
    assert desk.anna.last.text == f"Ждём вашего ответа по диалогу №{desk.number}"
    assert "Ждём ответа продавца" in (await desk.here.look()).got[0].text


async def test_ask_without_words_shows_how(desk: Desk) -> None:
    before = len(desk.anna.posts)
    await desk.here.send("/ask")

    assert len(desk.anna.posts) == before
    assert desk.here.last.text.startswith("/ask какой номер поставки?")


async def test_commands_outside_of_a_dialog_show_how(desk: Desk) -> None:
    for command in ("take", "release", "give", "close", "ask", "note", "t", "move", "history", "ban"):
        await desk.pyotr.send(f"/{command} что-то")
        assert desk.pyotr.last.text.startswith(f"/{command}")
        assert "в теме диалога" in desk.pyotr.last.text
    await desk.pyotr.send("/stats")
    assert "в личном чате" in desk.pyotr.last.text
    await desk.pyotr.send("/help")
    assert "/queue" in desk.pyotr.last.text


async def test_a_question_to_a_finished_dialog_is_refused(desk: Desk) -> None:
    await close_unanswered(desk.here)
    answer = await desk.here.press(desk.here.got[0], f"k:ask:{desk.number}")

    assert answer is not None
    assert "завершён" in answer["text"]


async def test_whoever_pressed_and_comes_back_later_writes_an_answer(desk: Desk) -> None:
    await desk.here.click("Запросить уточнение")
    await desk.shop.passes(minutes=11)

    await desk.here.send("Деньги придут завтра")

    assert desk.anna.last.text.startswith("Поступил ответ")
