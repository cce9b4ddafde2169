"""Who has a dialog: one agent at a time, whoever presses first."""

import asyncio

from tests.conversations.desk import Desk, close_unanswered, open_dialog
from tests.conversations.shop import Somebody


async def card(desk: Desk) -> str:
    return (await desk.here.look()).got[0].text


async def colleague(desk: Desk, name: str = "Ольга", **fields: str) -> Somebody:
    return await (await desk.shop.agent(name, **fields)).topic(desk.number)


async def test_take_and_release_by_button(desk: Desk) -> None:
    taken = await desk.here.click("Взять")
    assert taken == {"text": f"Диалог №{desk.number} теперь ваш", "show_alert": False}
    assert "Ведёт: Пётр" in await card(desk)

    await desk.here.click("Отпустить")
    assert "Пока никто не взял" in await card(desk)


async def test_take_and_release_by_command(desk: Desk) -> None:
    [command] = await desk.here.send("/take")
    assert "Ведёт: Пётр" in await card(desk)
    assert next(post for post in desk.here.posts if post.id == command.id).reactions == ["👍"]

    await desk.here.send("/release")
    assert "Пока никто не взял" in await card(desk)


async def test_two_at_once_make_one_owner(desk: Desk) -> None:
    olga = await colleague(desk)
    post, data = desk.here.got[0], f"k:take:{desk.number}"

    answers = await asyncio.gather(desk.here.press(post, data), olga.press(post, data))

    texts = [answer["text"] for answer in answers if answer]
    assert sum("теперь ваш" in text for text in texts) == 1
    assert sum("уже взял коллега" in text for text in texts) == 1


async def test_what_a_colleague_has_is_not_taken(desk: Desk) -> None:
    olga = await colleague(desk)
    await desk.here.send("/take")

    await olga.send("/take")

    assert "уже взял коллега: Пётр" in olga.last.text
    assert "Ведёт: Пётр" in await card(desk)


async def test_whoever_has_no_name_that_can_be_seen_is_called_by_their_id(desk: Desk) -> None:
    nobody = await colleague(desk, "\u200f\u200e")
    await nobody.send("//здесь")

    await desk.here.send("/give")
    await desk.here.click(str(nobody.id))

    assert f"Ведёт: {nobody.id}" in await card(desk)
    assert f"теперь ведёт {nobody.id}" in desk.here.last.text


async def test_the_first_answer_takes(desk: Desk) -> None:
    await desk.here.send("Смотрим")

    assert "Ведёт: Пётр" in await card(desk)


async def test_a_colleague_is_told_once_who_has_it(desk: Desk) -> None:
    olga = await colleague(desk)
    await desk.here.send("Смотрим")

    await olga.send("Я тоже")
    await olga.send("И ещё")

    told = [post for post in olga.got if "Этот диалог ведёт Пётр" in post.text]
    assert len(told) == 1
    assert desk.anna.last.text.endswith("И ещё")  # both were sent
    assert "Ведёт: Пётр" in await card(desk)


async def test_given_from_the_list_of_colleagues(desk: Desk) -> None:
    olga = await desk.shop.agent("Ольга")
    second = await open_dialog(await desk.shop.seller("Борис"))
    await (await olga.topic(second)).send("/take")
    await desk.here.send("/take")

    await desk.here.click("Передать", on=desk.here.got[0])
    await desk.here.click("Ольга")

    assert "Ведёт: Ольга" in await card(desk)
    assert "Диалог теперь ведёт Ольга" in desk.here.last.text
    mention = next(entity for entity in desk.here.last.entities if entity["type"] in ("text_mention", "text_link"))
    assert str(olga.id) in str(mention)
    assert "Отпустить" in desk.here.got[0].buttons


async def test_a_colleague_who_wrote_in_the_group_is_on_the_list(desk: Desk) -> None:
    olga = await colleague(desk)
    await olga.send("// Смотрю вместе с вами")

    await desk.here.click("Передать", on=desk.here.got[0])

    assert "Ольга" in (await desk.here.look()).last.buttons


async def test_the_list_is_left_again(desk: Desk) -> None:
    olga = await desk.shop.agent("Ольга")
    second = await open_dialog(await desk.shop.seller("Борис"))
    await (await olga.topic(second)).send("/take")

    await desk.here.click("Передать", on=desk.here.got[0])
    menu = desk.here.last
    assert menu.buttons == ["Ольга", "‹ Назад"]
    await desk.here.click("Назад")

    assert menu.id not in [post.id for post in (await desk.here.look()).posts]
    assert "Взять" in desk.here.got[0].buttons


async def test_given_by_name(desk: Desk) -> None:
    await colleague(desk, username="olga_p")
    [hello] = await (await desk.here.shop.agent("Вера", username="Vera_K")).send("Привет")
    assert hello

    await desk.here.send("/give @vera_k")

    assert "Ведёт: Вера" in await card(desk)


async def test_given_in_reply_to_a_colleague(desk: Desk) -> None:
    olga = await colleague(desk)
    [note] = await olga.send("//возьму")

    await desk.here.send("/give", reply_to=note)

    assert "Ведёт: Ольга" in await card(desk)


async def test_not_given_to_nobody(desk: Desk) -> None:
    await desk.here.send("/give @")
    assert "В группе нет такого коллеги: @." in desk.here.last.text

    await desk.here.send("/give " + "Вера " * 800)
    assert "В группе нет такого коллеги: Вера Вера" in desk.here.last.text


async def test_not_given_to_somebody_outside(desk: Desk) -> None:
    stranger = await desk.shop.seller("Чужой", username="stranger")
    await stranger.send("/start")

    await desk.here.send("/give @stranger")
    assert "В группе нет такого" in desk.here.last.text
    await desk.here.send("/give @nobody")
    assert "В группе нет такого" in desk.here.last.text
    await desk.here.send("/give")
    assert "/give @имя" in desk.here.last.text  # nobody else has written here yet

    assert "Пока никто не взял" in await card(desk)


async def test_closed_by_button_the_seller_may_rate(desk: Desk) -> None:
    await desk.here.send("Готово")
    await desk.here.click("Закрыть", on=desk.here.got[0])

    assert "5 ⭐" in desk.anna.buttons
    assert "Завершён" in await card(desk)
    assert desk.here.got[0].buttons == []
    assert desk.shop.topic(desk.number)["closed"]


async def test_what_nobody_answered_is_closed_after_a_question(desk: Desk) -> None:
    before = len(desk.anna.posts)
    await desk.here.click("Закрыть", on=desk.here.got[0])
    menu = desk.here.last
    assert "без ответа?" in menu.text
    await desk.here.click("Назад")
    assert "Создан, ждёт ответа" in await card(desk)
    assert menu.id not in [post.id for post in desk.here.posts]
    assert len(desk.anna.posts) == before

    await desk.here.send("/закрыть")
    await desk.here.click("Закрыть без ответа")

    assert "Завершён" in await card(desk)
    assert f"Поддержка закрыла диалог №{desk.number}" in desk.anna.last.text


async def test_it_is_asked_also_where_the_seller_wrote_again(desk: Desk) -> None:
    await desk.here.send("Готово")
    await desk.anna.send("А вторая выплата где?")

    await desk.here.click("Закрыть", on=desk.here.got[0])

    assert "без ответа?" in desk.here.last.text
    assert "Создан, ждёт ответа" in await card(desk)


async def test_what_waits_for_the_seller_is_closed_at_once(desk: Desk) -> None:
    await desk.here.send("/ask Какой номер?")

    await desk.here.click("Закрыть", on=desk.here.got[0])

    assert "Завершён" in await card(desk)


async def test_closed_while_a_colleague_is_asked(desk: Desk) -> None:
    olga = await colleague(desk)
    await desk.here.click("Закрыть", on=desk.here.got[0])
    asked = desk.here.last
    await olga.send("Ответ")
    await olga.click("Закрыть", on=olga.got[0])

    answer = await desk.here.press(asked, asked.inline[0]["callback_data"])

    assert answer is not None
    assert "завершён" in answer["text"]


async def test_closed_twice_is_refused(desk: Desk) -> None:
    await close_unanswered(desk.here)
    answer = await desk.here.press(desk.here.got[0], f"k:close:{desk.number}")

    assert answer is not None
    assert "завершён" in answer["text"]
    assert answer["show_alert"]


async def test_the_seller_never_learns_the_agents_name(desk: Desk) -> None:
    await desk.here.send("/take")
    await desk.here.send("Готово")
    await desk.here.send("/ask Всё хорошо?")
    await desk.here.send("/close")

    assert not any("Пётр" in post.text for post in desk.anna.posts)


async def test_a_command_without_a_name_lists_colleagues(desk: Desk) -> None:
    olga = await (await desk.shop.agent("Ольга")).topic(desk.number)
    await olga.send("//смотрю")

    await desk.here.send("/передать")
    assert desk.here.last.text == "Кому передать диалог?"
    await desk.here.click("Ольга", on=desk.here.last)

    assert "Ведёт: Ольга" in await card(desk)


async def test_who_loses_a_dialog_to_a_colleague_is_called_by_name(desk: Desk) -> None:
    olga = await (await desk.shop.agent("Ольга")).topic(desk.number)
    await olga.send("/take")

    answer = await desk.here.click("Отпустить", on=(await desk.here.look()).got[0])

    assert answer is not None
    assert answer["text"] == f"Ольга больше не ведёт диалог №{desk.number}"
    assert desk.here.last.text == "Диалог больше не ведёт Ольга, он снова ничей. Отпускает: Пётр."
    [mention] = [one for one in desk.here.last.entities if one["type"] == "text_mention"]
    assert mention["user"]["id"] == olga.id
    assert "Пока никто не взял" in await card(desk)

    lines = len(desk.here.got)
    answer = await desk.here.press(desk.here.got[0], f"k:release:{desk.number}")  # the card as it was before
    assert answer is not None
    assert "и так никто не ведёт" in answer["text"]
    assert len((await desk.here.look()).got) == lines
