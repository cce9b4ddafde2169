"""No one outside an agents' group acts as an agent, whatever a button carries."""

import pytest

from tests.conversations.desk import Desk


@pytest.fixture
def actions(desk: Desk) -> list[str]:
    number = desk.number
    return [
        f"k:take:{number}", f"k:release:{number}", f"k:close:{number}", f"k:ask:{number}", f"k:ban:{number}",
        f"k:give:{number}", f"k:move:{number}", f"k:history:{number}", f"k:t:{number}", f"k:card:{number}",
        f"kg:{number}:{desk.pyotr.id}", f"kb:{number}:spam", f"kc:{number}",
        f"mc:{number}:0", f"mt:{number}:returns:0", f"m:{number}:return", "q:0", "qm:0",
    ]  # fmt: skip


async def test_a_stranger_presses_in_vain(desk: Desk, actions: list[str]) -> None:
    stranger = await (await desk.shop.agent("Бывший")).topic(desk.number)
    await desk.shop.control("group", chat_id=desk.shop.group, action="member", user_id=stranger.id, status="kicked")
    before, posts = desk.here.got[0].data, len(desk.here.posts)

    for data in actions:
        answer = await stranger.press(desk.here.got[0], data)
        assert answer is not None, data
        assert "только участники группы" in answer["text"], data

    assert (await desk.here.look()).got[0].data == before
    assert len(desk.here.posts) == posts


async def test_a_seller_presses_in_private_in_vain(desk: Desk, actions: list[str]) -> None:
    for data in actions:
        await desk.anna.press(desk.anna.last, data)

    assert "Создан, ждёт ответа" in (await desk.here.look()).got[0].text


async def test_a_dialog_of_another_group_is_unknown(desk: Desk) -> None:
    for number in (1, desk.number + 1, 999_999_999_999):
        answer = await desk.here.press(desk.here.got[0], f"k:close:{number}")
        assert answer is not None
        assert f"Диалог №{number} не найден" in answer["text"]


async def test_what_no_button_carries_is_answered(desk: Desk) -> None:
    for data in ("k:close:99999999999999999999999", "k:close:-1", "k:close:x", "k:fly:1", "k", "", "m:1", "q:-1", "😀"):
        answer = await desk.here.press(desk.here.got[0], data)
        assert answer is not None, data

    assert "Создан, ждёт ответа" in (await desk.here.look()).got[0].text


async def test_a_member_outside_of_the_group_writes_in_vain(desk: Desk) -> None:
    """Another person's text that looks like an agent's command stays a seller's text."""
    await desk.anna.send("/close")
    await desk.anna.send("/take")

    assert "Создан, ждёт ответа" in (await desk.here.look()).got[0].text
    assert "Пока никто не взял" in desk.here.got[0].text
