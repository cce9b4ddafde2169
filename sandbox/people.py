"""People come into the world, change, and block the bot."""

from typing import Any

from sandbox.chat import Member
from sandbox.person import Person
from sandbox.refusals import Impossible, Json
from sandbox.world import World

FIRST_NEW = 510_000_000
ROLES = frozenset({"seller", "agent", "admin"})
CHANGEABLE = (
    "first_name",
    "last_name",
    "username",
    "language_code",
    "role",
    "deactivated",
    "voice_forbidden",
)


def add_person(world: World, asked: Json) -> Person:
    person = Person(FIRST_NEW + world.number(), "")
    change_person(world, person, {"language_code": "ru"} | asked)
    world.people[person.id] = person
    world.tell({"type": "person", "person": person.view()})
    return person


def change_person(world: World, person: Person, asked: Json) -> None:
    if not str(asked.get("first_name", person.first_name)).strip():
        raise Impossible("a person needs a first name")
    if asked.get("role", person.role) not in ROLES:
        raise Impossible(f"no role is called {asked['role']!r}")
    for name in CHANGEABLE:
        if name in asked:
            setattr(person, name, asked[name] if asked[name] is not None else "")
    if "blocked" in asked and asked["blocked"] != person.blocked:
        block(world, person, blocked=bool(asked["blocked"]))
    if person.id in world.people:
        world.tell({"type": "person", "person": person.view()})


def block(world: World, person: Person, *, blocked: bool) -> None:
    """The bot learns that it was blocked or let in again; unblocking lets it write, as «Restart» does."""
    person.blocked = blocked
    if not blocked:
        person.started = True
    chat = world.private(person)
    was, now = ("member", "kicked") if blocked else ("kicked", "member")
    told: dict[str, Any] = {
        "chat": world.shape(chat), "from": person.user(), "date": int(world.clock()),
        "old_chat_member": Member(was).shape(world.bot), "new_chat_member": Member(now).shape(world.bot),
    }  # fmt: skip
    world.updates.add("my_chat_member", told, f"chat {chat.id}")
