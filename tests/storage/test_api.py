"""What the API keeps: tokens, answers that are given again, pages that stand still."""

from dataclasses import replace

import pytest

from core.api_tokens import ApiToken, ApiTokenAdded, ApiTokenRevoked, Right, digest_of
from core.dialog import DialogChanged, DialogOpened, DialogPage, Status
from core.idempotency import AnswerKept
from core.message import MessageAdded, Side
from core.person import PersonSeen
from core.unit_of_work import Conflict
from core.units import DAY, MINUTE
from storage.store import SqlStore
from tests.factories import NOW, OTHER_SELLER, SELLER, dialog, finished, message, work

CRM = ApiToken("crm", digest_of("secret"), frozenset({Right.READ, Right.WRITE}), NOW, NOW + DAY)
KEPT = AnswerKept("crm", "k-1", "digest", 200, "{}", NOW)


async def test_a_token_is_found_by_its_digest_until_it_is_revoked(store: SqlStore) -> None:
    reads = replace(CRM, name="reports", digest=digest_of("other"), rights=frozenset({Right.READ}), expires_at=None)
    await store.commit(work(ApiTokenAdded(reads), ApiTokenAdded(CRM)))

    assert await store.api_tokens() == [CRM, reads]
    assert await store.api_token(digest_of("secret")) == CRM
    assert await store.api_token(digest_of("forged")) is None

    await store.commit(work(ApiTokenRevoked("crm")))
    assert await store.api_token(digest_of("secret")) is None


async def test_a_name_belongs_to_one_token(store: SqlStore) -> None:
    await store.commit(work(ApiTokenAdded(CRM)))

    with pytest.raises(Conflict):
        await store.commit(work(ApiTokenAdded(replace(CRM, digest="another"))))
    with pytest.raises(Conflict):
        await store.commit(work(ApiTokenRevoked("nobody")))


async def test_the_second_of_two_answers_undoes_its_work(store: SqlStore) -> None:
    await store.commit(work(PersonSeen(SELLER, NOW), KEPT))

    with pytest.raises(Conflict):
        await store.commit(work(DialogOpened(dialog()), replace(KEPT, body="another")))

    assert await store.kept_answer("crm", "k-1") == KEPT
    assert await store.kept_answer("other", "k-1") is None
    assert await store.dialog(dialog().number) is None


async def test_an_answer_is_kept_for_a_day(store: SqlStore) -> None:
    await store.commit(work(KEPT, replace(KEPT, key="k-2", at=NOW + MINUTE)))

    await store.sweep(NOW + DAY + 1, 0)

    assert await store.kept_answer("crm", "k-1") is None
    assert await store.kept_answer("crm", "k-2") is not None


@pytest.fixture
async def filled(store: SqlStore) -> SqlStore:
    await store.commit(work(PersonSeen(SELLER, NOW), PersonSeen(OTHER_SELLER, NOW)))
    for each in (dialog(1), dialog(2, topic="payout"), dialog(3, OTHER_SELLER), dialog(4, topic="payout")):
        await store.commit(work(DialogOpened(each)))
    await store.commit(work(DialogChanged(finished(2, topic="payout"))))
    return store


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (DialogPage(None, 3), [4, 3, 2]),
        (DialogPage(3, 3), [2, 1]),
        (DialogPage(None, 9, seller_id=SELLER.id), [4, 2, 1]),
        (DialogPage(None, 9, seller_id=SELLER.id, topic="payout", status=Status.CREATED), [4]),
        (DialogPage(None, 9, topic="payout"), [4, 2]),
        (DialogPage(4, 9, status=Status.CREATED), [3, 1]),
        (DialogPage(None, 9, status=Status.ANSWERED), []),
    ],
)
async def test_a_page_of_dialogs(filled: SqlStore, asked: DialogPage, found: list[int]) -> None:
    assert [each.number for each in await filled.dialog_page(asked)] == found


async def test_a_page_of_messages_goes_on_after_one(filled: SqlStore) -> None:
    first, note, last = (message(1, side=side) for side in (Side.SELLER, Side.NOTE, Side.AGENT))
    await filled.commit(work(*(MessageAdded(each, None) for each in (first, note, last))))

    assert [each.id for each in await filled.message_page(1, 0, 2)] == [first.id, note.id]
    assert [each.id for each in await filled.message_page(1, note.id, 2)] == [last.id]
