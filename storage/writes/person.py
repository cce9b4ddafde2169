"""People."""

from collections.abc import Iterator

from core.person import PersonChanged, PersonSeen, WrittenTo
from storage import words
from storage.statements import Statement, statements


@statements.register
def _(record: PersonSeen) -> Iterator[Statement]:
    person = record.person
    yield Statement(
        "person_seen",
        {
            "id": person.id,
            "name": person.name,
            "username": person.username,
            "language": person.language,
            "words": words.of_person(person.name, person.username),
            "at": record.at,
        },
    )


@statements.register
def _(record: PersonChanged) -> Iterator[Statement]:
    for column, value in record.changes.items():
        yield Statement(f"person_{column}", {"id": record.person_id, "value": value})


@statements.register
def _(record: WrittenTo) -> Iterator[Statement]:
    yield Statement("person_written_to", {"id": record.seller_id, "number": record.number})
