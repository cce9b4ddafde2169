"""Real deletion."""

from collections.abc import Iterator

from core.erasure import DialogErased, SellerErased
from core.outbox import seller_stream
from core.unit_of_work import Conflict
from storage.statements import Statement, statements

OF_DIALOG = (
    "erase_helpful_answer",
    "erase_versions",
    "erase_reactions",
    "erase_message_refs",
    "erase_messages",
    "erase_thread",
    "erase_turns",
    "erase_notices",
    "erase_merge",
    "erase_dialog",
)
# What a seller may not do again so soon is remembered until it has run out: see storage/retention.py.
OF_SELLER = ("erase_subscriptions", "erase_set_aside", "erase_fsm_states", "erase_audit")


@statements.register
def _(change: DialogErased) -> Iterator[Statement]:
    for name in OF_DIALOG:
        yield Statement(name, {"number": change.number})
    yield Statement("erased", {})


@statements.register
def _(change: SellerErased) -> Iterator[Statement]:
    for number in change.numbers:
        yield from statements(DialogErased(number))
    seller = {"seller_id": change.seller_id}
    for name in OF_SELLER:
        yield Statement(name, seller)
    yield Statement("erase_notices_to", {"stream": seller_stream(change.seller_id)})
    yield Statement("erase_profile", seller, guard=Conflict)
    yield Statement("erase_person", seller)
    yield Statement("erased", {})
