import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.operations import logs

TOKEN = "123456789:AAExampleExampleExampleExampleExample"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def afterwards() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def test_each_event_is_one_line_of_json_where_nobody_watches() -> None:
    stream = io.StringIO()
    logs.set_up("INFO", [], stream)

    structlog.get_logger().info("update taken", chat=7, name="Аня\nready")
    logging.getLogger("elsewhere").warning("slow %s", "disk")

    first, second = map(json.loads, stream.getvalue().splitlines())
    assert first["event"] == "update taken"
    assert (first["level"], first["chat"], first["name"]) == ("info", 7, "Аня\nready")
    assert (second["event"], second["level"]) == ("slow disk", "warning")


def test_words_of_people_start_no_line_of_their_own_in_a_terminal() -> None:
    stream = Terminal()
    logs.set_up("INFO", [], stream)

    structlog.get_logger().info("renamed", name="Аня\n12:00:00 [error] forged\x1b[2J")

    assert len(stream.getvalue().splitlines()) == 1
    assert "\x1b[2J" not in stream.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_no_secret_gets_into_a_line(stream: io.StringIO) -> None:
    logs.set_up("DEBUG", ["hook-secret"], stream)

    structlog.get_logger().info("call", url=f"https://api.telegram.org/bot{TOKEN}/getMe", given={"a": ["hook-secret"]})
    try:
        raise OSError(f"cannot connect to /bot{TOKEN}/sendMessage with hook-secret")
    except OSError:
        structlog.get_logger().exception("not sent")
    logging.getLogger("aiohttp").error("bad request %s", TOKEN)

    said = stream.getvalue()
    assert "getMe" in said
    assert "not sent" in said
    assert "ExampleExample" not in said
    assert "hook-secret" not in said


def test_what_others_say_at_info_is_left_out() -> None:
    stream = io.StringIO()
    logs.set_up("INFO", [], stream)

    logging.getLogger("aiogram.event").info("Update id=1 is handled")
    structlog.get_logger().debug("detail")

    assert stream.getvalue() == ""
