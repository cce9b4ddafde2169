"""Free text finds its dialog, or is asked where it goes; nothing is dropped in silence."""

from tests.conversations.seller.talks import OTHER_TOPIC, TOPIC, answered, asked, opened, pick
from tests.conversations.shop import File, Post, Shop, Somebody


async def of_support(shop: Shop, number: int) -> Somebody:
    return await (await shop.agent("Смотрит")).topic(number)


def texts(somebody: Somebody) -> str:
    return "\n".join(post.text for post in somebody.got)


async def test_words_go_to_the_open_dialog_and_one_receipt_says_so(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.send("Забыла сказать")
    assert f"Передали поддержке, диалог №{number}" in anna.last.text
    receipts = len(anna.got)
    await anna.send("И ещё")
    await anna.send(None, File("photo"), File("photo"), album=True)
    assert len(anna.got) == receipts
    support = await of_support(shop, number)
    assert "Забыла сказать" in texts(support)
    assert [post.kind for post in support.got[-2:]] == ["photo", "photo"]
    await shop.passes(minutes=11)
    await anna.send("Позже")
    assert len(anna.got) == receipts + 1


async def test_an_addition_takes_an_answered_dialog_back_into_work(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    for say in (answered, asked):
        await say(shop, number)
        await anna.send("Уточняю")
        assert "снова в работе" in anna.last.text
        await anna.send(str(number))
        assert "Статус: 🔵 Создан" in anna.last.text


async def test_a_reply_goes_to_the_dialog_of_the_message(shop: Shop) -> None:
    anna = await shop.seller()
    first = await opened(anna, "О первом")
    [post] = [post for post in anna.posts if post.text == "О первом"]
    second = await opened(anna, topic=OTHER_TOPIC)
    await anna.send("Это к первому", reply_to=post)
    assert "Это к первому" in texts(await of_support(shop, first))
    assert "Это к первому" not in texts(await of_support(shop, second))
    created = next(post for post in anna.got if f"№{second} создан" in post.text)
    await anna.send("А это ко второму", reply_to=created)
    assert "А это ко второму" in texts(await of_support(shop, second))


async def test_the_dialog_opened_last_for_writing_gets_the_words(shop: Shop) -> None:
    anna = await shop.seller()
    first = await opened(anna)
    second = await opened(anna, topic=OTHER_TOPIC)
    await anna.send("Во второй")
    await anna.send("Мои диалоги")
    await anna.click(f"№{first}")
    await anna.click("Дополнить")
    assert f"№{first}" in anna.last.text
    await anna.send("В первый")
    assert "В первый" in texts(await of_support(shop, first))
    assert "Во второй" in texts(await of_support(shop, second))


async def test_with_several_open_and_none_chosen_the_bot_asks_which(shop: Shop) -> None:
    anna = await shop.seller()
    first = await opened(anna)
    second = await opened(anna, topic=OTHER_TOPIC)
    await answered(shop, first)  # support wrote in another one than the seller did last
    await anna.send(None, File("photo"), File("photo"), album=True)
    assert "Куда отправить" in anna.last.text
    assert len([post for post in anna.got if "Куда отправить" in post.text]) == 1
    question = anna.last
    await anna.click(f"№{second}")
    assert [post.kind for post in (await of_support(shop, second)).got[-2:]] == ["photo", "photo"]
    answer = await anna.press(question, f"to:{first}:{_first(anna)}")
    assert answer is not None
    assert "больше не работает" in answer["text"]
    assert not any(post.kind == "photo" for post in (await of_support(shop, first)).got)


def _first(seller: Somebody) -> int:
    return next(post.id for post in seller.posts if post.kind == "photo")


async def test_undecided_words_can_start_a_new_dialog_or_go_nowhere(shop: Shop) -> None:
    anna = await shop.seller()
    first = await opened(anna)
    await opened(anna, topic=OTHER_TOPIC)
    await answered(shop, first)
    await anna.send("не зачислили деньги за продажи")
    await anna.click("Не отправлять")
    assert "никуда не отправили" in anna.last.text
    await shop.passes(minutes=1)
    await anna.send("не могу войти в кабинет")
    await anna.click("✏️ Новый диалог")
    await pick(anna, "›")
    assert "не могу войти в кабинет" in anna.last.text
    assert "не зачислили" not in anna.last.text


async def test_a_message_into_a_finished_dialog_is_kept_for_a_new_one(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    agent = await answered(shop, number)
    await agent.send("/close")
    await shop.passes(minutes=20)
    await anna.send("А вопрос-то остался")
    assert f"Диалог №{number} завершён" in anna.last.text
    await anna.click("Новый диалог: ")
    assert f"Тема *: {TOPIC}" in anna.last.text
    assert "А вопрос-то остался" in anna.last.text
    await anna.click("Создать диалог")
    assert "создан" in anna.last.text


async def test_a_reply_into_a_finished_dialog_is_answered_with_what_to_do(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna, "Старое")
    [post] = [post for post in anna.posts if post.text == "Старое"]
    await anna.click("Открыть диалог")
    await anna.click("Отменить переписку")
    await anna.click("Да, отменить")
    await anna.send("Дописываю", reply_to=post)
    assert f"Диалог №{number} завершён (переписка отменена)" in anna.last.text
    await anna.click("Другая тема")
    assert anna.buttons


async def test_in_a_draft_words_are_asked_about_once_support_has_written(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.send("Новый диалог")
    await anna.send(OTHER_TOPIC)
    await pick(anna, f"› {OTHER_TOPIC}")
    await anna.send("Начало черновика")
    await shop.passes(minutes=1)
    await asked(shop, number)
    await anna.send("12345678")
    assert "Куда отправить" in anna.last.text
    await anna.click(f"№{number}")
    assert "12345678" in texts(await of_support(shop, number))


async def test_a_number_that_support_asked_for_is_an_answer(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await asked(shop, number, "Номер прошлого диалога?")
    await anna.send(str(number))
    assert str(number) in texts(await of_support(shop, number))


async def test_stickers_and_polls_are_refused_with_a_sentence(shop: Shop) -> None:
    anna = await shop.seller()
    await opened(anna)
    for kind in ("sticker", "poll", "dice", "contact", "location"):
        await anna.send(None, File(kind))
        assert "передать в поддержку нельзя" in anna.last.text


async def test_a_file_over_the_limit_is_named_and_its_album_goes_on(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.send(
        None, File("document", name="мал.pdf"), File("document", size=11 << 20, name="велик.pdf"), album=True
    )
    assert any("велик.pdf (11 МБ)" in post.text for post in anna.got)
    support = await of_support(shop, number)
    assert [post.data["document"]["file_name"] for post in support.got if post.kind == "document"] == ["мал.pdf"]


async def test_the_words_of_a_refused_file_are_not_lost(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    too_large = File("document", size=11 << 20, name="велик.pdf")
    await anna.send("Что на снимке", too_large, File("document"), album=True)
    support = await of_support(shop, number)
    assert "Что на снимке" in texts(support)
    assert sum(post.kind == "document" for post in support.got) == 1
    assert any("Подпись передали" in post.text for post in anna.got)


async def test_an_edit_reaches_support_and_an_edit_of_nothing_is_told(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    [post] = await anna.send("Заказ 1")
    await anna.edit(post, "Заказ 2")
    support = await of_support(shop, number)
    assert "Заказ 2" in texts(support)
    [label] = await anna.send("Мои диалоги")
    await anna.edit(label, "Мои")
    assert "правку некуда" in anna.last.text or "передать правку" in anna.last.text


async def test_a_forwarded_message_is_a_message(shop: Shop) -> None:
    anna, boris = await shop.seller(), await shop.seller("Борис")
    number = await opened(anna)
    [post] = await boris.send("Переслано")
    await anna.send(forward_from={"chat_id": boris.id, "message_id": post.id})
    assert "Переслано" in texts(await of_support(shop, number))


async def test_an_answer_offers_to_go_on_and_to_open(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number, "Вот ответ")
    answer: Post = anna.last
    assert answer.text == f"Поступил ответ по диалогу №{number}\n\nВот ответ"
    assert [label for label in answer.buttons if "⭐" in label] == ["1 ⭐", "2 ⭐", "3 ⭐", "4 ⭐", "5 ⭐"]
    await anna.click("Продолжить диалог")
    assert f"№{number}" in anna.last.text
    await anna.click("Открыть диалог", on=answer)
    assert "Вот ответ" in anna.last.text
    assert anna.last.id != answer.id


async def test_a_question_of_support_is_told_as_one(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await asked(shop, number, "Пришлите фото")
    assert anna.last.text == f"Ждём вашего ответа по диалогу №{number}\n\nПришлите фото"
    assert not any("⭐" in label for label in anna.buttons)
    await anna.send("Мои диалоги")
    await anna.click(f"🟡 №{number}")
    assert "Ждём вашего ответа" in anna.last.text


async def test_undecided_words_may_still_be_corrected(shop: Shop) -> None:
    anna = await shop.seller()
    first = await opened(anna)
    second = await opened(anna, topic=OTHER_TOPIC)
    await answered(shop, first)
    [post] = await anna.send("Опечтка")
    await anna.edit(post, "Опечатка")
    await anna.click(f"№{second}")
    support = texts(await of_support(shop, second))
    assert "Опечатка" in support
    assert "Опечтка" not in support


async def test_a_begun_draft_is_one_of_the_places(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await anna.send("Новый диалог")
    await anna.send(OTHER_TOPIC)
    await pick(anna, f"› {OTHER_TOPIC}")
    await anna.send("Начало")
    await anna.send("Мои диалоги")
    await anna.click(f"№{number}")
    await anna.send("А это куда?")
    assert "Куда отправить" in anna.last.text
    await anna.click("В черновик")
    assert "Начало\nА это куда?" in anna.last.text


async def test_a_draft_that_was_left_goes_on_where_no_dialog_is_open(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("Новый диалог")
    await anna.send(TOPIC)
    await pick(anna, f"› {TOPIC}")
    await anna.send("Начало")
    await anna.send("/start")
    await anna.send("Продолжение")
    assert "Добавили в черновик" in anna.last.text
    await anna.click("Продолжить черновик")
    assert "Начало\nПродолжение" in anna.last.text


async def test_what_support_asked_for_reaches_it_wherever_the_seller_was(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    for place, answer in {"Мои диалоги": "7654321", "Новый диалог": "возврат брака"}.items():
        await anna.send(place)
        await shop.passes(minutes=1)
        await asked(shop, number)
        await anna.send(answer)
        assert answer in texts(await of_support(shop, number))


async def test_a_number_typed_below_a_dialog_that_is_open_goes_into_it(shop: Shop) -> None:
    """It may be the number of an order."""
    anna = await shop.seller()
    number = await opened(anna)
    await asked(shop, number)
    await anna.send("Мои диалоги")
    await anna.click(f"№{number}")
    await anna.send("7654321")
    assert "7654321" in texts(await of_support(shop, number))
