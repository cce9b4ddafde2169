"""The main job from end to end: a seller asks, an agent answers, the seller rates."""

from tests.conversations.shop import Shop


async def test_a_question_an_answer_and_five_stars(shop: Shop) -> None:
    anna = await shop.seller("Анна")
    pyotr = await shop.agent("Пётр")

    await anna.send("/start")
    await anna.click("Новый диалог")
    await anna.click("Возврат")
    await anna.click("озврат")
    await anna.click("Всё равно написать")
    await anna.send("Покупатель вернул не тот товар")
    await anna.click("Создать диалог")

    assert "Диалог №100001 создан" in anna.last.text
    here = await pyotr.topic(100001)
    assert "Анна" in here.got[0].text
    assert here.got[1].text == "Покупатель вернул не тот товар"

    await here.send("Пришлите, пожалуйста, фото этикетки")

    assert "Поступил ответ по диалогу №100001" in anna.last.text
    assert "Пришлите, пожалуйста, фото этикетки" in anna.last.text

    await anna.click("5 ⭐")

    assert "Завершён" in (await here.look()).got[0].text
    assert shop.topic(100001)["closed"]
