"""What becomes of a message after it was said: edits, reactions, what was taken back, what never arrived."""

from typing import Any

import pytest

from bot.api.events import PAUSES
from core.units import MINUTE
from tests.api.conftest import Program
from tests.api.test_events import Receiver, later, more_settings, receiver
from tests.conversations.desk import Desk, open_dialog
from tests.conversations.shop import Json

__all__ = ["more_settings", "receiver"]


def told(receiver: Receiver, type_: str) -> list[Json]:
    return [event["data"] for event in receiver.taken if event["type"] == type_]


async def messages(crm: Program, number: int) -> list[Json]:
    found: list[Json] = (await crm.get(f"/v1/dialogs/{number}/messages")).body["items"]
    return found


async def test_reactions_are_told_and_read(desk: Desk, receiver: Receiver, crm: Program) -> None:
    question = desk.here.last
    await desk.here.send("Деньги придут завтра")
    answer = desk.anna.last

    await desk.anna.react(answer, "👎")
    await desk.here.react(question, "🙏")
    assert [(one["side"], one["text"], one["reaction"]) for one in await messages(crm, desk.number)] == [
        ("seller", "Где мои деньги?", "🙏"),
        ("agent", "Деньги придут завтра", "👎"),
    ]
    await desk.anna.react(answer, None)

    assert [(one["message"]["side"], one["message"]["reaction"]) for one in told(receiver, "message.reacted")] == [
        ("agent", "👎"), ("seller", "🙏"), ("agent", None),
    ]  # fmt: skip
    assert (await messages(crm, desk.number))[1]["reaction"] is None


async def test_a_reaction_is_told_as_it_was(desk: Desk, receiver: Receiver) -> None:
    await desk.here.send("Деньги придут завтра")
    receiver.statuses = [500] * len(PAUSES)
    await desk.anna.react(desk.anna.last, "👍")
    await desk.anna.react(next(post for post in desk.anna.posts if "завтра" in post.text), None)
    await later(desk.shop, MINUTE)

    assert [one["message"]["reaction"] for one in told(receiver, "message.reacted")] == ["👍", None]


async def test_an_edit_is_told(desk: Desk, receiver: Receiver) -> None:
    own = next(post for post in desk.anna.posts if post.text == "Где мои деньги?")
    [note] = await desk.here.send("//между нами")

    await desk.anna.edit(own, "Где мои деньги за май?")
    await desk.here.edit(note, "//только между нами")

    [edited] = told(receiver, "message.edited")
    assert edited["message"]["text"] == "Где мои деньги за май?"
    assert edited["message"]["edited_at"] is not None
    assert "между нами" not in str(receiver.taken)


async def test_what_was_taken_back_is_removed_and_no_note_is_told(desk: Desk, receiver: Receiver) -> None:
    desk.shop.app.desk.rules.answer_delay = MINUTE
    receiver.statuses = [500] * len(PAUSES)
    await desk.here.send("Ой, это секрет")
    await desk.here.send("/undo")
    await later(desk.shop, MINUTE)

    assert [one["message_id"] for one in told(receiver, "message.removed")]
    assert "секрет" not in str(receiver.taken)


async def test_what_could_not_be_delivered_is_told_and_read(desk: Desk, receiver: Receiver, crm: Program) -> None:
    await desk.here.send("Дошло")
    await desk.shop.patch_person(desk.anna, blocked=True)

    lost = (await crm.post(f"/v1/dialogs/{desk.number}/answer", text="Не дойдёт")).body["message"]

    [failed] = told(receiver, "message.failed")
    assert (failed["message"]["id"], failed["message"]["failure"]) == (lost, "blocked")
    asked, arrived, failed = await messages(crm, desk.number)
    assert (arrived["delivered_at"] is None, arrived["failure"]) == (False, None)
    assert (failed["delivered_at"], failed["failure"]) == (None, "blocked")
    assert asked["delivered_at"] is not None


async def test_each_event_has_the_dialog_as_it_became_with_it(desk: Desk, receiver: Receiver) -> None:
    """However late it leaves: whoever keeps a copy sees no status come back."""
    before = len(receiver.taken)
    receiver.statuses = [500] * len(PAUSES)
    await desk.here.send("/ask Какой заказ?")
    await desk.anna.send("Пятый")
    await desk.here.send("Спасибо")
    await desk.here.send("/close")
    await later(desk.shop, MINUTE)

    assert [event["data"]["dialog"]["status"] for event in receiver.taken[before:]] == [
        "clarifying", "clarifying", "created", "created", "answered", "answered", "finished",
    ]  # fmt: skip


async def test_words_that_an_agent_reacted_to_may_still_be_about_something_else(
    desk: Desk, receiver: Receiver, crm: Program
) -> None:
    other = await open_dialog(desk.anna, "И ещё", "аналитика")
    await desk.anna.send("Забыла сказать")
    there = await desk.pyotr.topic(other)
    await there.react(there.last, "👍")
    assert (await messages(crm, other))[-1]["reaction"] == "👍"

    await desk.anna.click("Это о другом")
    await desk.anna.click(f"№{desk.number}")

    assert [one["text"] for one in await messages(crm, other)] == ["И ещё"]
    moved = (await messages(crm, desk.number))[-1]
    assert (moved["text"], moved["reaction"]) == ("Забыла сказать", None)
    assert len(told(receiver, "message.removed")) == 1


@pytest.fixture
def notes_too(more_settings: dict[str, Any]) -> None:
    more_settings["events_notes"] = True


async def test_where_notes_are_told_what_was_taken_back_is_one(notes_too: None, desk: Desk, receiver: Receiver) -> None:
    desk.shop.app.desk.rules.answer_delay = MINUTE
    await desk.here.send("Ой")
    await desk.here.send("/undo")

    assert [(one["message"]["side"], one["message"]["text"]) for one in told(receiver, "message.edited")] == [
        ("note", "Ой")
    ]
