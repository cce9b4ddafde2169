"""A program acts as a named colleague: the seller is answered, the agents see it, the rules are the same."""

import asyncio

from tests.api.conftest import Program
from tests.conversations.desk import Desk, close_unanswered, open_dialog


async def test_an_answer_reaches_the_seller_and_is_seen_in_the_thread(desk: Desk, crm: Program) -> None:
    answer = await crm.post(f"/v1/dialogs/{desk.number}/answer", text="Деньги в пути <b>")

    assert answer.status == 200
    assert answer.body["status"] == "answered"
    assert desk.anna.last.text == f"Поступил ответ по диалогу №{desk.number}\n\nДеньги в пути <b>"
    assert any("⭐" in label for label in desk.anna.buttons)
    shown = (await desk.here.look()).got[-1].text
    assert "crm" in shown
    assert "Деньги в пути <b>" in shown
    assert "crm" in desk.here.got[0].text  # whoever answers first is in charge


async def test_chat_and_api_take_turns(desk: Desk, crm: Program) -> None:
    await crm.post(f"/v1/dialogs/{desk.number}/ask", text="Какой номер заказа?")
    assert desk.anna.last.text.startswith("Ждём вашего ответа")

    await desk.anna.send("Сто пять")
    await desk.here.send("Спасибо, проверяю")
    await crm.post(f"/v1/dialogs/{desk.number}/note", text="Заказ 105 возвращён вчера")

    assert desk.anna.last.text.endswith("Спасибо, проверяю")
    assert "Заказ 105 возвращён вчера" in (await desk.here.look()).got[-1].text
    said = (await crm.get(f"/v1/dialogs/{desk.number}/messages")).body["items"]
    assert [(each["side"], each["author"]["name"], each["text"]) for each in said] == [
        ("seller", "Анна", "Где мои деньги?"),
        ("agent", "crm", "Какой номер заказа?"),
        ("seller", "Анна", "Сто пять"),
        ("agent", "Пётр", "Спасибо, проверяю"),
        ("note", "crm", "Заказ 105 возвращён вчера"),
    ]


async def test_refusals_are_those_of_the_chat(desk: Desk, crm: Program) -> None:
    await close_unanswered(desk.here)

    answer = await crm.post(f"/v1/dialogs/{desk.number}/answer", text="Ещё вопросы?")
    unknown = await crm.post("/v1/dialogs/7/answer", text="Ещё вопросы?")

    assert (answer.status, answer.problem) == (409, "dialog-finished")
    assert "завершён" in answer.body["detail"]
    assert (unknown.status, unknown.problem) == (404, "dialog-unknown")
    assert desk.anna.last.text != "Ещё вопросы?"


async def test_a_refusal_is_said_in_the_language_that_is_asked_for(desk: Desk, crm: Program) -> None:
    asked = {"Accept-Language": "en-US,ru;q=0.5"}
    answer = await crm.call("POST", f"/v1/dialogs/{desk.number}/answer", headers=asked, json={"text": " \n "})

    assert (answer.status, answer.problem) == (422, "comment-empty")
    assert "This message" in answer.body["detail"]


async def test_a_dialog_is_taken_given_and_released(desk: Desk, crm: Program) -> None:
    path = f"/v1/dialogs/{desk.number}/assign"
    await crm.post(path, to="me")
    assert (await crm.get(f"/v1/dialogs/{desk.number}")).body["agent"]["name"] == "crm"

    assert (await crm.post(path, to=desk.pyotr.id)).status == 200
    assert (await crm.get(f"/v1/dialogs/{desk.number}")).body["agent"] == {"id": desk.pyotr.id, "name": "Пётр"}
    assert (await crm.post(path, to="me")).problem == "taken-already"
    assert (await crm.post(path, to=desk.anna.id)).problem == "no-such-colleague"
    assert (await crm.post(path, to=404)).problem == "no-such-colleague"

    await crm.post(path, to="nobody")
    assert (await crm.get(f"/v1/dialogs/{desk.number}")).body["agent"] is None
    assert "отпущен" in (await desk.here.look()).got[-1].text


async def test_a_dialog_is_moved_and_closed(desk: Desk, crm: Program) -> None:
    catalogue = (await crm.get("/v1/catalogue")).body["categories"]
    topic = catalogue[-1]["topics"][0]["key"]

    assert (await crm.post(f"/v1/dialogs/{desk.number}/move", topic=topic)).status == 200
    assert (await crm.get(f"/v1/dialogs/{desk.number}")).body["topic"] == topic
    assert (await crm.post(f"/v1/dialogs/{desk.number}/move", topic="no-such")).problem == "topic-unknown"

    closed = await crm.post(f"/v1/dialogs/{desk.number}/close")
    assert closed.body == {"dialog": desk.number, "status": "finished", "message": None}
    assert f"№{desk.number}" in desk.anna.last.text
    assert "crm" in (await desk.here.look()).got[-1].text


async def test_a_text_that_the_messenger_would_cut_is_refused(desk: Desk, crm: Program) -> None:
    path = f"/v1/dialogs/{desk.number}/answer"
    emoji = await crm.post(path, text="😀" * 2000)
    assert emoji.problem == "text-too-long"
    assert "3500" in emoji.body["detail"]
    assert emoji.body["errors"][0]["field"] == "text"
    assert (await crm.post(path, text="я" * 5000)).problem == "request-wrong"

    assert (await crm.post(path, text="я" * 3500)).status == 200
    assert "я" * 3500 in desk.anna.last.text
    assert "я" * 3500 in (await desk.here.look()).got[-1].text


async def test_what_changes_nothing_is_not_said_in_the_thread(desk: Desk, crm: Program) -> None:
    path = f"/v1/dialogs/{desk.number}"
    topic = (await crm.get(path)).body["topic"]
    await crm.post(f"{path}/assign", to="nobody")
    await crm.post(f"{path}/move", topic=topic)
    for _ in range(2):
        assert (await crm.post(f"{path}/assign", to="me")).status == 200

    said = [post.text for post in (await desk.here.look()).got if "по API" in post.text]
    assert said == ["🔌 crm (по API): диалог взят."]


async def test_a_wrong_body_is_told_by_its_field(desk: Desk, crm: Program) -> None:
    wrong = await crm.post(f"/v1/dialogs/{desk.number}/assign", to=0)
    assert {each["field"] for each in wrong.body["errors"]} == {"to"}


async def test_what_is_merged_is_written_to_where_it_is_now(desk: Desk, crm: Program) -> None:
    second = await open_dialog(desk.anna, "И ещё", "аналитика")
    await close_unanswered(desk.here)
    assert (await crm.post(f"/v1/dialogs/{desk.number}/note", text="После конца")).status == 200
    third = await open_dialog(desk.anna, "И ещё раз", "реклама")
    await (await desk.pyotr.topic(second)).send(f"/merge {third}")

    for name, body in (("note", {"text": "И"}), ("answer", {"text": "И"}), ("assign", {"to": "me"}), ("close", {})):
        answer = await crm.post(f"/v1/dialogs/{third}/{name}", **body)
        assert (answer.status, answer.problem) == (409, "dialog-merged"), name
    assert (await crm.get(f"/v1/dialogs/{third}")).body["merged_into"] == second
    assert (await crm.post(f"/v1/dialogs/{second}/note", text="И")).status == 200


async def test_an_address_is_one_dialog(desk: Desk, crm: Program) -> None:
    """A number in the query is no second thought."""
    second = await open_dialog(desk.anna, "И ещё", "аналитика")
    path = f"/v1/dialogs/{desk.number}/close?number={second}"
    assert (await crm.post(path)).problem == "request-wrong"
    assert (await crm.get(f"/v1/dialogs/{second}")).body["status"] == "created"


async def test_the_same_key_answers_once(desk: Desk, crm: Program) -> None:
    path, before = f"/v1/dialogs/{desk.number}/answer", len(desk.anna.got)

    first = await crm.post(path, key="k-1", text="Деньги в пути")
    again = await crm.post(path, key="k-1", text="Деньги в пути")
    other = await crm.post(path, key="k-1", text="Что-то другое")
    next_one = await crm.post(path, key="k-2", text="Деньги в пути")

    assert again.body == first.body
    assert again.headers["Idempotent-Replayed"] == "true"
    assert (other.status, other.problem) == (422, "key-used")
    assert next_one.body["message"] != first.body["message"]
    assert [post.text.endswith("Деньги в пути") for post in (await desk.anna.look()).got[before:]].count(True) == 2


async def test_two_at_once_with_one_key_are_one_answer(desk: Desk, crm: Program) -> None:
    path, before = f"/v1/dialogs/{desk.number}/answer", len(desk.anna.got)

    answers = await asyncio.gather(*(crm.post(path, key="k-1", text="Деньги в пути") for _ in range(8)))

    assert {answer.status for answer in answers} == {200}
    assert len({answer.body["message"] for answer in answers}) == 1
    said = [post for post in (await desk.anna.look()).got[before:] if "Деньги в пути" in post.text]
    assert len(said) == 1


async def test_a_refused_request_may_be_asked_again_with_its_key(desk: Desk, crm: Program) -> None:
    path = f"/v1/dialogs/{desk.number}/assign"
    await desk.here.send("/take")
    assert (await crm.post(path, key="k-1", to="me")).problem == "taken-already"

    await desk.here.send("/release")
    assert (await crm.post(path, key="k-1", to="me")).status == 200
