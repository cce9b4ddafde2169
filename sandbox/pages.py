"""Answers that are none: pages of whatever stands before Telegram, and what a bad line leaves of an answer."""

import orjson

from sandbox.refusals import Json

HTML = """<html><head><title>502 Плохой шлюз</title></head>
<body><center><h1>502 Сервер временно недоступен</h1></center><hr><center>nginx</center></body></html>"""


class Page(Exception):
    """Goes out as it is, in place of Telegram's answer."""

    def __init__(self, status: int, content_type: str, body: bytes) -> None:
        super().__init__(f"a page: {status} {content_type}, {len(body)} bytes")
        self.status = status
        self.content_type = content_type
        self.body = body


PAGES = {
    "page_cp1251": (502, "text/html", HTML.encode("cp1251")),  # in an encoding that the header does not name
    "page_utf16": (502, "text/html; charset=utf-16", HTML.encode("utf-16")),
    "page_garbage": (503, "text/html; charset=klingon", bytes(range(256))),
    "page_empty": (502, "text/plain", b""),
}


def page(fault: str) -> Page | None:
    """What this fault shows, if it is one of these."""
    return Page(*PAGES[fault]) if fault in PAGES else None


def cut(told: Json) -> Page:
    """The first half of what Telegram said."""
    whole = orjson.dumps(told)
    return Page(200, "application/json", whole[: len(whole) // 2])
