"""The world as it is at first: a shop's agents in a forum, and sellers who have not written yet."""

from copy import copy

from sandbox.chat import Chat, Member
from sandbox.person import Person

GROUP = -1001000000001
PEOPLE = (
    Person(500000001, "Мария", "Смирнова", "maria_knit", "ru", "seller"),
    Person(500000002, "Тимур", "Галиев", "", "ru", "seller"),
    Person(500000003, "Emily", "Carter", "emily_carter", "en", "seller"),
    Person(600000001, "Ольга", "Петрова", "olga_support", "ru", "agent"),
    Person(600000002, "Павел", "Ким", "pavel_support", "ru", "agent"),
    Person(700000001, "Анна", "Орлова", "anna_orlova", "ru", "admin"),
)


def people() -> dict[int, Person]:
    return {one.id: copy(one) for one in PEOPLE}


def chats(bot_id: int) -> dict[int, Chat]:
    members = {one.id: Member("creator" if one.role == "admin" else "member") for one in PEOPLE if one.role != "seller"}
    members[bot_id] = Member("administrator")
    return {GROUP: Chat(GROUP, "supergroup", "Поддержка", is_forum=True, members=members)}
