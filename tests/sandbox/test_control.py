"""The control API: what a person can do, and what the page is told."""

import asyncio
import json
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from aiohttp import web

from sandbox.first_world import GROUP, PEOPLE
from sandbox.persistence import keeper, load
from sandbox.server import build_app
from sandbox.world import World
from tests.sandbox.conftest import ADMIN, AGENT, SELLER, TOKEN, Clock, Ear, Side

ROOT = Path(__file__).resolve().parents[2]

# ---- the world at first


async def test_the_first_world_is_as_the_contract_says(people: Side) -> None:
    state = await people.get("state")
    contract = (ROOT / "sandbox" / "CONTROL.md").read_text(encoding="utf-8")

    assert {one["id"] for one in state["people"]} == {one.id for one in PEOPLE}
    assert all(str(one["id"]) in contract for one in state["people"])
    group = state["chats"][0]
    assert (group["chat"]["id"], group["chat"]["is_forum"], group["chat"]["title"]) == (GROUP, True, "Поддержка")
    assert str(GROUP) in contract
    statuses = {one["user_id"]: one["status"] for one in group["members"]}
    assert (statuses[AGENT], statuses[ADMIN]) == ("member", "creator")
    assert statuses[state["bot"]["id"]] == "administrator"


async def test_the_first_token_names_the_bot(bot: Bot, people: Side) -> None:
    assert (await bot.get_me()).id == 42

    assert (await people.get("state"))["bot"]["id"] == 42
    assert (await bot.get_chat_member(GROUP, 42)).status == "administrator"
    assert {one.user.id for one in await bot.get_chat_administrators(GROUP)} == {42, ADMIN}


async def test_a_reset_empties_the_world_but_update_ids_go_on(bot: Bot, people: Side, ear: Ear) -> None:
    await people.write("раз")
    await people.do("people", first_name="Новая")
    before = (await ear.hear())[0].update_id
    await people.do("reset")
    state = await people.get("state")
    assert len(state["people"]) == len(PEOPLE)
    assert [one["messages"] for one in state["chats"]] == [[]]

    await people.write("два")
    assert (await ear.hear())[0].update_id > before


# ---- people


async def test_a_new_person_writes_and_is_changed(people: Side, ear: Ear) -> None:
    person = await people.do("people", first_name='<b>&"', language_code="en")
    assert (person["role"], person["blocked"]) == ("seller", False)
    await people.do(f"people/{person['id']}", "PATCH", last_name="Ёж", username="ezh")
    await people.write("привет", person["id"])

    heard = (await ear.hear())[0].message
    assert heard
    assert heard.from_user
    assert (heard.from_user.full_name, heard.from_user.language_code) == ('<b>&" Ёж', "en")
    assert heard.chat.username == "ezh"


@pytest.mark.parametrize(
    ("path", "body", "why"),
    [
        ("people", {"first_name": " "}, "needs a first name"),
        ("people", {"first_name": "x", "role": "boss"}, "no role is called 'boss'"),
        ("send", {"chat_id": SELLER, "from_id": AGENT, "text": "x"}, "is not in this chat"),
        ("send", {"chat_id": GROUP, "from_id": SELLER, "text": "x"}, "is not in this group"),
        ("send", {"chat_id": SELLER, "from_id": SELLER, "text": "  "}, "the text is empty"),
        ("send", {"chat_id": SELLER, "from_id": SELLER, "text": "x" * 4097}, "longer than 4096"),
        ("send", {"chat_id": SELLER, "from_id": SELLER}, "nothing to send"),
        ("send", {"chat_id": GROUP, "from_id": AGENT, "text": "x", "message_thread_id": 99}, "no topic 99"),
        ("send", {"chat_id": SELLER, "from_id": SELLER, "text": "x", "reply_to_message_id": 9}, "no message 9"),
        ("edit", {"chat_id": SELLER, "message_id": 9, "from_id": SELLER, "text": "x"}, "no message 9"),
        ("send", {"chat_id": 5, "from_id": 5, "text": "x"}, "no chat 5"),
        ("send", {"chat_id": SELLER}, "'from_id' is missing"),
        ("group", {"chat_id": GROUP, "action": "upgrade"}, "a supergroup already"),
        ("group", {"chat_id": GROUP, "action": "explode"}, "no action is called"),
        ("topic", {"chat_id": SELLER, "action": "create", "name": "x"}, "has no topics"),
    ],
)
async def test_what_a_person_cannot_do_gets_a_sentence(people: Side, path: str, body: dict[str, Any], why: str) -> None:
    assert why in await people.refused(path, **body)


async def test_people_edit_only_their_own(bot: Bot, people: Side) -> None:
    await people.write("/start")
    sent = await bot.send_message(SELLER, "от бота")

    edit = {"chat_id": SELLER, "message_id": sent.message_id, "from_id": SELLER, "text": "моё"}
    assert "only messages of their own" in await people.refused("edit", **edit)


async def test_whoever_blocked_the_bot_cannot_write(people: Side) -> None:
    await people.do(f"people/{SELLER}", "PATCH", blocked=True)

    assert "blocked the bot" in await people.refused("send", chat_id=SELLER, from_id=SELLER, text="x")


# ---- things to send


async def test_every_kind_of_thing_arrives_as_aiogram_reads_it(people: Side, ear: Ear) -> None:
    kinds = ["photo", "document", "video", "animation", "audio", "voice", "video_note", "sticker", "contact",
             "location", "poll", "dice"]  # fmt: skip
    items = [{"kind": kind, "size": 5000, "name": f"{kind}.bin"} for kind in kinds]
    await people.do("send", chat_id=SELLER, from_id=SELLER, items=items)

    heard = [one.message for one in await ear.hear()]
    assert [one.content_type for one in heard if one] == kinds
    assert heard[1]
    assert heard[1].document
    assert (heard[1].document.file_name, heard[1].document.file_size) == ("document.bin", 5000)


async def test_bytes_go_to_the_bot_and_back(bot: Bot, people: Side, ear: Ear, http: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData(quote_fields=False)
    asked = {"chat_id": SELLER, "from_id": SELLER, "items": [{"kind": "document", "part": "file0", "caption": "вот"}]}
    form.add_field("message", json.dumps(asked))
    form.add_field("file0", "привет".encode(), filename="записка.txt")
    async with http.post(f"{people.url}/control/send", data=form) as answer:
        assert answer.status == 200

    heard = (await ear.hear())[0].message
    assert heard
    assert heard.document
    assert (heard.caption, heard.document.file_name, heard.document.mime_type) == ("вот", "записка.txt", "text/plain")
    got = await bot.download(heard.document)
    assert got
    assert got.read().decode() == "привет"
    sent = await bot.send_document(SELLER, heard.document.file_id)
    assert sent.document
    assert sent.document.file_unique_id == heard.document.file_unique_id


async def test_made_up_files_have_their_size_and_pictures_are_pictures(
    bot: Bot, people: Side, ear: Ear, http: aiohttp.ClientSession
) -> None:
    items = [{"kind": "photo", "size": 300_000}, {"kind": "document", "size": 12_345, "name": "отчёт.pdf"}]
    await people.do("send", chat_id=SELLER, from_id=SELLER, items=items)

    photo, document = (one.message for one in await ear.hear())
    assert photo
    assert photo.photo
    async with http.get(f"{people.url}/control/files/{photo.photo[-1].file_id}") as answer:
        assert (answer.status, answer.content_type) == (200, "image/png")
        assert (await answer.read()).startswith(b"\x89PNG")
    assert document
    assert document.document
    got = await bot.download(document.document)
    assert got
    assert len(got.read()) == 12_345


async def test_a_forward_says_where_it_is_from(bot: Bot, people: Side, ear: Ear) -> None:
    await people.write("/start")
    sent = await bot.send_message(SELLER, "ответ")
    source = {"chat_id": SELLER, "message_id": sent.message_id}
    await people.do("send", chat_id=SELLER, from_id=SELLER, forward_from=source)

    heard = (await ear.hear())[-1].message
    assert heard
    assert heard.text == "ответ"
    assert heard.forward_origin
    assert heard.forward_origin.type == "user"


# ---- presses, reactions, keyboards


async def test_a_press_waits_for_the_answer(bot: Bot, people: Side, ear: Ear) -> None:
    await people.write("/start")
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])
    sent = await bot.send_message(SELLER, "Точно?", reply_markup=markup)
    await ear.hear()
    press = asyncio.create_task(
        people.do("press", chat_id=SELLER, message_id=sent.message_id, from_id=SELLER, data="forged")
    )
    query = None
    async with asyncio.timeout(5):
        while query is None:
            query = next((one.callback_query for one in await bot.get_updates(offset=ear.offset, timeout=5)), None)
    assert (query.data, query.from_user.id) == ("forged", SELLER)
    await bot.answer_callback_query(query.id, text="Нельзя", show_alert=True)

    assert await press == {"answer": {"text": "Нельзя", "show_alert": True}}


async def test_the_keyboard_below_a_chat(bot: Bot, people: Side) -> None:
    await people.write("/start")
    keys = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Новый диалог")]], resize_keyboard=True)
    sent = await bot.send_message(SELLER, "Здравствуйте!", reply_markup=keys)
    assert sent.reply_markup is None
    assert (await people.chat(SELLER))["keyboard"]["keyboard"] == [[{"text": "Новый диалог"}]]

    await bot.send_message(SELLER, "Имя?", reply_markup=ForceReply(force_reply=True))
    asked = (await people.chat(SELLER))["messages"][-1]
    assert asked["reply_markup"] == {"force_reply": True}
    await bot.send_message(SELLER, "Пока", reply_markup=ReplyKeyboardRemove(remove_keyboard=True))
    assert (await people.chat(SELLER))["keyboard"] is None


async def test_reactions_of_people_and_of_the_bot_stand_together(bot: Bot, people: Side) -> None:
    message_id = (await people.write())["message_id"]
    await people.do("react", chat_id=SELLER, message_id=message_id, from_id=SELLER, emoji="👍")
    message = (await people.chat(SELLER))["messages"][-1]
    assert (message["_reactions"], message["_reactors"]) == (["👍"], {str(SELLER): "👍"})

    await people.do("react", chat_id=SELLER, message_id=message_id, from_id=SELLER, emoji="")
    assert (await people.chat(SELLER))["messages"][-1]["_reactions"] == []


# ---- looking


async def test_older_messages_of_a_topic_are_scrolled_to(people: Side, topic: int) -> None:
    for n in range(6):
        await people.agent_writes(f"в теме {n}", message_thread_id=topic)
        await people.agent_writes(f"в общем {n}")
    path = f"messages?chat_id={GROUP}&thread_id={topic}"

    newest = (await people.get(f"{path}&limit=2"))["messages"]
    assert [one["text"] for one in newest] == ["в теме 4", "в теме 5"]
    older = (await people.get(f"{path}&limit=2&before={newest[0]['message_id']}"))["messages"]
    assert [one["text"] for one in older] == ["в теме 2", "в теме 3"]
    general = (await people.get(f"messages?chat_id={GROUP}&thread_id=0"))["messages"]
    assert [one["text"] for one in general] == [f"в общем {n}" for n in range(6)]


async def test_a_deleted_message_is_gone_and_the_bot_is_not_told(bot: Bot, people: Side, ear: Ear) -> None:
    message_id = (await people.write("секрет"))["message_id"]
    await ear.hear()
    await people.do("delete", chat_id=SELLER, message_ids=[message_id])

    assert (await people.chat(SELLER))["messages"] == []
    assert await ear.hear() == []


async def test_every_call_is_written_down(bot: Bot, people: Side) -> None:
    await people.write("/start")
    await bot.send_message(SELLER, "x")
    with pytest.raises(Exception, match="message text is empty"):
        await bot.send_message(SELLER, " ")

    told = await people.get("calls?since=0")
    assert [(one["method"], one["ok"]) for one in told["calls"]] == [("sendMessage", True), ("sendMessage", False)]
    assert told["calls"][1]["description"] == "Bad Request: message text is empty"
    assert told["calls"][0]["params"]["text"] == "x"
    assert (await people.get(f"calls?since={told['next'] - 1}"))["calls"] == told["calls"][1:]


async def test_events_tell_the_page_what_happens(bot: Bot, people: Side, http: aiohttp.ClientSession) -> None:
    await people.write("/start")
    async with http.get(f"{people.url}/control/events") as stream:
        assert await stream.content.readline() == b": welcome\n"
        sent = await bot.send_message(SELLER, "раз")
        await bot.edit_message_text("два", chat_id=SELLER, message_id=sent.message_id)
        await bot.delete_message(SELLER, sent.message_id)
        await bot.send_chat_action(SELLER, "typing")
        await people.do("react", chat_id=SELLER, message_id=1, from_id=SELLER, emoji="👍")
        commands = [BotCommand(command="help", description="Помощь")]
        await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code="ru")
        await people.do("people", first_name="Новая")
        await people.do("trouble", limits=True)
        await people.do("reset")

        heard: list[str] = []
        while "reset" not in heard:
            line = await asyncio.wait_for(stream.content.readline(), 5)
            if line.startswith(b"data: "):
                heard.append(json.loads(line[6:])["type"])
    assert heard == ["message", "edited", "deleted", "action", "reaction", "commands", "person", "trouble", "reset"]


async def test_commands_are_kept_by_scope_and_language(bot: Bot, people: Side) -> None:
    scope = BotCommandScopeAllPrivateChats()
    ours = [BotCommand(command="dialogs", description="Мои диалоги")]
    await bot.set_my_commands(ours, scope=scope, language_code="ru")

    kept = await bot.get_my_commands(scope=scope, language_code="ru")
    assert [(one.command, one.description) for one in kept] == [("dialogs", "Мои диалоги")]
    assert await bot.get_my_commands(scope=scope) == []
    assert (await people.get("state"))["commands"] == [
        {
            "scope": {"type": "all_private_chats"},
            "language_code": "ru",
            "commands": [{"command": "dialogs", "description": "Мои диалоги"}],
        }
    ]
    await bot.delete_my_commands(scope=scope, language_code="ru")
    assert (await people.get("state"))["commands"] == []


# ---- kept


async def test_a_kept_world_goes_on_where_it_was(clock: Clock, tmp_path: Path, http: aiohttp.ClientSession) -> None:
    async def run(world: World, act: Any) -> Any:
        app = build_app(world)
        app.cleanup_ctx.append(keeper(world, tmp_path))
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            return await act(Side(f"http://127.0.0.1:{runner.addresses[0][1]}", http))
        finally:
            await runner.cleanup()

    async def ask(side: Side, method: str, **params: Any) -> Any:
        async with http.post(f"{side.url}/bot{TOKEN}/{method}", json=params) as answer:
            return (await answer.json())["result"]

    async def first(side: Side) -> dict[str, Any]:
        await ask(side, "setMyCommands", commands=[{"command": "help", "description": "x"}])
        topic = (await ask(side, "createForumTopic", chat_id=GROUP, name="№1"))["message_thread_id"]
        card = await ask(side, "sendMessage", chat_id=GROUP, message_thread_id=topic, text="Карточка")
        await ask(side, "pinChatMessage", chat_id=GROUP, message_id=card["message_id"])
        items = [{"kind": "document", "size": 10, "name": "a.txt"}]
        sent = await side.do("send", chat_id=SELLER, from_id=SELLER, items=items)
        await side.do("react", chat_id=SELLER, message_id=1, from_id=SELLER, emoji="👍")
        return {"state": await side.get("state"), "file": sent["messages"][0]["document"]["file_id"]}

    world = World(clock, tmp_path)
    assert not load(world, tmp_path)
    before = await run(world, first)

    async def second(side: Side) -> None:
        assert await side.get("state") == before["state"]
        heard = await ask(side, "getUpdates", timeout=0)
        assert [next(key for key in one if key != "update_id") for one in heard][-1] == "message"
        assert (await ask(side, "getFile", file_id=before["file"]))["file_size"] == 10
        again = await side.write("ещё")
        assert again["message_id"] == 2

    kept = World(clock, tmp_path)
    assert load(kept, tmp_path)
    await run(kept, second)
