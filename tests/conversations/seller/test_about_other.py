"""«Это о другом»: words that went to one dialog are taken to another, and the first is as if they were never there."""

import pytest

from core.dialog import Dialog, Status
from core.units import MEGABYTE
from tests.conversations.desk import close_unanswered
from tests.conversations.seller.talks import OTHER_TOPIC, answered, choose, opened
from tests.conversations.shop import File, Post, Shop, Somebody
from tests.reliability.conftest import Trouble, trouble

__all__ = ["trouble"]


async def dialog(shop: Shop, number: int) -> Dialog:
    found = await shop.app.store.dialog(number)
    assert found
    return found


async def two(shop: Shop) -> tuple[Somebody, int, int]:
    """A seller with an answered dialog, and one that waits, which free text goes to."""
    anna = await shop.seller()
    first = await opened(anna, "О первом")
    await answered(shop, first)
    second = await opened(anna, "О втором", topic=OTHER_TOPIC)
    return anna, first, second


async def thread(shop: Shop, number: int) -> Somebody:
    return await (await shop.agent("Смотрит")).topic(number)


def said(somebody: Somebody) -> list[str]:
    return [post.text for post in somebody.posts]


async def receipt(anna: Somebody) -> Post:
    return next(
        post for post in reversed((await anna.look()).got) if any("Это о другом" in one for one in post.buttons)
    )


async def test_the_words_go_to_the_chosen_dialog_and_leave_the_thread(shop: Shop) -> None:
    anna, first, second = await two(shop)
    before = await dialog(shop, second)
    await anna.send("Забыла сказать")
    here = await thread(shop, second)
    assert said(here)[-1] == "Забыла сказать"

    await anna.click("Это о другом")
    assert "Куда перенести сообщение?" in anna.last.text
    await anna.click(f"№{first}")

    assert f"Передали поддержке, диалог №{first}" in (await anna.look()).got[-2].text
    assert "Забыла сказать" not in said(await here.look())
    assert "Продавец перенёс отсюда 1 сообщение: оно о другом" in here.last.text
    there = await thread(shop, first)
    assert "Забыла сказать" in said(there)
    now = await dialog(shop, second)
    assert (now.status, now.waiting_since, now.seller_said_at) == (
        Status.CREATED,
        before.waiting_since,
        before.created_at,
    )
    assert (await dialog(shop, first)).status is Status.CREATED
    await anna.send("И ещё")
    assert said(await there.look())[-1] == "И ещё"
    assert [one.content.text for one in await shop.app.store.history(second, 9, 0)] == ["О втором"]


async def test_an_answered_dialog_is_answered_again(shop: Shop) -> None:
    anna, first, second = await two(shop)
    answer = next(post for post in anna.got if "Поступил ответ" in post.text)
    await anna.send("У меня ещё вопрос", reply_to=answer)
    assert (await dialog(shop, first)).status is Status.CREATED
    assert len(await shop.app.store.queue(shop.group, 9, 0)) == 2

    await anna.click("Это о другом")
    await anna.click(f"№{second}")

    now = await dialog(shop, first)
    assert (now.status, now.waiting_since) == (Status.ANSWERED, None)
    assert [one.dialog.number for one in await shop.app.store.queue(shop.group, 9, 0)] == [second]
    await anna.click("5", on=answer)
    assert (await dialog(shop, first)).rating == 5


async def test_all_of_a_submission_goes_along(shop: Shop) -> None:
    anna, first, second = await two(shop)
    await anna.send("Вот снимки")
    await anna.send("оба", File("photo"), File("photo"), album=True)
    await anna.send("Это всё")

    await anna.click("Это о другом")
    assert "4 сообщения" in anna.last.text
    await anna.click(f"№{first}")

    here, there = await thread(shop, second), await thread(shop, first)
    assert [post.kind for post in here.got] == ["text", "text", "text"]  # the card, the question, the line
    assert said(there)[-4:] == ["Вот снимки", "оба", "", "Это всё"]
    assert there.posts[-3].album == there.posts[-2].album is not None
    assert not (await dialog(shop, second)).has_files
    assert (await dialog(shop, first)).has_files


async def test_they_become_a_new_dialog(shop: Shop) -> None:
    anna, _, second = await two(shop)
    await anna.send("Не пришли деньги за возврат")

    await anna.click("Это о другом")
    await anna.click("Новый диалог")
    assert "Не пришли деньги за возврат" not in said(await thread(shop, second))
    await anna.press(anna.last, anna.last.inline[0]["callback_data"])
    if any("Всё равно написать" in label for label in anna.buttons):
        await anna.click("Всё равно написать")
    await anna.click("Создать диалог")

    third = max(one.number for one in await shop.app.store.open_dialogs(anna.id))
    assert third > second
    assert "Не пришли деньги за возврат" in said(await thread(shop, third))


async def test_what_a_draft_has_no_room_for_stays_with_support(shop: Shop) -> None:
    anna, first, _ = await two(shop)
    await choose(anna, "Возврат потерялся")
    for number in range(5):
        await anna.send(None, File("document", size=10 * MEGABYTE, name=f"{number}.pdf"))
    await anna.send(
        "Вот счёт", File("photo"), reply_to=next(post for post in anna.got if "Поступил ответ" in post.text)
    )

    await anna.click("Это о другом", on=await receipt(anna))
    answer = await anna.click("черновик")

    assert "50 МБ" in str(answer) or "50 МБ" in anna.last.text
    assert "Вот счёт" in said(await thread(shop, first))
    assert (await shop.app.store.history(first, 9, 0))[-1].content.text == "Вот счёт"


async def test_left_where_they_are(shop: Shop) -> None:
    anna, _, second = await two(shop)
    await anna.send("Забыла сказать")

    await anna.click("Это о другом")
    await anna.click(f"Оставить в №{second}")

    assert f"Передали поддержке, диалог №{second}" in anna.last.text
    assert any("Это о другом" in label for label in anna.buttons)
    assert "Забыла сказать" in said(await thread(shop, second))


async def test_tapped_twice_they_go_once(shop: Shop) -> None:
    anna, first, second = await two(shop)
    await anna.send("Забыла сказать")
    await anna.click("Это о другом")
    [to_first] = [one["callback_data"] for one in anna.last.inline if f"№{first}" in one["text"]]
    asked = anna.last
    await anna.press(asked, to_first)

    again = await anna.press(asked, to_first)

    assert again
    assert f"уже нет в диалоге №{second}" in again["text"]
    assert said(await thread(shop, first)).count("Забыла сказать") == 1


async def test_what_support_has_answered_meanwhile_stays(shop: Shop) -> None:
    anna, first, second = await two(shop)
    await anna.send("Забыла сказать")
    await anna.click("Это о другом")
    asked = anna.last
    here = await thread(shop, second)
    await here.send("Учтём")

    answer = await anna.click(f"№{first}", on=asked)

    assert answer
    assert "уже ответила" in answer["text"]
    assert "Забыла сказать" in said(await here.look())


async def test_a_dialog_that_has_ended_keeps_them(shop: Shop) -> None:
    anna, first, second = await two(shop)
    await anna.send("Забыла сказать")
    await anna.click("Это о другом")
    asked = anna.last
    await close_unanswered(await thread(shop, second))

    await anna.click(f"№{first}", on=asked)

    assert f"Диалог №{second} завершён" in anna.last.text
    assert "Забыла сказать" not in said(await thread(shop, first))


async def test_words_that_have_not_left_yet_never_do(shop: Shop, trouble: Trouble) -> None:
    anna, first, second = await two(shop)
    await trouble("500", methods=["sendMessage"], chat_id=shop.group)
    await anna.send("Это надолго")  # is tried again and again
    await anna.send("Забыла сказать")
    store = shop.app.store
    assert [one.dialog for one in await store.waiting(0, 9) if one.message] == [second, second]
    waits = (await receipt(anna)).inline[0]["callback_data"]
    [forgot] = [post for post in anna.posts if post.text == "Забыла сказать"]

    await anna.press(await receipt(anna), waits.rpartition(":")[0] + f":{forgot.id}")
    await anna.click(f"№{first}")
    await trouble()
    await shop.passes(minutes=11)

    here = await thread(shop, second)
    assert "Это надолго" in said(here)
    sent = [call for call in await shop.calls("sendMessage") if "Забыла сказать" in str(call)]
    assert {call["params"]["message_thread_id"] for call in sent} == {str((await thread(shop, first)).thread_id)}


async def test_what_can_not_be_deleted_is_struck_through(shop: Shop, trouble: Trouble) -> None:
    anna, first, second = await two(shop)
    await anna.send("Забыла сказать")
    await trouble(
        "refused", methods=["deleteMessage"], error_code=400, description="Bad Request: message can't be deleted"
    )

    await anna.click("Это о другом")
    await anna.click(f"№{first}")

    here = await thread(shop, second)
    copy = next(post for post in here.got if post.text == "Забыла сказать")
    assert [(one["type"], one["length"]) for one in copy.entities] == [("strikethrough", 14)]
    assert "Продавец перенёс отсюда" in here.last.text


@pytest.mark.parametrize("stays", ["first", "second"])
async def test_where_support_made_one_of_the_two_meanwhile_they_are_where_they_should_be(
    shop: Shop, stays: str
) -> None:
    anna, first, second = await two(shop)
    await anna.send("Забыла сказать")
    await anna.click("Это о другом")
    asked = anna.last
    survivor, other = (first, second) if stays == "first" else (second, first)
    await (await thread(shop, survivor)).send(f"/merge {other}")

    await anna.click(f"№{first}", on=asked)

    assert f"Передали поддержке, диалог №{survivor}" in next(post.text for post in anna.got if post.id == asked.id)
    assert "Забыла сказать" in [one.content.text for one in await shop.app.store.history(survivor, 9, 0)]
    assert not await shop.app.store.set_aside(9)


async def test_what_another_dialog_was_opened_with_stays_though_it_became_part_of_this_one(shop: Shop) -> None:
    anna = await shop.seller()
    first = await opened(anna, "О первом")
    await anna.send("Забыла сказать")
    forgot = await receipt(anna)
    await shop.passes(minutes=2)
    second = await opened(anna, "О втором", topic=OTHER_TOPIC)
    await (await thread(shop, first)).send(f"/merge {second}")

    await anna.click("Это о другом", on=forgot)
    await anna.click("Новый диалог")

    assert [one.content.text for one in await shop.app.store.history(first, 9, 0)] == ["О первом", "О втором"]


@pytest.mark.parametrize("forged", ["other:1:1", "take-new:1:1", "take-to:1:1:1"])
async def test_a_forged_button_takes_nothing(shop: Shop, forged: str) -> None:
    anna, *_ = await two(shop)
    await anna.send("Забыла сказать")

    answer = await anna.press(await receipt(anna), forged)

    assert answer is not None or "не найден" in anna.last.text


async def test_another_sellers_words_can_not_be_taken(shop: Shop) -> None:
    anna, _, second = await two(shop)
    await anna.send("Забыла сказать")
    boris = await shop.seller("Борис")
    await opened(boris)
    await boris.send("Дополняю")
    data = (await receipt(anna)).inline[0]["callback_data"]

    answer = await boris.press(await receipt(boris), data)

    assert answer
    assert "уже нет" in answer["text"]
    assert "Забыла сказать" in said(await thread(shop, second))


async def test_in_english_and_in_a_group_without_topics(shop: Shop) -> None:
    await shop.control("group", chat_id=shop.group, action="forum_off")
    anna, first, _ = await two_plain(shop)
    await anna.send("Forgot to say")
    pyotr = await shop.agent("Пётр")
    assert any("Forgot to say" in post.text for post in (await pyotr.look()).got)

    await anna.click("About something else")
    assert "Where should the message go?" in anna.last.text
    await anna.click(f"#{first}")

    copies = [post for post in (await pyotr.look()).got if "Forgot to say" in post.text]
    assert [post.text.partition(" ")[0] for post in copies] == [f"№{first}"]


async def two_plain(shop: Shop) -> tuple[Somebody, int, int]:
    anna = await shop.seller()
    first, second = await opened(anna, "О первом"), await opened(anna, "О втором", topic=OTHER_TOPIC)
    await shop.patch_person(anna, language_code="en")
    return anna, first, second


async def put_off(shop: Shop, number: int) -> int:
    """Until when."""
    await (await thread(shop, number)).send("/later завтра 10:00")
    until = (await dialog(shop, number)).snoozed_until
    assert until
    return until


async def test_a_dialog_that_they_brought_back_is_put_off_again(shop: Shop) -> None:
    anna, first, second = await two(shop)
    until = await put_off(shop, second)
    await anna.send("Забыла сказать")
    assert (await dialog(shop, second)).snoozed_until is None

    await anna.click("Это о другом")
    await anna.click(f"№{first}")

    assert (await dialog(shop, second)).snoozed_until == until
    assert "Отложен до" in (await thread(shop, second)).got[0].text
    assert [one.dialog.number for one in await shop.app.store.queue(shop.group, 9, 0)] == [first]
    await shop.passes(hours=18)
    assert any("Диалог снова здесь" in post for post in said(await thread(shop, second)))


async def test_it_stays_here_where_another_word_brought_it_back(shop: Shop) -> None:
    anna, first, second = await two(shop)
    until = await put_off(shop, second)
    await anna.send("Нашла номер: 12345")
    await shop.passes(minutes=30)
    await anna.send("Забыла сказать")

    await anna.click("Это о другом", on=await receipt(anna))
    await anna.click(f"№{first}")
    assert (await dialog(shop, second)).snoozed_until is None

    kept = next(post for post in (await anna.look()).got if any("Это о другом" in one for one in post.buttons))
    await anna.click("Это о другом", on=kept)
    await anna.click(f"№{first}")
    assert (await dialog(shop, second)).snoozed_until == until


async def test_it_stays_here_where_its_time_has_come(shop: Shop) -> None:
    anna, first, second = await two(shop)
    await (await thread(shop, second)).send("/later 1h")
    await anna.send("Забыла сказать")
    await shop.passes(hours=2)

    await anna.click("Это о другом")
    await anna.click(f"№{first}")

    now = await dialog(shop, second)
    assert (now.snoozed_until, now.woken_at, now.woken_from) == (None, None, None)
