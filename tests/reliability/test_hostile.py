"""Any well-formed update is taken: nothing raises, nothing is set aside, and the shop goes on."""

import pytest
from aiogram.types import Update
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.conversations.desk import Desk
from tests.reliability.updates import Updates

HANDLED = ["message", "edited_message", "callback_query", "my_chat_member"]
OTHERS = [name for name in Update.model_fields if name not in ("update_id", *HANDLED)]
FIRST_ID = 1_000_000_000
relaxed = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("kind", HANDLED)
@settings(relaxed, max_examples=80)
@given(data=st.data())
async def test_any_update_is_taken(desk: Desk, kind: str, data: st.DataObject) -> None:
    await take(desk, data, kind)


@settings(relaxed, max_examples=80)
@given(kind=st.sampled_from(OTHERS), data=st.data())
async def test_an_update_of_a_kind_that_nobody_asked_for_is_taken_too(
    desk: Desk, kind: str, data: st.DataObject
) -> None:
    await take(desk, data, kind)


async def test_an_update_of_a_kind_that_is_new_is_nobodys_trouble(desk: Desk) -> None:
    worker = desk.shop.app.update_worker
    await worker.receive([{"update_id": FIRST_ID, "hologram": {"id": 1}}, {"update_id": FIRST_ID + 1}])
    await desk.shop.settle()

    assert await desk.shop.app.store.count_set_aside() == 0


async def take(desk: Desk, data: st.DataObject, kind: str) -> None:
    shop = desk.shop
    admin = shop.app.settings.admin_ids[0]
    updates = Updates(
        people=[desk.anna.id, desk.pyotr.id, admin, 42], chats=[desk.anna.id, desk.pyotr.id, admin, shop.group]
    )
    raw = {"update_id": FIRST_ID + data.draw(st.integers(0, 2**40))} | data.draw(updates.of(kind))
    try:
        Update.model_validate(raw)
    except ValidationError:
        return  # not well-formed after all

    await shop.app.update_worker.receive([raw])
    await shop.app.update_worker.settle()

    asides = await shop.app.store.set_aside(1)
    assert not asides, asides
