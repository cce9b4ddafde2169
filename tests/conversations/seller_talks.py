"""What sellers' tests do again and again."""

import re

TOPIC = "Вернуть брак"


def number_in(text: str) -> int:
    found = re.search(r"№(\d+)", text)
    assert found, text
    return int(found[1])
