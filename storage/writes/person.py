"""People."""

from collections.abc import Iterator

from core.person import PersonChanged, PersonSeen, WrittenTo
from storage import search_words as words
from storage.statements import Statement, statements


@statements.register
def _(change: PersonSeen) -> Iterator[Statement]:
    person = change.person
    if person.username:
        yield Statement("username_freed", {"id": person.id, "username": person.username.lower()})
    yield Statement(
        "person_seen",
        {
            "id": person.id,
            "name": person.name,
            "username": person.username,
            "language": person.language,
            "words": words.of_person(person.name, person.username),
            "at": change.at,
        },
    )


@statements.register
def _(change: PersonChanged) -> Iterator[Statement]:
    for column, value in change.changes.items():
        yield Statement(f"person_{column}", {"id": change.person_id, "value": value})


@statements.register
def _(change: WrittenTo) -> Iterator[Statement]:
    yield Statement("person_written_to", {"id": change.seller_id, "number": change.number})
