"""Who may call, what they may, and how often."""

from typing import Any

import pytest

from bot.api.access import RequestRate
from core.api_tokens import ApiTokenRevoked, Right
from core.unit_of_work import UnitOfWork
from core.units import DAY
from tests.api.conftest import Program, token_for
from tests.conversations.desk import Desk
from tests.conversations.shop import Shop

FROM_SETTINGS = "long-enough-token"


@pytest.fixture
def more_settings() -> dict[str, Any]:
    return {"api_tokens": f"helpdesk={FROM_SETTINGS}", "api_per_second": 5}


async def test_nobody_comes_in_without_a_token(crm: Program) -> None:
    for program in (crm.with_token(None), crm.with_token("forged"), crm.with_token(""), crm.with_token("x" * 5000)):
        answer = await program.get("/v1/dialogs")
        assert answer.status == 401
        assert answer.problem in ("token-missing", "token-unknown")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    basic = await crm.call("GET", "/v1/dialogs", headers={"Authorization": f"Basic {crm.token}"})
    assert basic.problem == "token-missing"


async def test_a_revoked_token_ends_at_once(shop: Shop, crm: Program) -> None:
    assert (await crm.get("/v1/dialogs")).status == 200

    work = UnitOfWork(shop.clock())
    work.add(ApiTokenRevoked("crm"))
    await shop.app.store.commit(work)

    assert (await crm.get("/v1/dialogs")).problem == "token-unknown"


async def test_a_token_ends_in_its_time(shop: Shop, crm: Program) -> None:
    until = shop.clock() + DAY
    short = crm.with_token(await token_for(shop, "short", Right.READ, expires_at=until))
    assert (await short.get("/v1/catalogue")).status == 200

    shop.clock.move_to(until)

    assert (await short.get("/v1/catalogue")).problem == "token-unknown"


async def test_a_right_is_not_the_other(desk: Desk, crm: Program) -> None:
    reader = crm.with_token(await token_for(desk.shop, "reports", Right.READ))
    writer = crm.with_token(await token_for(desk.shop, "robot", Right.WRITE))
    answer = f"/v1/dialogs/{desk.number}/answer"

    assert (await reader.get("/v1/dialogs")).status == 200
    assert (await reader.post(answer, text="Здравствуйте")).problem == "right-missing"
    assert (await writer.get("/v1/dialogs")).problem == "right-missing"
    assert (await writer.post(answer, text="Здравствуйте")).status == 200
    assert desk.anna.last.text.endswith("Здравствуйте")


async def test_a_token_of_the_settings_is_a_named_colleague(desk: Desk, crm: Program) -> None:
    helpdesk = crm.with_token(FROM_SETTINGS)

    await helpdesk.post(f"/v1/dialogs/{desk.number}/answer", text="Здравствуйте")

    assert "helpdesk" in (await desk.here.look()).got[-1].text


async def test_who_asks_too_often_waits(shop: Shop, crm: Program) -> None:
    other = crm.with_token(await token_for(shop, "other", Right.READ))

    answers = [await crm.get("/v1/catalogue") for _ in range(40)]

    late = next(answer for answer in answers if answer.status != 200)
    assert (late.status, late.problem) == (429, "too-many-requests")
    assert int(late.headers["Retry-After"]) >= 1
    assert (await other.get("/v1/catalogue")).status == 200


def test_the_rate_fills_up_again() -> None:
    now = 0.0
    rate = RequestRate(2, lambda: now)

    assert [rate.seconds_left("crm") for _ in range(5)] == [0, 0, 0, 0, 0.5]
    now += 0.5
    assert [rate.seconds_left("crm") for _ in range(2)] == [0, 0.5]
    now += 60
    assert [rate.seconds_left("crm") for _ in range(5)] == [0, 0, 0, 0, 0.5]


async def test_no_token_is_logged_or_kept(desk: Desk, crm: Program, capfd: pytest.CaptureFixture[str]) -> None:
    await crm.post(f"/v1/dialogs/{desk.number}/answer", key="k", text="Здравствуйте")
    await crm.with_token("forged-secret").get("/v1/dialogs")

    said = "".join(capfd.readouterr())
    assert crm.token is not None
    assert crm.token not in said
    assert "forged-secret" not in said
    assert FROM_SETTINGS in desk.shop.app.settings.secrets
    assert FROM_SETTINGS not in repr(desk.shop.app.settings)
