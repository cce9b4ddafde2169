"""Other bots live in the group, too: what is said to them is nobody's words, and our name may change."""

import pytest

from sandbox.world import BOT_USERNAME, World
from tests.conversations.desk import Desk
from tests.conversations.shop import File


@pytest.mark.parametrize(
    "words", ["/ask@other_bot как бы его отшить?", "/note@other_bot тсс", "/take@other_bot", "/stats@other_bot",
              "\u200b/ask@other_bot ну?", "/@other_bot", "/find@other_bot возврат", "/help@other_bot"],
)  # fmt: skip
async def test_a_command_for_another_bot_is_nobodys_word(desk: Desk, words: str) -> None:
    before = len((await desk.here.look()).got), len((await desk.anna.look()).got)

    [said] = await desk.here.send(words)
    await desk.here.edit(said, words + " !")

    assert (len((await desk.here.look()).got), len((await desk.anna.look()).got)) == before
    assert not said.reactions
    assert len(await desk.shop.app.store.last_messages(desk.number, 10)) == 1


async def test_a_file_with_a_caption_for_another_bot_stays_too(desk: Desk) -> None:
    before = len((await desk.anna.look()).got)

    await desk.here.send("/ask@other_bot что это?", File("photo"))

    assert len((await desk.anna.look()).got) == before


@pytest.mark.parametrize("name", [BOT_USERNAME, BOT_USERNAME.upper()])
async def test_a_command_for_us_by_name(desk: Desk, name: str) -> None:
    await desk.here.send(f"/take@{name}")
    assert "Ведёт: Пётр" in (await desk.here.look()).got[0].text

    await desk.here.send(f"/ask@{name} Какой номер?")
    assert "Какой номер?" in (await desk.anna.look()).last.text


async def test_our_new_name_is_known_at_once(desk: Desk, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await desk.here.send(f"/take@{BOT_USERNAME}")
    await desk.here.send("/release")
    monkeypatch.setattr("bot.telegram.written_command.ASKS_AGAIN_AFTER", 0.0)
    world.bot["username"] = "renamed_desk_bot"

    await desk.here.send("/take@renamed_desk_bot")

    assert "Ведёт: Пётр" in (await desk.here.look()).got[0].text
    await desk.here.send(f"/release@{BOT_USERNAME}")
    assert "Ведёт: Пётр" in (await desk.here.look()).got[0].text


async def test_marks_that_nobody_sees_before_a_command_change_nothing(desk: Desk) -> None:
    await desk.here.send("\u200b/take")

    assert "Ведёт: Пётр" in (await desk.here.look()).got[0].text
