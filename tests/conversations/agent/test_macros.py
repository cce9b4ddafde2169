"""A canned answer may ask, close and move as it is sent: all of that, or nothing."""

from dataclasses import replace

from core.canned import CannedAnswer, Macro
from core.dialog import Status
from core.units import HOUR, MINUTE, SECOND
from tests.conversations.agent.test_canned import keep
from tests.conversations.desk import Desk
from tests.conversations.shop import Json


async def sent(desk: Desk, macro: Macro) -> Json | None:
    await keep(desk, CannedAnswer(None, "", "Макрос", "Проверьте, пожалуйста", macro=macro))
    await desk.here.send("/t макрос")
    await desk.here.click("Макрос")
    return await desk.here.click("Отправить продавцу")


async def card(desk: Desk) -> str:
    return (await desk.here.look()).got[0].text


async def test_one_that_asks_waits_for_the_seller(desk: Desk) -> None:
    await sent(desk, Macro(asks=True))

    assert desk.anna.last.text.startswith(f"Ждём вашего ответа по диалогу №{desk.number}")
    assert "Ждём" in await card(desk)
    await desk.anna.send("Проверила")
    assert "Создан" in await card(desk)


async def test_one_that_closes_leaves_the_answer_and_the_stars(desk: Desk) -> None:
    await sent(desk, Macro(closes=True))

    answer, end = desk.anna.got[-2:]
    assert answer.text.endswith("Проверьте, пожалуйста")
    assert "завершила диалог" in end.text
    assert "5 ⭐" in end.buttons
    assert "Завершён" in await card(desk)


async def test_one_that_moves_is_seen_before_it_is_sent(desk: Desk) -> None:
    other = next(topic for topic in desk.shop.app.desk.catalogue.every_topic if topic.category != "returns")
    await keep(desk, CannedAnswer(None, "", "Макрос", "Передаю", macro=Macro(topic=other.key, closes=True)))
    await desk.here.send("/t макрос")
    await desk.here.click("Макрос")
    line = desk.here.last.text.splitlines()[-1]
    assert line == f"⚙️ Вместе с ответом: диалог перейдёт в тему «{other.title('ru')}», диалог завершится."

    await desk.here.click("Отправить продавцу")

    assert other.title("ru") in await card(desk)
    assert "Завершён" in await card(desk)
    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    assert (dialog.topic, dialog.is_open) == (other.key, False)


async def test_where_it_stands_already_it_goes_nowhere(desk: Desk) -> None:
    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog

    await sent(desk, Macro(topic=dialog.topic, closes=True))

    assert "Завершён" in await card(desk)


async def test_a_topic_that_is_gone_holds_the_answer(desk: Desk) -> None:
    before = len(desk.anna.posts)

    answer = await sent(desk, Macro(topic="no-such-topic"))

    assert answer is not None
    assert answer["text"]
    assert len(desk.anna.posts) == before
    assert "Создан" in await card(desk)


async def test_where_answers_wait_some_seconds_the_end_waits_behind_them(desk: Desk) -> None:
    desk.shop.app.desk.rules = replace(desk.shop.app.desk.rules, answer_delay=10 * SECOND)

    await sent(desk, Macro(closes=True))

    assert desk.anna.got[-2].text.endswith("Проверьте, пожалуйста")
    assert "завершила диалог" in desk.anna.last.text


async def test_one_that_puts_off_leaves_the_dialog_out_of_the_queue(desk: Desk) -> None:
    await keep(desk, CannedAnswer(None, "", "Макрос", "Передал складу", macro=Macro(later="3h")))
    await desk.here.send("/t макрос")
    await desk.here.click("Макрос")
    assert desk.here.last.text.endswith("⚙️ Вместе с ответом: диалог отложится: 3 часа.")

    await desk.here.click("Отправить продавцу")

    assert desk.anna.last.text.endswith("Передал складу")
    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    assert dialog.snoozed_until is not None
    assert abs(dialog.snoozed_until - desk.shop.clock() - 3 * HOUR) < MINUTE


async def test_one_that_asks_moves_and_puts_off_does_it_all(desk: Desk) -> None:
    other = next(topic for topic in desk.shop.app.desk.catalogue.every_topic if topic.category != "returns")

    await sent(desk, Macro(asks=True, topic=other.key, later="tomorrow"))

    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    assert (dialog.status, dialog.topic) == (Status.CLARIFYING, other.key)
    assert dialog.snoozed_until is not None
