"""Pace: how many messages a chat may get, and who comes first."""

import asyncio

import pytest

from bot.telegram import rate_limiter
from bot.telegram.rate_limiter import RateLimit, RateLimiter
from core.outbox import Priority

GROUP, ANNA, BORIS = -100, 1, 2


def limiter(most: int = 2, period: float = 0.2) -> RateLimiter:
    return RateLimiter(private=RateLimit(most, period), group=RateLimit(most, period))


async def send(
    limiter: RateLimiter, chat: int, log: list[object], name: object, *, cost: int = 1, priority: int = 0
) -> None:
    async with limiter.acquire(chat, cost=cost, priority=priority):
        log.append(name)


async def test_a_burst_leaves_at_once_and_the_rest_waits_its_turn() -> None:
    loop, times, chat = asyncio.get_running_loop(), [], limiter()

    async def one() -> None:
        async with chat.acquire(GROUP):
            times.append(loop.time())

    await asyncio.gather(*(one() for _ in range(6)))

    assert len(times) == 6
    assert all(later - earlier >= 0.2 for earlier, later in zip(times, times[2:], strict=False))


async def test_one_chat_does_not_wait_for_another() -> None:
    shared, log = limiter(most=1, period=60), list[object]()
    await send(shared, ANNA, log, "anna")

    await asyncio.wait_for(send(shared, BORIS, log, "boris"), 1)

    assert log == ["anna", "boris"]


async def test_people_come_before_cards_and_each_in_order() -> None:
    shared, log = limiter(most=1, period=0.05), list[object]()
    await send(shared, GROUP, log, "first")

    await asyncio.gather(
        send(shared, GROUP, log, "card", priority=1),
        send(shared, GROUP, log, "message 1"),
        send(shared, GROUP, log, "message 2"),
        send(shared, GROUP, log, "reminder", priority=2),
    )

    assert log == ["first", "message 1", "message 2", "card", "reminder"]


async def test_an_album_counts_each_of_its_items() -> None:
    loop, shared, log = asyncio.get_running_loop(), limiter(most=4, period=0.2), list[object]()
    started = loop.time()
    await send(shared, GROUP, log, "album", cost=3)
    await send(shared, GROUP, log, "one")

    await send(shared, GROUP, log, "two")

    assert loop.time() - started >= 0.2


async def test_an_album_larger_than_the_limit_leaves_all_the_same() -> None:
    shared, log = limiter(most=2, period=0.05), list[object]()

    await asyncio.wait_for(send(shared, GROUP, log, "album", cost=10), 1)

    assert log == ["album"]


async def test_a_429_holds_its_chat_as_long_as_asked_and_no_other() -> None:
    loop, shared, log = asyncio.get_running_loop(), limiter(most=0, period=0), list[object]()
    started = loop.time()
    shared.hold(ANNA, 0.2)

    await asyncio.gather(send(shared, ANNA, log, "anna"), send(shared, BORIS, log, "boris"))

    assert log == ["boris", "anna"]
    assert loop.time() - started >= 0.2


async def test_whoever_gives_up_waiting_takes_no_turn() -> None:
    shared, log = limiter(most=1, period=0.1), list[object]()
    await send(shared, GROUP, log, "first")
    impatient = asyncio.create_task(send(shared, GROUP, log, "impatient"))
    await asyncio.sleep(0)
    impatient.cancel()

    await asyncio.gather(impatient, send(shared, GROUP, log, "second"), return_exceptions=True)

    assert log == ["first", "second"]


async def test_no_limit_means_no_waiting() -> None:
    shared, log = limiter(most=0, period=0), list[object]()

    await asyncio.wait_for(asyncio.gather(*(send(shared, GROUP, log, n) for n in range(1000))), 2)

    assert log == list(range(1000))


async def test_cards_leave_room_for_people() -> None:
    shared, log = RateLimiter(private=RateLimit(0, 0), group=RateLimit(4, 60, for_people=2)), list[object]()
    await send(shared, GROUP, log, "card 1", priority=1)
    await send(shared, GROUP, log, "card 2", priority=1)
    card = asyncio.create_task(send(shared, GROUP, log, "card 3", priority=1))

    await asyncio.wait_for(send(shared, GROUP, log, "message"), 1)

    assert log == ["card 1", "card 2", "message"]
    card.cancel()
    await asyncio.gather(card, return_exceptions=True)


async def test_people_who_wait_for_nothing_share_one_pace() -> None:
    loop, log = asyncio.get_running_loop(), list[object]()
    shared = RateLimiter(private=RateLimit(3, 3.0), group=RateLimit(20, 60.0), unasked=RateLimit(5, 0.3))
    began = loop.time()

    await asyncio.gather(*(send(shared, person, log, person, priority=Priority.REMINDERS) for person in range(1, 12)))
    assert loop.time() - began >= 0.6

    began = loop.time()
    await asyncio.gather(*(send(shared, person, log, person) for person in range(20, 31)))
    assert loop.time() - began < 0.2  # answers do not wait for it


async def test_a_large_album_weighs_on_the_time_after_it() -> None:
    loop, shared, log = asyncio.get_running_loop(), limiter(most=2, period=0.1), list[object]()
    await send(shared, ANNA, log, "album", cost=6)
    began = loop.time()

    await send(shared, ANNA, log, "next")

    assert loop.time() - began >= 0.25


async def test_chats_that_are_quiet_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limiter, "MOST_REMEMBERED", 10)
    shared = limiter(most=1, period=0.01)
    for person in range(1, 60):
        await send(shared, person, [], person)
        await asyncio.sleep(0.002)

    assert len(shared._chats) <= 12


async def test_what_another_process_sent_just_now_counts() -> None:
    loop, shared, log = asyncio.get_running_loop(), limiter(most=2, period=0.4), list[object]()
    shared.remember(GROUP, [0.9, 0.1, 0.1])
    shared.remember(GROUP, [0.9, 0.1, 0.1])  # by a new term: what is known counts once
    began = loop.time()

    await send(shared, GROUP, log, "next")

    assert 0.25 <= loop.time() - began < 0.4
