"""Stars close a dialog at once, once; words may follow; the seven days after support or silence closed it."""

from tests.conversations.seller.talks import OTHER_TOPIC, answered, asked, choose, opened
from tests.conversations.shop import File, Shop, Somebody


async def of_support(shop: Shop, number: int) -> str:
    topic = await (await shop.agent("Смотрит")).topic(number)
    return "\n".join(post.text for post in topic.got)


def stars(seller: Somebody) -> list[str]:
    return [label for label in seller.buttons if "⭐" in label]


async def test_one_tap_closes_at_once_and_a_comment_may_follow(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    answer = anna.last
    await anna.click("4 ⭐")
    assert "★★★★☆" in anna.last.text
    assert f"Диалог №{number} завершён" in anna.last.text
    assert anna.buttons == ["Пропустить"]
    [under_answer] = [post.buttons for post in anna.got if post.id == answer.id]
    assert under_answer == ["Открыть диалог"]
    await anna.send("Быстро помогли <3")
    assert "команде поддержки" in anna.last.text
    assert "Быстро помогли <3" in await of_support(shop, number)
    await anna.send("Мои диалоги")
    await anna.click(f"⚪ №{number}")
    assert "Завершён (ответ оценён)" in anna.last.text
    assert "Ваша оценка: ★★★★☆" in anna.last.text


async def test_the_comment_may_be_skipped(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    await anna.click("5 ⭐")
    await anna.click("Пропустить")
    assert "★★★★★" in anna.last.text
    assert anna.buttons == []
    await anna.send("Это уже новый вопрос: возврат брака")
    assert "станет комментарием" in anna.last.text


async def test_a_comment_is_words(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    await anna.click("5 ⭐")
    await anna.send(None, File("photo"))
    assert "нужен текст" in anna.last.text
    await anna.send("х" * 4096)
    assert "команде поддержки" in anna.last.text
    assert "ххх" in await of_support(shop, number)


async def test_hours_later_words_are_no_comment_any_more(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    await anna.click("5 ⭐")
    await shop.passes(hours=2)
    await anna.send("возврат брака")
    assert "станет комментарием" in anna.last.text


async def test_a_dialog_is_rated_once(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    agent = await answered(shop, number, "Первый ответ")
    first = anna.last
    await agent.send("Второй ответ")
    await anna.click("3 ⭐")
    answer = await anna.press(first, f"rate:{number}:5:0")
    assert answer is not None
    assert "уже оценили: ★★★☆☆" in answer["text"]


async def test_the_page_of_a_dialog_rates_too(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    await anna.send("Мои диалоги")
    await anna.click(f"№{number}")
    await anna.click("Оценить")
    await anna.click("‹ Назад")
    await anna.click("Оценить")
    await anna.click("2 ⭐")
    assert "★★☆☆☆" in anna.last.text


async def test_what_has_no_answer_can_not_be_rated(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    answer = await anna.press(anna.last, f"rate:{number}:5:0")
    assert answer is not None
    assert "ещё готовят" in answer["text"]
    await asked(shop, number)
    answer = await anna.press(anna.last, f"rate:{number}:5:0")
    assert answer is not None
    assert "ждёт вашего уточнения" in answer["text"]


async def test_a_dialog_that_support_closed_is_rated_within_seven_days(shop: Shop) -> None:
    anna = await shop.seller()
    early = await opened(anna)
    late = await opened(anna, topic=OTHER_TOPIC)
    for number in (early, late):
        agent = await answered(shop, number)
        await agent.send("/close")
        assert f"№{number}" in anna.last.text
        assert len(stars(anna)) == 5
    told = anna.last
    await shop.passes(days=6, hours=23)
    await anna.press(told, f"rate:{early}:5:0")
    assert "★★★★★" in anna.last.text
    await anna.click("Пропустить")
    await shop.passes(hours=1, minutes=1)
    answer = await anna.press(told, f"rate:{late}:5:0")
    assert answer is not None
    assert "оценить его уже нельзя" in answer["text"]


async def test_silence_reminds_then_closes_and_the_answer_may_still_be_rated(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    await shop.passes(days=2)
    assert "закроется автоматически через 1 день" in anna.last.text
    assert len(stars(anna)) == 5
    await shop.passes(days=1)
    assert f"Диалог №{number}" in anna.last.text
    assert "закрылся автоматически" in anna.last.text
    await anna.click("1 ⭐")
    assert "★☆☆☆☆" in anna.last.text


async def test_silence_after_a_question_closes_without_stars(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await asked(shop, number)
    await shop.passes(days=2)
    assert "ждём вашего ответа" in anna.last.text
    await shop.passes(days=1)
    assert "закрылся автоматически" in anna.last.text
    assert stars(anna) == []
    await anna.click("Новый диалог")
    assert "Категория *" in anna.last.text


async def test_the_draft_goes_on_after_a_rating_in_its_midst(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    answer = anna.last
    await choose(anna, OTHER_TOPIC)
    await anna.send("Начало")
    await anna.press(answer, f"rate:{number}:5:0")
    await anna.click("Пропустить")
    await anna.send("Продолжение")
    card = next(post for post in anna.got if post.text.startswith("📝"))
    assert "Начало\nПродолжение" in card.text


async def test_after_a_word_of_support_words_are_no_comment(shop: Shop) -> None:
    anna = await shop.seller()
    rated, other = await opened(anna), await opened(anna, topic=OTHER_TOPIC)
    await answered(shop, rated)
    await anna.click("5 ⭐")
    await shop.passes(minutes=1)
    await asked(shop, other)
    await anna.send("Вот уточнение")
    assert "Вот уточнение" in await of_support(shop, other)
    assert "Вот уточнение" not in await of_support(shop, rated)


async def test_an_answer_that_is_corrected_after_the_rating_gets_no_stars_again(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    agent = await (await shop.agent()).topic(number)
    [post] = await agent.send("Опечтка")
    answer = anna.last
    await anna.click("5 ⭐")
    await agent.edit(post, "Опечатка")
    [corrected] = [post for post in anna.got if post.id == answer.id]
    assert "Опечатка" in corrected.text
    assert corrected.buttons == ["Открыть диалог"]


async def test_a_reminder_that_an_outage_held_back_is_not_told_to_who_wrote_meanwhile(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await shop.control("trouble", rules=[{"fault": "500", "methods": ["sendMessage"], "chat_id": anna.id}])
    await answered(shop, number)
    await shop.passes(days=2)
    await anna.send("Я ещё здесь")
    await shop.control("trouble", rules=[])
    await shop.passes(minutes=1)
    assert any("Поступил ответ" in post.text for post in anna.got)
    assert any("снова в работе" in post.text for post in anna.got)
    assert not any("закроется" in post.text for post in anna.got)
