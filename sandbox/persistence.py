"""The world in a folder, so that a demo goes on where it was."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict
from pathlib import Path

import orjson
from aiohttp import web

from sandbox.chat import Chat, Member, Topic
from sandbox.files import File
from sandbox.person import Person
from sandbox.refusals import Json
from sandbox.world import Commands, World

NAME = "world.json"
EVERY = 2.0  # seconds
VERSION = 1


def dump(world: World) -> bytes:
    kept: Json = {
        "version": VERSION,
        "bot": world.bot,
        "adopted": world.adopted,
        "last_id": world.last_id,
        "last_number": world.last_number,
        "people": [asdict(one) for one in world.people.values()],
        "chats": [dump_chat(one) for one in world.chats.values()],
        "files": [asdict(one) for one in world.files.known.values()],
        "commands": [asdict(one) for one in world.commands.values()],
        "profile": [[*key, value] for key, value in world.profile.items()],
        "updates": world.updates.dump(),
        "trouble": world.trouble.view(),
    }
    return orjson.dumps(kept)


def dump_chat(chat: Chat) -> Json:
    return {
        "id": chat.id, "type": chat.type, "title": chat.title, "is_forum": chat.is_forum,
        "pinned": chat.pinned, "keyboard": chat.keyboard, "moved_to": chat.moved_to, "last_id": chat.last_id,
        "messages": [*chat.messages.values()], "marks": [[key, value] for key, value in chat.marks.items()],
        "members": [[key, asdict(value)] for key, value in chat.members.items()],
        "topics": [asdict(one) for one in chat.topics.values()],
    }  # fmt: skip


def load(world: World, folder: Path) -> bool:
    """Whether there was a world to go on with."""
    path = folder / NAME
    if not path.exists():
        return False
    kept = orjson.loads(path.read_bytes())
    if kept.get("version") != VERSION:
        return False
    world.bot, world.adopted = kept["bot"], kept["adopted"]
    world.last_id, world.last_number = kept["last_id"], kept["last_number"]
    world.people = {one["id"]: Person(**one) for one in kept["people"]}
    world.chats = {one["id"]: load_chat(one) for one in kept["chats"]}
    for one in kept["files"]:
        world.files.remember(File(**one))
    for one in kept["commands"]:
        world.commands[repr(sorted(one["scope"].items())), one["language_code"]] = Commands(**one)
    world.profile = {(name, language): value for name, language, value in kept["profile"]}
    world.updates.load(kept["updates"])
    world.trouble.change(kept["trouble"])
    return True


def load_chat(kept: Json) -> Chat:
    kept["messages"] = {one["message_id"]: one for one in kept["messages"]}
    kept["marks"] = dict(kept["marks"])
    kept["members"] = {user_id: Member(**one) for user_id, one in kept["members"]}
    kept["topics"] = {one["id"]: Topic(**one) for one in kept["topics"]}
    return Chat(**kept)


def save(world: World, folder: Path) -> None:
    """The new file takes the old one's place whole, or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{NAME}.new"
    fresh.write_bytes(dump(world))
    fresh.replace(folder / NAME)


def changes(world: World) -> int:
    return world.changes + world.updates.received


def keeper(world: World, folder: Path) -> Callable[[web.Application], AsyncIterator[None]]:
    """Saves what changed every few seconds, and at the end; a world that nothing happened in is not written."""
    saved = changes(world)

    def save_changes() -> None:
        nonlocal saved
        if saved != changes(world):
            saved = changes(world)
            save(world, folder)

    async def watch() -> None:
        while True:
            await asyncio.sleep(EVERY)
            save_changes()

    async def run(app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(watch())
        yield
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        save_changes()

    return run
