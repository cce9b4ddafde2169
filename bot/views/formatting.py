"""What people called their files and wrote: fit for one line of ours."""

import re

from bot.texts import Speech
from core.content import Content

# Embedding, override and isolate marks would turn round what stands after them.
DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")

WORDS_SHOWN = 100  # of what somebody asked for
NAME_SHOWN = 40
FIELD_SHOWN = 80  # of a value, where much else stands beside it
LONGEST_COPIED = 256  # characters that a button may hold to be copied


def one_line(text: str, most: int) -> str:
    return shorten(" ".join(DIRECTION_MARKS.sub("", text).split()), most)


def shorten(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def file_name(speech: Speech, name: str, kind: str) -> str:
    """The file's own name, or what it is where it has none."""
    return one_line(name, 60) or speech.plain("kind", kind=kind)


def file_line(speech: Speech, content: Content) -> str:
    """«чек.pdf · 1,2 МБ», as plain text."""
    assert content.file is not None
    return f"{file_name(speech, content.file.name or '', content.kind.value)} · {speech.size(content.size)}"
