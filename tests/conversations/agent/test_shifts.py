"""Dialogs find their agents by themselves, among those who are on shift; whoever goes hands theirs on."""

import asyncio
from collections import Counter

import orjson
import pytest
from structlog.testing import capture_logs

from core.desk.shifts import HandedOn
from core.fsm import FsmStateSaved
from core.person import Agent
from core.shift import Assignment
from core.unit_of_work import UnitOfWork
from tests.conversations.agent.test_group_membership import basic
from tests.conversations.desk import Desk, drafting, open_dialog
from tests.conversations.shop import Json, Shop, Somebody
from tests.factories import dialog, opening

__all__ = ["basic"]


@pytest.fixture
def in_turn(shop: Shop) -> Shop:
    shop.app.desk.rules.assignment = {shop.group: Assignment.IN_TURN}
    return shop


@pytest.fixture
def least_open(shop: Shop) -> Shop:
    shop.app.desk.rules.assignment = {shop.group: Assignment.LEAST_OPEN}
    return shop


async def opened(shop: Shop, *names: str) -> list[int]:
    return [await open_dialog(await shop.seller(name)) for name in names]


async def who_has(shop: Shop, *numbers: int) -> list[str | None]:
    dialogs = [await shop.app.store.dialog(number) for number in numbers]
    return [dialog.agent_name if dialog else None for dialog in dialogs]


async def on_shift(shop: Shop, *names: str) -> list[Somebody]:
    agents = [await shop.agent(name) for name in names]
    for agent in agents:
        await agent.send("/on")
    return agents


def was_told(agent: Somebody, words: str) -> bool:
    return any(words in post.text for post in agent.got)


async def test_they_come_in_turn_and_the_card_calls_their_agent(in_turn: Shop) -> None:
    pyotr, vera = await on_shift(in_turn, "Пётр", "Вера")
    assert "Вы на смене" in vera.last.text

    numbers = await opened(in_turn, "Анна", "Борис", "Вадим", "Галя")

    assert await who_has(in_turn, *numbers) == ["Пётр", "Вера", "Пётр", "Вера"]
    card = (await pyotr.topic(numbers[0])).got[0]
    assert "Ведёт: Пётр" in card.text
    assert any(str(pyotr.id) in str(entity) for entity in card.entities)


async def test_whoever_has_fewest_gets_the_next(least_open: Shop) -> None:
    pyotr, vera = await on_shift(least_open, "Пётр", "Вера")
    first, second, third = await opened(least_open, "Анна", "Борис", "Вадим")
    assert await who_has(least_open, first, second, third) == ["Пётр", "Вера", "Пётр"]

    for number in (first, third):
        here = await pyotr.topic(number)
        await here.send("Готово")
        await here.send("/close")

    assert await who_has(least_open, *await opened(least_open, "Галя", "Дина", "Егор")) == ["Пётр", "Вера", "Пётр"]
    assert await least_open.app.store.count_assigned_to(vera.id) == 2


async def test_whoever_wrote_today_is_on_shift_until_tomorrow(in_turn: Shop) -> None:
    pyotr = await in_turn.agent("Пётр")
    [first] = await opened(in_turn, "Анна")
    assert await who_has(in_turn, first) == [None]
    await (await pyotr.topic(first)).send("//смотрю")

    [second] = await opened(in_turn, "Борис")
    assert await who_has(in_turn, second) == ["Пётр"]

    await in_turn.passes(days=1)
    [third] = await opened(in_turn, "Вадим")
    assert await who_has(in_turn, third) == [None]


async def test_whoever_goes_hands_theirs_on_and_writes_on_in_peace(in_turn: Shop) -> None:
    pyotr, vera = await on_shift(in_turn, "Пётр", "Вера")
    first, second, third = await opened(in_turn, "Анна", "Борис", "Вадим")

    await pyotr.send("/Ушёл")

    assert was_told(pyotr, "2 ваших диалога переданы коллегам")
    assert await who_has(in_turn, first, second, third) == ["Вера"] * 3
    line = (await vera.topic(first)).last
    assert "Диалог теперь ведёт Вера" in line.text
    assert any(str(vera.id) in str(entity) for entity in line.entities)

    await (await pyotr.topic(first)).send("//ещё вот что")
    [fourth] = await opened(in_turn, "Галя")
    assert await who_has(in_turn, fourth) == ["Вера"]


async def test_the_last_who_goes_frees_theirs_and_the_first_who_comes_gets_them(in_turn: Shop) -> None:
    [pyotr] = await on_shift(in_turn, "Пётр")
    numbers = await opened(in_turn, "Анна", "Борис")

    await pyotr.send("/off")

    assert was_told(pyotr, "2 ваших диалога теперь ничьи")
    assert await who_has(in_turn, *numbers) == [None, None]
    assert "Пока никто не взял" in (await pyotr.topic(numbers[0])).got[0].text

    [vera] = await on_shift(in_turn, "Вера")
    assert was_told(vera, "Ещё 2 диалога ждали")
    assert await who_has(in_turn, *numbers) == ["Вера", "Вера"]


async def test_whoever_leaves_the_group_frees_theirs(in_turn: Shop) -> None:
    pyotr, vera = await on_shift(in_turn, "Пётр", "Вера")
    numbers = await opened(in_turn, "Анна", "Борис")

    await in_turn.control("group", chat_id=in_turn.group, action="member", user_id=pyotr.id, status="left")
    await in_turn.settle()

    assert await who_has(in_turn, *numbers) == ["Вера", "Вера"]
    assert was_told(vera, "Пётр больше не в группе. 1 диалог передан коллегам.")
    assert await who_has(in_turn, *await opened(in_turn, "Вадим")) == ["Вера"]


async def test_also_where_dialogs_are_taken_by_hand(desk: Desk) -> None:
    await desk.here.send("/take")

    await desk.shop.control("group", chat_id=desk.shop.group, action="member", user_id=desk.pyotr.id, status="kicked")
    await desk.shop.settle()

    assert await who_has(desk.shop, desk.number) == [None]
    assert was_told(await desk.pyotr.look(), "1 диалог теперь ничей")


async def test_where_dialogs_are_taken_by_hand_there_are_no_shifts(desk: Desk) -> None:
    await desk.pyotr.send("/on")
    assert "диалоги берут сами" in desk.pyotr.last.text

    await desk.pyotr.send("/help")
    assert "/on" not in desk.pyotr.last.text


async def test_two_at_once_get_one_each(in_turn: Shop) -> None:
    await on_shift(in_turn, "Пётр", "Вера")
    sellers = [await drafting(in_turn, name) for name in ("Анна", "Борис")]

    await asyncio.gather(*(seller.click("Создать диалог") for seller in sellers))

    waiting = await in_turn.app.store.queue(in_turn.group, 10, 0)
    assert sorted(str(each.dialog.agent_name) for each in waiting) == ["Вера", "Пётр"]


async def taps(shop: Shop, count: int) -> list[Json]:
    """So many sellers press «Создать диалог», each on such a draft."""
    anna = await drafting(shop, "Анна")
    state = await shop.app.store.fsm_state(f"{anna.id}:{anna.id}:0")
    create = next(button["callback_data"] for button in anna.last.inline if "Создать" in button["text"])
    own, made, work = orjson.dumps(state.data).decode(), [], UnitOfWork(now=shop.clock.now)
    for step in range(count):
        seller = await shop.seller(f"Анна {step}")
        key, data = f"{seller.id}:{seller.id}:0", orjson.loads(own.replace(str(anna.id), str(seller.id)))
        work.add(FsmStateSaved(key=key, state=state.state, data=data, at=work.now, version=0))
        tap = {
            "id": str(step),
            "from": {"id": seller.id, "is_bot": False, "first_name": seller.name},
            "message": {"message_id": 1, "date": 0, "chat": {"id": seller.id, "type": "private"}},
            "chat_instance": "1",
            "data": create,
        }
        made.append({"update_id": 900_000_000 + step, "callback_query": tap})
    await shop.app.store.commit(work)
    return made


async def test_many_at_once_are_all_given_and_none_is_given_up(in_turn: Shop) -> None:
    await on_shift(in_turn, "Пётр", "Вера")
    together = await taps(in_turn, 60)

    with capture_logs() as logs:
        await in_turn.app.update_worker.receive(together)
        await in_turn.app.update_worker.settle()

    waiting = await in_turn.app.store.queue(in_turn.group, 99, 0)
    assert Counter(each.dialog.agent_name for each in waiting) == {"Пётр": 30, "Вера": 30}
    assert [line for line in logs if line["event"] == "update not handled yet"] == []


async def test_in_a_plain_group_as_well(in_turn: Shop) -> None:
    await in_turn.control("group", chat_id=in_turn.group, action="forum_off")
    pyotr, vera = await on_shift(in_turn, "Пётр", "Вера")
    first, second = await opened(in_turn, "Анна", "Борис")
    assert await who_has(in_turn, first, second) == ["Пётр", "Вера"]

    await vera.send("/off")

    assert await who_has(in_turn, first, second) == ["Пётр", "Пётр"]
    assert any("Диалог теперь ведёт Пётр" in post.text for post in (await pyotr.look()).got)


async def test_an_owner_switches_it_for_a_group(shop: Shop) -> None:
    admin = await shop.admin()
    await admin.send("/settings")
    await admin.click("Распределение диалогов")
    assert "Основная группа: берут сами" in admin.buttons
    await admin.click("Основная группа")
    assert "Основная группа: по очереди" in admin.buttons
    await admin.click("Основная группа")
    assert "Основная группа: у кого меньше" in admin.buttons
    assert "в 1 группе" in admin.last.text
    await shop.restart()
    assert shop.app.desk.assignment_of(shop.group) is Assignment.LEAST_OPEN

    await admin.click("Основная группа: у кого меньше")
    assert shop.app.desk.assignment_of(shop.group) is Assignment.OFF

    await admin.send("/settings")
    await admin.click("Распределение диалогов")
    await admin.send("по очереди")
    assert "Нажмите на группу" in admin.last.text


async def test_what_comes_back_to_nobody_is_given_to_who_is_there(in_turn: Shop) -> None:
    pyotr, vera = await on_shift(in_turn, "Пётр", "Вера")
    anna = await in_turn.seller("Анна")
    number = await open_dialog(anna)
    await (await pyotr.topic(number)).send("Готово")
    await vera.send("/off")
    await pyotr.send("/off")
    assert await who_has(in_turn, number) == [None]

    await vera.send("/on")
    assert await who_has(in_turn, number) == [None]  # it waits for the seller, not for us
    await anna.send("Не помогло")

    assert await who_has(in_turn, number) == ["Вера"]
    here = await vera.topic(number)
    assert was_told(here, "Диалог теперь ведёт Вера")
    await anna.send("И ещё")
    assert sum("теперь ведёт Вера" in post.text for post in (await here.look()).got) == 1


async def test_it_is_switched_off_for_a_group_that_became_a_supergroup_too(shop: Shop, basic: int) -> None:
    admin = await shop.admin()
    await admin.send("/settings")
    await admin.click("Распределение диалогов")
    await admin.click("Основная группа")
    new = (await shop.control("group", chat_id=basic, action="upgrade"))["chat"]["id"]
    await shop.settle()
    assert shop.app.desk.assignment_of(new) is Assignment.IN_TURN

    await admin.send("/settings")
    await admin.click("Распределение диалогов")
    await admin.click("Основная группа: по очереди")
    await admin.click("Основная группа: у кого меньше")

    assert shop.app.desk.assignment_of(new) is Assignment.OFF


async def test_however_many_somebody_has_nobody_is_left_with_one(in_turn: Shop) -> None:
    pyotr, vera = Agent(11, "Пётр"), Agent(12, "Вера")
    dialogs = [
        dialog(number, group_id=in_turn.group, agent_id=pyotr.id, agent_name=pyotr.name) for number in range(1, 206)
    ]
    await in_turn.app.store.commit(opening(*dialogs))
    actions = in_turn.app.dispatcher["shift_actions"]

    going = UnitOfWork(in_turn.clock())
    assert await actions.end(going, in_turn.group, pyotr) == HandedOn(freed=205)
    await in_turn.app.store.commit(going)
    coming = UnitOfWork(in_turn.clock())
    assert await actions.begin(coming, in_turn.group, vera) == 205
