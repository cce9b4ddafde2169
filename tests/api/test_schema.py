"""A stranger who has read nothing but our OpenAPI document calls whatever it allows, and some of what it does not."""

import asyncio
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.conftest import Program
from tests.conversations.desk import Desk

EXAMPLES = 15  # of each operation
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture
def more_settings() -> dict[str, Any]:
    return {"api_per_second": 100_000}


async def test_it_answers_as_it_says(desk: Desk, crm: Program) -> None:
    document = (await crm.get("/openapi.json")).body
    number = document["paths"]["/v1/dialogs/{number}/note"]["post"]["parameters"][0]["schema"]
    number["examples"] = [desk.number]

    await asyncio.to_thread(call_everything, document, crm)


def call_everything(document: dict[str, Any], crm: Program) -> None:
    schema = schemathesis.openapi.from_dict(document)
    for result in schema.get_all_operations():
        assert isinstance(result, Ok)
        operation = result.ok()
        phases = [Phase.explicit, Phase.generate]

        @settings(
            max_examples=EXAMPLES, deadline=None, phases=phases, database=None, suppress_health_check=list(HealthCheck)
        )
        @given(case=operation.as_strategy())
        def call(case: Any) -> None:
            case.call_and_validate(headers={"Authorization": f"Bearer {crm.token}"}, base_url=crm.url, checks=CHECKS)

        call()
