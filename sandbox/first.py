"""The world as it is at first: a shop's agents in a forum, and sellers who have not written yet."""

from sandbox.chat import Chat, Member
from sandbox.person import Person
from sandbox.world import World

GROUP = -1001000000001
PEOPLE = (
    Person(500000001, "Мария", "Смирнова", "maria_knit", "ru", "seller"),
    Person(500000002, "Тимур", "Галиев", "", "ru", "seller"),
    Person(500000003, "Emily", "Carter", "emily_carter", "en", "seller"),
    Person(600000001, "Ольга", "Петрова", "olga_support", "ru", "agent"),
    Person(600000002, "Павел", "Ким", "pavel_support", "ru", "agent"),
    Person(700000001, "Анна", "Орлова", "anna_orlova", "ru", "admin"),
)


def fill(world: World) -> None:
    """From nothing; ids of updates go on, since a running bot remembers how far it came."""
    world.empty()
    world.updates.forget()
    world.limits.forget()
    for one in PEOPLE:
        world.people[one.id] = Person(one.id, one.first_name, one.last_name, one.username, one.language_code, one.role)
    members = {one.id: Member("creator" if one.role == "admin" else "member") for one in PEOPLE if one.role != "seller"}
    members[world.bot_id] = Member("administrator")
    world.chats[GROUP] = Chat(GROUP, "supergroup", "Поддержка", is_forum=True, members=members)
    world.changes += 1
