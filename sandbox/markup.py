"""Formatted text as Telegram reads it: HTML into text and entities, which count UTF-16 units."""

import html
import re
from dataclasses import dataclass

from sandbox.refusals import Json, Refused, bad_request

SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
KNOWN = {*SIMPLE, "a", "span", "tg-emoji", "tg-time"}
NAME = re.compile(r"<(/?)([^\s>]*)")
REST = re.compile(r"((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
REFERENCE = re.compile(r"&(lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
SPACE = " \t\n\r\v\f\u00a0"
UNSEEN = (
    SPACE
    + "\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029"
    + "\u202a\u202b\u202c\u202d\u202e\u2060\u2800\u3164\ufeff"
)

FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/]))"
    r"|(?P<email>(?<![\w.@])[\w.+-]+@[\w-]+\.[A-Za-z]{2,}(?:\.[A-Za-z]{2,})*)"
    r"|(?P<url>(?<![\w@])(?:https?://[^\s<>\"]+|(?:[\w-]+\.)+(?:com|ru|org|net|me|io|dev|рф)(?:/[^\s<>\"]*)?)(?<![.,!?;:)]))"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z]\w{2,31})"
    r"|(?P<hashtag>(?<![\w#&])#\w*[^\W\d]\w*)"
)


@dataclass(slots=True)
class Opened:
    tag: str
    at: int  # in UTF-16 units of the text so far
    entity: Json | None


def units(text: str) -> int:
    """UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities; Telegram's own words where it can't be read."""
    return Reader(source).read()


class Reader:
    """Reads from tag to tag."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._length = 0
        self._opened: list[Opened] = []
        self._entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        at = 0
        while (start := self._source.find("<", at)) >= 0:
            self._write(self._source[at:start])
            at = self._tag(start)
        self._write(self._source[at:])
        if self._opened:
            raise cant_parse(f'Can\'t find end tag corresponding to start tag "{self._opened[-1].tag}"')
        return "".join(self._text), self._entities

    def _write(self, piece: str) -> None:
        piece = unescape(piece)
        self._text.append(piece)
        self._length += units(piece)

    def _tag(self, start: int) -> int:
        """Takes the tag that begins at `start`; where it ends."""
        where = f"at byte offset {len(self._source[:start].encode())}"
        named = NAME.match(self._source, start)
        assert named  # the tag begins here, and any name will do
        slash, name, end = named[1], named[2].lower(), named.end()
        if not slash and name not in KNOWN and end < len(self._source):
            raise cant_parse(f'Unsupported start tag "{name}" {where}')
        rest = REST.match(self._source, end)
        if not rest:
            raise cant_parse(f"Unclosed {'end' if slash else 'start'} tag {where}")
        if slash:
            self._close(name, where)
        else:
            self._opened.append(Opened(name, self._length, self._entity(name, rest[1], where)))
        return rest.end()

    def _close(self, name: str, where: str) -> None:
        if not self._opened:
            raise cant_parse(f"Unexpected end tag {where}")
        last = self._opened.pop()
        if name and name != last.tag:
            raise cant_parse(f'Unmatched end tag {where}, expected "</{last.tag}>", found "</{name}>"')
        if last.entity and self._length > last.at:
            self._entities.append({**last.entity, "offset": last.at, "length": self._length - last.at})

    def _entity(self, name: str, attributes: str, where: str) -> Json | None:
        given = {key.lower(): unescape((value or "").strip("\"'")) for key, value in ATTRIBUTE.findall(attributes)}
        match name:
            case "span":
                if given.get("class") != "tg-spoiler":
                    raise cant_parse(f'Tag "span" must have class "tg-spoiler" {where}')
                return {"type": "spoiler"}
            case "a":
                return link(given.get("href", ""))
            case "tg-emoji":
                return {"type": "custom_emoji", "custom_emoji_id": given.get("emoji-id", "")}
            case "tg-time":
                return (
                    {"type": "date_time", "unix_time": int(given["unix"])} if given.get("unix", "").isdigit() else None
                )
            case "blockquote":
                return {"type": "expandable_blockquote" if "expandable" in given else "blockquote"}
            case "code" if self._opened and self._opened[-1].tag == "pre" and "class" in given:
                if block := self._opened[-1].entity:
                    block["language"] = given["class"].removeprefix("language-")
                return None
        return {"type": SIMPLE[name]}


def link(href: str) -> Json | None:
    if person := re.match(r"tg://user\?id=(\d+)$", href):
        return {"type": "text_mention", "user": {"id": int(person[1])}}
    if re.match(r"(https?|tg|ton|mailto|tel):", href, re.IGNORECASE):
        return {"type": "text_link", "url": href}
    if re.match(r"[\w-]+(\.[\w-]+)+", href):
        return {"type": "text_link", "url": f"http://{href}/" if "/" not in href else f"http://{href}"}
    return None  # Telegram shows the words and drops a link that leads nowhere


def unescape(text: str) -> str:
    return REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def cant_parse(why: str) -> Refused:
    return bad_request(f"can't parse entities: {why}")


def tidy(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Cuts spaces at both ends, and the entities with them."""
    text = text.replace("\r", "")
    whole = text.rstrip(SPACE)
    kept = whole.lstrip(SPACE)
    if not kept.strip(UNSEEN):
        return "", []
    if not entities:
        return kept, []
    cut, end = units(whole[: len(whole) - len(kept)]), units(kept)
    fixed = []
    for entity in entities:
        start = max(0, entity["offset"] - cut)
        stop = min(end, entity["offset"] + entity["length"] - cut)
        if stop > start:
            fixed.append({**entity, "offset": start, "length": stop - start})
    return kept, sorted(fixed, key=lambda one: (one["offset"], -one["length"]))


def found_entities(text: str, entities: list[Json]) -> list[Json]:
    """Commands, links and the like that Telegram marks by itself, where no entity of the sender stands."""
    if not any(sign in text for sign in "/@#."):
        return entities
    taken = [(one["offset"], one["offset"] + one["length"]) for one in entities if one["type"] in CLOSED]
    found = []
    for match in FOUND.finditer(text):
        start, length = units(text[: match.start()]), units(match[0])
        if not any(begin < start + length and start < end for begin, end in taken):
            found.append({"type": match.lastgroup, "offset": start, "length": length})
    return sorted([*entities, *found], key=lambda one: (one["offset"], -one["length"])) if found else entities


CLOSED = frozenset({"code", "pre", "text_link", "text_mention"})
