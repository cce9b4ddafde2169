"""`/merge №`: two dialogs of one seller become one, for both sides, and two again where it was a slip."""

import pytest

from bot.texts import Speech
from bot.views.card import card_text
from bot.views.dialog_page import status_of
from core.dialog import SellerHistory
from tests.conversations.agent.test_move import category_of, route
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import File, Somebody


async def second(desk: Desk, comment: str = "И ещё про аналитику", words: str = "аналитика") -> int:
    return await open_dialog(desk.anna, comment, words)


async def merged(desk: Desk) -> tuple[int, Somebody]:
    """The second dialog became part of the first; its number, and the agent in its thread."""
    number = await second(desk)
    there = await desk.pyotr.topic(number)
    await desk.here.send(f"/merge {number}")
    return number, there


async def test_the_other_dialogs_words_come_here_and_its_thread_says_where_it_went(desk: Desk) -> None:
    number = await second(desk)
    there = await desk.pyotr.topic(number)
    await desk.anna.send("Вот снимок", File("photo"))
    await there.send("//это один вопрос")

    await desk.here.send(f"/merge №{number}")

    await desk.here.look()
    done, digest, photo = desk.here.got[-3:]
    assert f"Диалог №{number} теперь часть №{desk.number}" in done.text
    assert done.buttons == ["Отменить объединение"]
    assert f"Из диалога №{number}" in digest.text
    assert digest.text.index("И ещё про аналитику") < digest.text.index("Вот снимок")
    assert digest.text.index("Вот снимок") < digest.text.index("это один вопрос")
    assert photo.kind == "photo"
    assert f"стал частью диалога №{desk.number}" in there.last.text
    assert any("t.me/c/" in entity.get("url", "") for entity in there.last.entities)
    assert desk.shop.topic(number)["closed"]
    assert there.got[0].buttons == []


async def test_the_seller_is_told_in_one_sentence_and_the_number_leads_there(desk: Desk) -> None:
    number, _ = await merged(desk)
    assert f"всё из №{number} теперь в №{desk.number}" in desk.anna.last.text

    await desk.anna.send(str(number))
    assert f"Диалог №{desk.number}" in desk.anna.last.text
    assert "Где мои деньги?" in desk.anna.last.text
    assert "И ещё про аналитику" in desk.anna.last.text
    await desk.anna.send(f"/start d_{number}")
    assert f"Диалог №{desk.number}" in desk.anna.last.text
    await desk.anna.click("Мои диалоги")
    await desk.anna.click(f"№{number}")
    assert f"Диалог №{desk.number}" in desk.anna.last.text


async def test_agents_find_it_by_either_number(desk: Desk) -> None:
    number, _ = await merged(desk)

    await desk.pyotr.send(f"/find {number}")
    assert f"№{desk.number}" in desk.pyotr.last.text
    assert f"№{number}" not in desk.pyotr.last.text.partition("\n")[2]
    await desk.here.send("/history")
    assert f"№{number}" in desk.here.last.text
    assert f"объединён с №{desk.number}" in desk.here.last.text


async def test_replies_in_either_place_go_to_the_one_that_stays(desk: Desk) -> None:
    number = await second(desk)
    there = await desk.pyotr.topic(number)
    await there.send("Смотрим")
    old_answer = desk.anna.last
    await desk.here.send(f"/merge {number}")

    await desk.anna.send("Жду", reply_to=old_answer)
    assert (await desk.here.look()).last.text == "Жду"
    await desk.anna.send("Очень жду")
    assert (await desk.here.look()).last.text == "Очень жду"
    await desk.shop.control(
        "topic", chat_id=desk.shop.group, message_thread_id=there.thread_id, action="reopen", from_id=desk.pyotr.id
    )
    await there.send("Готово")
    assert f"Поступил ответ по диалогу №{desk.number}" in desk.anna.last.text
    assert desk.anna.last.text.endswith("Готово")
    assert "ответ продавцу" in (await desk.here.look()).last.text
    assert "Готово" in desk.here.last.text

    await desk.anna.click("5", on=old_answer)
    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    assert dialog.rating == 5


async def test_stars_under_an_answer_of_the_other_one_are_seen_where_the_dialog_is(desk: Desk) -> None:
    number = await second(desk)
    await (await desk.pyotr.topic(number)).send("Смотрим")
    old_answer = desk.anna.last
    await desk.here.send("Готово")
    await desk.anna.click("Продолжить диалог", on=old_answer)
    await desk.here.send(f"/merge {number}")

    await desk.anna.click("5", on=old_answer)
    await desk.anna.send("Спасибо за помощь")

    assert "оценил ответ: ★★★★★" in (await desk.here.look()).got[-2].text
    assert "Спасибо за помощь" in desk.here.last.text
    assert "Завершён" in desk.here.got[0].text
    assert desk.shop.topic(desk.number)["closed"]
    person = await desk.shop.app.store.person(desk.anna.id)
    assert person
    assert person.writing_to is None


async def test_undone_by_who_did_it_both_are_as_before(desk: Desk) -> None:
    number, there = await merged(desk)
    vera = await desk.shop.agent("Вера")
    done = next(post for post in desk.here.got if "Отменить объединение" in post.buttons)

    answer = await Somebody(
        desk.shop, {"id": vera.id, "first_name": "Вера"}, desk.here.chat_id, desk.here.thread_id
    ).click("Отменить объединение", on=done)
    assert answer
    assert "тот, кто его сделал" in answer["text"]

    await desk.here.click("Отменить объединение", on=done)
    await desk.here.look()
    assert any("снова отдельно" in post.text for post in desk.here.got)
    assert f"№{number} и №{desk.number} снова отдельно" in desk.anna.last.text
    assert not desk.shop.topic(number)["closed"]
    assert "Взять" in (await there.look()).got[0].buttons
    await there.send("По аналитике")
    assert f"по диалогу №{number}" in desk.anna.last.text
    again = await desk.here.press(done, f"kmu:{desk.number}:{number}")
    assert again
    assert again["text"] == "Объединение уже отменено: диалоги снова отдельно."


async def test_after_a_minute_it_stays(desk: Desk) -> None:
    await merged(desk)
    done = next(post for post in desk.here.got if "Отменить объединение" in post.buttons)
    await desk.shop.passes(minutes=2)

    answer = await desk.here.click("Отменить объединение", on=done)

    assert answer
    assert "в течение минуты" in answer["text"]


async def test_a_second_dialog_on_one_topic_is_offered_to_be_merged(desk: Desk) -> None:
    await desk.shop.passes(minutes=16)
    number = await second(desk, "Опять я", words="возврат")
    there = await desk.pyotr.topic(number)
    offer = next(post for post in there.got if "ещё один диалог на эту тему" in post.text)
    here = next(post for post in (await desk.here.look()).got if "ещё один диалог на эту тему" in post.text)
    assert here.buttons == [f"🔗 Объединить с №{number}"]

    await there.click(f"Объединить с №{desk.number}", on=offer)

    receipt = next(post for post in (await there.look()).got if post.id == offer.id)
    assert f"Диалог №{desk.number} теперь часть №{number}" in receipt.text
    assert receipt.buttons == ["Отменить объединение"]
    assert "Где мои деньги?" in there.last.text
    late = await desk.here.click("Объединить с", on=here)
    assert late
    assert f"уже стал частью №{number}" in late["text"]


async def test_which_are_there_is_shown_without_a_number(desk: Desk) -> None:
    await desk.here.send("/объединить")
    assert "нет других открытых" in desk.here.last.text
    number = await second(desk)

    await desk.here.send("/merge")
    await desk.here.click(f"№{number}")

    assert any(f"Диалог №{number} теперь часть" in post.text for post in desk.here.got)


@pytest.mark.parametrize(
    ("written", "said"), [("себя", "это и есть этот диалог"), ("чужой", "другого продавца"), ("нет", "не найден"),
                          ("слово", "/merge №")]
)  # fmt: skip
async def test_what_can_not_be_merged_says_why(desk: Desk, written: str, said: str) -> None:
    boris = await desk.shop.seller("Борис")
    numbers = {"себя": desk.number, "чужой": await open_dialog(boris), "нет": 1, "слово": "сюда"}

    await desk.here.send(f"/merge {numbers[written]}")

    assert said in desk.here.last.text


async def test_a_finished_one_is_not_merged_nor_one_that_was(desk: Desk) -> None:
    number, there = await merged(desk)
    await desk.here.send(f"/merge {number}")
    assert f"№{number} уже стал частью №{desk.number}" in desk.here.last.text

    answer = await desk.here.press(there.got[0], f"k:close:{number}")
    assert answer
    assert "уже стал частью" in answer["text"]


async def test_a_seller_who_cancels_a_dialog_that_is_part_of_another_ends_nothing(desk: Desk) -> None:
    number = await second(desk)
    await desk.anna.send(str(number))
    await desk.anna.click("Отменить переписку")
    asked = desk.anna.last
    await desk.here.send(f"/merge {number}")

    await desk.anna.click("Да, отменить", on=asked)

    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    assert dialog.is_open
    assert f"объединён с №{desk.number}" in desk.anna.last.text


async def test_in_english(desk: Desk) -> None:
    number = await second(desk)
    await desk.shop.patch_person(desk.anna, language_code="en")
    await desk.anna.send("Thanks")
    await desk.here.send(f"/merge {number}")

    assert f"everything from #{number} is now in #{desk.number}" in desk.anna.last.text


async def test_in_a_group_without_topics(desk: Desk) -> None:
    await desk.shop.control("group", chat_id=desk.shop.group, action="forum_off")
    number = await second(desk)
    await desk.anna.send("Скорее", reply_to=desk.anna.last)
    card, question = next(post for post in desk.pyotr.got if f"Диалог №{number}" in post.text), desk.pyotr.got[-1]
    first = await desk.shop.app.store.dialog(desk.number)
    assert first

    await desk.pyotr.send(f"/merge {desk.number}", reply_to=card)

    assert any(f"Диалог №{desk.number} теперь часть №{number}" in post.text for post in desk.pyotr.got)
    await desk.pyotr.send("Готово", reply_to=question)
    assert f"по диалогу №{number}" in desk.anna.last.text


async def test_its_status_says_into_which_one_it_went(desk: Desk) -> None:
    number, _ = await merged(desk)
    dialog = await desk.shop.app.store.dialog(number)
    assert dialog
    speech = Speech(desk.shop.app.texts, "ru")
    assert status_of(speech, dialog) == f"Завершён (объединён с №{desk.number})"
    person = await desk.shop.app.store.person(dialog.seller_id)
    assert person
    card = card_text(desk.shop.app.texts, "ru", dialog, person, SellerHistory(dialogs=1))
    assert f"объединён с №{desk.number}" in card
    assert "закрыла поддержка" not in card


async def test_a_dialog_of_another_group(desk: Desk) -> None:
    vera = await route(desk, category_of(desk, "Аналитика"))
    number = await second(desk)
    await desk.anna.send("Вот снимок", File("photo"))
    await desk.shop.look()
    there = vera.in_topic(next(one for one in desk.shop.chat(vera.chat_id)["topics"] if str(number) in one["name"]))

    await desk.here.send(f"/merge {number}")

    assert (await desk.here.look()).last.kind == "photo"
    assert "И ещё про аналитику" in desk.here.got[-2].text
    assert f"стал частью диалога №{desk.number}" in (await there.look()).last.text
    await desk.anna.send("Жду")
    assert (await desk.here.look()).last.text == "Жду"
    await desk.here.click("Отменить объединение")
    await desk.anna.send(str(number))
    await desk.anna.send("Ещё жду")
    assert (await there.look()).last.text == "Ещё жду"


async def test_a_long_one_is_shown_in_parts(desk: Desk) -> None:
    number = await second(desk)
    for step in range(24):
        await desk.anna.send(f"{step}: " + "очень длинно " * 40)

    await desk.here.send(f"/merge {number}")

    parts = [post.text for post in (await desk.here.look()).got if f"Из диалога №{number}" in post.text]
    assert len(parts) == 3
    assert [part.count("очень длинно") > 0 for part in parts] == [True] * 3
    assert all(f" {step}: очень" in "".join(parts) for step in range(24))


async def test_in_a_thread_that_was_deleted_just_then(desk: Desk) -> None:
    number = await second(desk)
    for step in range(15):
        await desk.anna.send(f"слово {step}.")
    in_thread = {"chat_id": desk.shop.group, "message_thread_id": desk.here.thread_id, "from_id": desk.pyotr.id}
    await desk.shop.control("send", text=f"/merge {number}", **in_thread)
    await desk.shop.control("topic", action="delete", **in_thread)

    await desk.shop.settle()

    shown = "".join(post.text for post in (await desk.pyotr.topic(desk.number)).got if "Из диалога" in post.text)
    assert all(f" слово {step}." in shown for step in range(15))


async def test_the_card_offers_it_where_there_is_another_one(desk: Desk) -> None:
    assert "Объединить с другим" not in desk.here.got[0].buttons
    number = await second(desk)  # on another topic: nothing offers it by itself
    there = await desk.pyotr.topic(number)
    for card in (desk.here.got[0], there.got[0]):
        assert "Объединить с другим" in card.buttons

    await desk.here.click("Объединить с другим", on=desk.here.got[0])
    await desk.here.click(f"№{number}", on=desk.here.last)

    assert any(f"Диалог №{number} теперь часть №{desk.number}" in post.text for post in (await desk.here.look()).got)
    assert "Объединить с другим" not in desk.here.got[0].buttons
    assert (await there.look()).got[0].buttons == []
