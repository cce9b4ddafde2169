"""A draft's files as the albums that a messenger can show."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from core.content import Kind
from core.draft import Part

MOST_IN_ALBUM = 10

_FAMILY = {
    Kind.PHOTO: "visual",
    Kind.VIDEO: "visual",
    Kind.DOCUMENT: "document",
    Kind.AUDIO: "audio",
}


def in_albums(parts: Iterable[Part], number: int) -> Iterator[Part]:
    """The comment first, then the files, those of one family together as albums of at most ten."""
    parts = list(parts)
    yield from (replace(part, album=None) for part in parts if part.content.file is None)
    files = sorted(
        (part for part in parts if part.content.file),
        key=lambda part: _FAMILY.get(part.content.kind, "~single"),
    )
    for family, members in groupby(files, key=lambda part: _FAMILY.get(part.content.kind)):
        together = list(members)
        for start in range(0, len(together), MOST_IN_ALBUM):
            chunk = together[start : start + MOST_IN_ALBUM]
            album = f"{number}:{family}:{start}" if family and len(chunk) > 1 else None
            yield from (replace(part, album=album) for part in chunk)
