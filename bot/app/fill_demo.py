"""The demo's month, put beside the bot that runs it, with the people who are in its sandbox."""

import json
import time
from pathlib import Path
from typing import Any

import aiohttp

from bot.app.desk import desk_of
from bot.operations.command_line import CommandWrong
from bot.operations.demo import settings_file
from bot.operations.demo_month import FIRST_SELLER, Cast, MadeUpMonth
from bot.settings import Settings, load_settings
from bot.texts import Speech, Texts
from core.person import Agent, Person
from storage.connect import connect
from storage.store import SqlStore


async def fill_demo(folder: Path) -> int:
    """Beside the bot that runs; how many dialogs were made. Raises: CommandWrong, where it was done before."""
    settings = _settings_of(folder)
    database = await connect(settings.database_url, serves=False)
    try:
        store = SqlStore(database)
        if await store.person(FIRST_SELLER):
            raise CommandWrong("the month is there already; delete the demo's folder to begin anew.")
        cast = await _cast(settings.telegram_api_url)
        speech = Speech(Texts(settings.zone), settings.default_locale)
        now = time.time_ns() // 1_000_000
        return await MadeUpMonth(await desk_of(store, settings), cast, speech, now).fill()
    finally:
        await database.close()


def _settings_of(folder: Path) -> Settings:
    """Those of the demo, whatever the environment says of a real desk. Raises: CommandWrong."""
    try:
        given = json.loads(settings_file(folder).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CommandWrong(f"no demo runs on {folder}: start `sellerdesk demo` first.") from None
    return load_settings(**{name.lower(): value for name, value in given.items()}, database_url="")


async def _cast(sandbox: str) -> Cast:
    """Who is there; a seller who never wrote could not be written to."""
    async with aiohttp.ClientSession(sandbox) as http:
        async with http.get("/control/state") as answer:
            people = (await answer.json())["people"]
        sellers = [one for one in people if one["role"] == "seller" and not one["blocked"]]
        for one in sellers:
            async with http.post("/control/send", json={"chat_id": one["id"], "from_id": one["id"], "text": "/start"}):
                pass
    agents = [Agent(one["id"], _name(one)) for one in people if one["role"] == "agent"]
    return Cast([Person(one["id"], _name(one), language=one["language_code"]) for one in sellers], agents)


def _name(person: dict[str, Any]) -> str:
    return " ".join(filter(None, (person["first_name"], person.get("last_name"))))
