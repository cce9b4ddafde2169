"""Words are taken out of a dialog as if they had never been there, whoever does what at the same moment."""

import asyncio
from dataclasses import replace

from core.catalogue import Catalogue
from core.desk import AgentActions, Desk, SellerActions, WithdrawalActions
from core.dialog import Status
from core.message import IncomingMessage, Message, MessageRef
from core.outbox import Delivered, NoticeKind
from core.person import Agent
from core.rules import Rules
from core.search import SearchIndex
from core.unit_of_work import Conflict, UnitOfWork
from core.units import DAY, HOUR, SECOND
from storage.store import SqlStore
from tests.factories import GROUP, NOW, SELLER, added, dialog, message, opening, photo, ref, text, work
from tests.storage.tables import dump

OLEG = Agent(501, "Олег")


def desk_of(store: SqlStore) -> Desk:
    return Desk(store, Rules(), SearchIndex(Catalogue()))


async def say(store: SqlStore, number: int, at: int, *contents: IncomingMessage) -> None:
    found = await store.dialog(number)
    assert found
    adding = work(now=at)
    await SellerActions(desk_of(store)).add(adding, SELLER, found, *contents)
    await store.commit(adding)


def incoming(place: MessageRef, words: str = "забыла", at: int = NOW + 2 * HOUR) -> IncomingMessage:
    return IncomingMessage(text(words), place, second=at)


async def answered_with_words(store: SqlStore, place: MessageRef) -> None:
    """One was asked, answered, and got more words; another one is open."""
    await store.commit(opening(dialog(1), dialog(2, topic="other")))
    await say(store, 1, NOW + SECOND, incoming(ref(), "вопрос", NOW + SECOND))
    found = await store.dialog(1)
    assert found
    answering = work(now=NOW + HOUR)
    await AgentActions(desk_of(store)).answer(
        answering, OLEG, found, IncomingMessage(text("ответ"), ref(GROUP), second=NOW + HOUR)
    )
    await store.commit(answering)
    await say(store, 1, NOW + 2 * HOUR, incoming(place))


async def withdrawn(store: SqlStore, place: MessageRef, to: int | None = None) -> UnitOfWork:
    actions = WithdrawalActions(desk_of(store))
    found, words = await actions.words(SELLER.id, 1, place)
    taking = work(now=NOW + 3 * HOUR)
    taken = await actions.withdraw(taking, found, words)
    other = await store.dialog(to) if to else None
    if other:
        await SellerActions(desk_of(store)).add(taking, SELLER, other, *taken)
    return taking


async def history(store: SqlStore, number: int) -> list[Message]:
    return await store.message_page(number, 0, 99)


async def test_the_first_dialog_is_as_it_was_and_the_other_has_them(store: SqlStore, url: str) -> None:
    place = ref()
    await answered_with_words(store, place)
    assert len((await dump(url))["turn"]) == 3

    await store.commit(await withdrawn(store, place, to=2))

    first = await store.dialog(1)
    assert first
    assert (first.status, first.waiting_since, first.seller_said_at) == (Status.ANSWERED, None, NOW + SECOND)
    assert [one.content.text for one in await history(store, 1)] == ["вопрос", "ответ"]
    assert [one.content.text for one in await history(store, 2)] == ["забыла"]
    known = await store.message_at(place)
    assert known
    assert known.dialog.number == 2
    waiting = [one for one in await store.waiting(0, 99) if one.kind is NoticeKind.RELAY]
    assert [one.dialog for one in waiting] == [1, 1, 2]
    assert len((await dump(url))["turn"]) == 2


async def test_what_was_on_its_way_is_known_until_its_copy_is_gone(store: SqlStore) -> None:
    place, copy = ref(), ref(GROUP)
    await answered_with_words(store, place)
    [*_, sent] = [one for one in await store.waiting(0, 99) if one.kind is NoticeKind.RELAY]
    await store.commit(await withdrawn(store, place))

    await store.commit(work(Delivered(sent.id, NOW + 3 * HOUR, ((copy, sent.message),), 1)))

    assert sent.message
    assert await store.message_refs(sent.message) == [(copy, False)]
    assert await store.message(sent.message) is None


async def test_taken_twice_or_answered_at_once_one_is_kept(store: SqlStore) -> None:
    place = ref()
    await answered_with_words(store, place)
    found = await store.dialog(1)
    assert found
    answering = work(now=NOW + 3 * HOUR)
    await AgentActions(desk_of(store)).answer(answering, OLEG, found, IncomingMessage(text("да"), ref(GROUP)))
    works = [await withdrawn(store, place, to=2), await withdrawn(store, place), answering]

    done = await asyncio.gather(*map(store.commit, works), return_exceptions=True)

    assert sorted(type(one).__name__ for one in done) == ["Conflict", "Conflict", "NoneType"]
    assert isinstance(next(one for one in done if one), Conflict)
    found_in = [number for number in (1, 2) for one in await history(store, number) if one.content.text == "забыла"]
    assert len(found_in) <= 1


async def test_an_album_goes_as_one_and_files_are_counted_anew(store: SqlStore) -> None:
    places = [ref(), ref()]
    await store.commit(opening(dialog(1), dialog(2, topic="other")))
    await store.commit(added(message(1)))
    at = NOW + HOUR
    album = [IncomingMessage(photo(), place, album="7", second=at) for place in places]
    await say(store, 1, at, *album)
    before = await store.dialog(1)
    assert before
    assert before.has_files

    await store.commit(await withdrawn(store, places[0], to=2))

    first, second = await store.dialog(1), await store.dialog(2)
    assert first
    assert second
    assert (first.has_files, second.has_files) == (False, True)
    moved = await history(store, 2)
    assert len(moved) == 2
    assert len({one.album for one in moved}) == 1
    assert replace(first, version=0) == dialog(1, seller_said_at=NOW)
    assert (await store.deliveries(0, NOW + DAY)).accepted == 3
