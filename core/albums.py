"""Files as the albums that a messenger can show."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from core.content import Content, Kind
from core.message import IncomingMessage
from core.units import SECOND

MOST_IN_ALBUM = 10
ALBUM_SETTLES = 3 * SECOND  # after its last item, until an album is taken as complete
ALONE = "~alone"  # sorts after the others

_FAMILY = {
    Kind.PHOTO: "visual",
    Kind.VIDEO: "visual",
    Kind.DOCUMENT: "document",
    Kind.AUDIO: "audio",
}

Thing = TypeVar("Thing")


def in_albums(parts: Iterable[IncomingMessage], number: int) -> Iterator[IncomingMessage]:
    """The comment first, then the files, those of one family together as albums of at most ten."""
    parts = list(parts)
    yield from (replace(part, album=None) for part in parts if part.content.file is None)
    files = [part for part in parts if part.content.file]
    for place, together in enumerate(_together(files, lambda part: part.content.kind)):
        album = f"{number}:{place}" if len(together) > 1 else None
        yield from (replace(part, album=album) for part in together)


def albums(files: Iterable[Content]) -> Iterator[list[Content]]:
    """Lists of at most ten that can be sent together; what stands alone is a list of one."""
    yield from _together(files, lambda content: content.kind)


def _together(things: Iterable[Thing], kind_of: Callable[[Thing], Kind]) -> Iterator[list[Thing]]:
    def family(thing: Thing) -> str:
        return _FAMILY.get(kind_of(thing), ALONE)

    for name, members in groupby(sorted(things, key=family), key=family):
        of_one_family = list(members)
        most = 1 if name == ALONE else MOST_IN_ALBUM
        for start in range(0, len(of_one_family), most):
            yield of_one_family[start : start + most]
