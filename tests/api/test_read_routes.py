"""What a program sees, page by page, while the desk goes on."""

import re

import pytest

from core.dialog import DialogOpened
from core.events import EventType
from core.person import PersonSeen
from tests.api.conftest import Program
from tests.conversations.desk import Desk
from tests.conversations.shop import Json, Shop
from tests.factories import NOW, OTHER_SELLER, SELLER, dialog, work


async def open_dialogs(shop: Shop, *numbers: int) -> None:
    people = [PersonSeen(SELLER, NOW), PersonSeen(OTHER_SELLER, NOW)]
    await shop.app.store.commit(work(*people, *(DialogOpened(dialog(number)) for number in numbers)))


def numbers(page: Json) -> list[int]:
    return [each["number"] for each in page["items"]]


async def test_pages_stand_still_while_dialogs_come(shop: Shop, crm: Program) -> None:
    await open_dialogs(shop, 11, 12, 13, 14, 15)

    first = (await crm.get("/v1/dialogs", limit=2)).body
    await open_dialogs(shop, 16, 17)
    second = (await crm.get("/v1/dialogs", limit=2, cursor=first["next"])).body
    last = (await crm.get("/v1/dialogs", limit=2, cursor=second["next"])).body

    assert [numbers(page) for page in (first, second, last)] == [[15, 14], [13, 12], [11]]
    assert last["next"] is None


async def test_dialogs_are_chosen(desk: Desk, crm: Program) -> None:
    await open_dialogs(desk.shop, 11, 12)
    assert numbers((await crm.get("/v1/dialogs", seller_id=desk.anna.id)).body) == [desk.number]
    assert numbers((await crm.get("/v1/dialogs", topic="return-defect", status="created")).body)[-2:] == [12, 11]
    assert numbers((await crm.get("/v1/dialogs", status="finished")).body) == []


async def test_one_dialog_tells_its_seller(desk: Desk, crm: Program) -> None:
    found = (await crm.get(f"/v1/dialogs/{desk.number}")).body

    assert found["seller"]["name"] == "Анна"
    assert found["status"] == "created"
    assert found["opened_at"] == found["waiting_since"]
    assert re.fullmatch(r"2026-09-21T14:13:\d\d(\.\d+)?Z", found["opened_at"])
    assert found["agent"] is None
    assert (await crm.get("/v1/dialogs/404")).problem == "dialog-unknown"
    assert (await crm.get("/v1/dialogs/404/messages")).problem == "dialog-unknown"


async def test_a_seller_who_does_not_hear_is_told_as_one(desk: Desk, crm: Program) -> None:
    path = f"/v1/dialogs/{desk.number}"
    seller = (await crm.get(path)).body["seller"]
    assert (seller["banned_at"], seller["unreachable_since"]) == (None, None)

    await desk.here.send("/ban спам")
    await desk.shop.patch_person(desk.anna, blocked=True)
    await crm.post(f"{path}/answer", text="Не дойдёт")

    seller = (await crm.get(path)).body["seller"]
    assert seller["banned_at"][:10] == seller["unreachable_since"][:10] == "2026-09-21"


async def test_messages_go_on_where_a_page_ended(desk: Desk, crm: Program) -> None:
    for words in ("раз", "два", "три"):
        await desk.anna.send(words)
    path = f"/v1/dialogs/{desk.number}/messages"

    first = (await crm.get(path, limit=3)).body
    await desk.here.send("Отвечаю")
    rest = (await crm.get(path, limit=3, cursor=first["next"])).body

    assert [each["text"] for each in first["items"]] == ["Где мои деньги?", "раз", "два"]
    assert [each["text"] for each in rest["items"]] == ["три", "Отвечаю"]
    assert rest["next"] is None


async def test_figures_are_those_of_the_stats(desk: Desk, crm: Program) -> None:
    await desk.here.send("Готово")
    await desk.anna.click("⭐")

    found = (await crm.get("/v1/figures")).body

    assert (found["total"]["dialogs"], found["total"]["ratings"]) == (1, 1)
    assert found["agents"] == {str(desk.pyotr.id): "Пётр"}
    backwards = await crm.get("/v1/figures", since="2026-11-02T00:00:00Z", until="2026-11-01T00:00:00+03:00")
    assert (backwards.status, backwards.problem) == (422, "period-backwards")


@pytest.mark.parametrize(
    ("path", "status", "problem"),
    [
        ("/v1/dialogs?limit=0", 422, "request-wrong"),
        ("/v1/dialogs?cursor=%00", 422, "request-wrong"),
        ("/v1/dialogs?cursor=zzzzzzzzzzzzz", 422, "request-wrong"),
        ("/v1/dialogs?cursor=abc", 422, "request-wrong"),
        ("/v1/dialogs?cursor=", 422, "request-wrong"),
        ("/v1/dialogs/100001/messages?cursor=abc", 422, "request-wrong"),
        ("/v1/dialogs?limit=1&limit=2", 422, "request-wrong"),
        ("/v1/dialogs/100001?number=100002", 422, "request-wrong"),
        ("/v1/dialogs?colour=red", 422, "request-wrong"),
        ("/v1/dialogs/x", 422, "request-wrong"),
        ("/v1/dialogs/99999999999999999999", 422, "request-wrong"),
        ("/v1/figures?since=yesterday", 422, "request-wrong"),
        ("/v1/figures?until=0001-01-01T00:00:00Z", 422, "period-backwards"),
        ("/v1/nothing", 404, "path-unknown"),
    ],
)
async def test_what_is_wrong_is_said(crm: Program, path: str, status: int, problem: str) -> None:
    answer = await crm.get(path)

    assert answer.status == status
    assert answer.problem == problem
    if problem == "request-wrong":
        assert answer.body["errors"][0]["field"] in ("limit", "cursor", "colour", "number", "since")


async def test_a_cursor_that_lost_a_character_is_no_last_page(shop: Shop, crm: Program) -> None:
    await open_dialogs(shop, 11, 12)
    cursor = (await crm.get("/v1/dialogs", limit=1)).body["next"]

    assert (await crm.get("/v1/dialogs", cursor=cursor)).status == 200
    assert (await crm.get("/v1/dialogs", cursor=cursor[:-1])).problem == "request-wrong"
    assert (await crm.get("/v1/dialogs", cursor=cursor[1:])).problem == "request-wrong"


async def test_what_can_be_read_can_be_asked_for_its_head(desk: Desk, crm: Program) -> None:
    answer = await crm.call("HEAD", f"/v1/dialogs/{desk.number}")
    assert answer.status == 200
    assert not answer.body


async def test_bodies_that_can_not_be_read(desk: Desk, crm: Program) -> None:
    path = f"/v1/dialogs/{desk.number}/note"
    head = {"Content-Type": "application/json"}
    for raw in (b"", b"{", b"[]", b'{"text": 5}', b'{"text": "a\\u0000"}', b'{"text": "\\ud800"}', b"\xff"):
        answer = await crm.call("POST", path, headers=head, data=raw)
        assert (answer.status, answer.problem) == (422, "request-wrong"), raw
    assert (await crm.call("POST", path, data=b"text=a")).problem == "not-json"
    assert (await crm.call("POST", path, headers=head, data=b"x" * 100_000)).problem == "too-large"
    wrong_method = await crm.call("DELETE", path)
    assert (wrong_method.status, wrong_method.problem) == (405, "method-unknown")
    assert "POST" in wrong_method.headers["Allow"]


async def test_the_document_is_public_and_names_everything(crm: Program) -> None:
    document = (await crm.with_token(None).get("/openapi.json")).body

    assert document["openapi"] == "3.1.0"
    assert sorted(document["paths"]) == sorted(
        ["/v1/dialogs", "/v1/dialogs/{number}", "/v1/dialogs/{number}/messages", "/v1/figures", "/v1/catalogue"]
        + [f"/v1/dialogs/{{number}}/{name}" for name in ("answer", "ask", "note", "assign", "move", "close")]
    )
    said = document["components"]["schemas"]
    sent = document["webhooks"]["event"]["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    assert said[sent.rpartition("/")[2]]["properties"]["type"] == {"$ref": "#/components/schemas/EventType"}
    assert set(said["EventType"]["enum"]) == {*EventType}
    for path in document["paths"].values():
        for operation in path.values():
            assert operation["summary"]
