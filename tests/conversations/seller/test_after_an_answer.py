"""Thanks, stars, and the question that an answer did not solve."""

import pytest

from tests.conversations.desk import close_unanswered
from tests.conversations.seller.talks import OTHER_TOPIC, TOPIC, answered, asked, number_in, opened
from tests.conversations.shop import Shop, Somebody


async def support(shop: Shop, number: int) -> Somebody:
    return await (await shop.agent("Смотрит")).topic(number)


def stars(buttons: list[str]) -> int:
    return sum("⭐" in label for label in buttons)


@pytest.mark.parametrize(
    ("language", "thanks", "welcome"),
    [("ru", "Спасибо большое!", "Пожалуйста! Оцените"), ("en", "👍", "You are welcome")],
)
async def test_thanks_change_no_status_and_get_the_stars(shop: Shop, language: str, thanks: str, welcome: str) -> None:
    anna = await shop.seller("Анна")
    number = await opened(anna)
    await answered(shop, number)
    if language == "en":
        await anna.send("/language")
        await anna.click("English")
    await anna.send(thanks)
    assert welcome in anna.last.text
    assert stars(anna.buttons) == 5
    dialog = await shop.app.store.dialog(number)
    assert dialog is not None
    assert dialog.status.value == "answered"
    assert dialog.waiting_since is None
    assert thanks in "".join(post.text for post in (await support(shop, number)).got)
    await anna.click("5 ⭐")
    assert "★★★★★" in anna.last.text


async def test_thanks_for_a_question_are_an_answer_to_it(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await asked(shop, number)
    await anna.send("Спасибо")
    assert "снова в работе" in anna.last.text


async def test_thanks_with_a_question_are_a_question(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    await anna.send("Спасибо, а когда придут деньги?")
    assert "снова в работе" in anna.last.text


async def test_only_the_newest_answer_keeps_its_stars(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    agent = await (await shop.agent()).topic(number)
    for text in ("Первый ответ", "Второй ответ", "Третий ответ"):
        await agent.send(text)
    answers = {
        post.text.split()[-2]: stars(post.buttons) for post in anna.got if " ответ" in post.text and "№" in post.text
    }
    assert answers == {"Первый": 0, "Второй": 0, "Третий": 5}
    first = next(post for post in anna.got if "Первый ответ" in post.text)
    assert first.buttons == ["Продолжить диалог", "Открыть диалог"]


async def test_a_correction_brings_no_stars_back(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    agent = await (await shop.agent()).topic(number)
    [first] = await agent.send("Первый ответ")
    await agent.send("Второй ответ")
    await agent.edit(first, "Первый ответ, верный")
    corrected = next(post for post in anna.got if "верный" in post.text)
    assert stars(corrected.buttons) == 0


async def test_one_star_offers_a_new_dialog_at_once_that_names_the_old_one(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    await anna.click("1 ⭐")
    assert "Жаль" in anna.last.text
    rated = anna.last
    await anna.click("Вопрос не решён")
    assert f"Продолжение диалога №{number}" in anna.last.text
    assert f"Тема *: {TOPIC}" in anna.last.text
    await anna.send("Деньги так и не пришли")
    await anna.click("Создать диалог")
    new = number_in(anna.last.text)
    assert new > number
    told = "".join(post.text for post in (await support(shop, new)).got)
    assert f"Продолжение диалога №{number}" in told
    await anna.press(rated, f"unsolved:{number}")  # it is the way round the wait once
    assert f"№{new}" in anna.last.text
    assert "через 15 минут" in anna.last.text


async def test_good_stars_are_no_way_round_the_wait(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    await anna.click("3 ⭐")
    assert anna.buttons == ["Пропустить"]
    await anna.press(anna.last, f"unsolved:{number}")
    assert "через 15 минут" in anna.last.text


async def test_another_topic_has_its_own_wait_after_one_star(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await opened(anna, topic=OTHER_TOPIC)
    await answered(shop, number)
    await anna.click("2 ⭐")
    await anna.click("Вопрос не решён")
    await anna.click("Сменить тему")
    await anna.send(OTHER_TOPIC)
    await anna.click(f"{OTHER_TOPIC} · через")
    assert "через 15 минут" in anna.last.text


async def test_a_dialog_closed_without_an_answer_asks_for_no_praise(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await close_unanswered(await (await shop.agent()).topic(number))
    assert f"Поддержка закрыла диалог №{number}" in anna.last.text
    assert "Оцените" not in anna.last.text
    assert stars(anna.buttons) == 0
