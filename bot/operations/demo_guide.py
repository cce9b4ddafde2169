"""What the demo's page says to try, and by what the page sees that it was done."""

from dataclasses import asdict, dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.telegram.command_registry import Role, find_command
from bot.texts import Texts
from core.languages import locales


@dataclass(frozen=True, slots=True)
class Errand:
    """Done when such a message stands somewhere, or there is (or was) trouble. `says` is a regular expression."""

    key: str
    where: str = "private"  # or group
    by: str = "person"  # or bot
    says: str = ""
    has: str = ""  # one of these fields, with | between them
    trouble: bool = False


def _written(name: str) -> str:
    """A command of agents in any of its spellings."""
    command = find_command(Role.AGENT, name)
    return f"/({'|'.join((command.name, *command.spellings))})"


ERRANDS = (
    Errand("open", where="group", by="bot", has="forum_topic_created"),
    Errand("files", has="photo|document|video"),
    Errand("answer", where="group", says=r"^(?!\s*(/|\.\.))"),
    Errand("note", where="group", says=rf"^\s*(//|\.\.|{_written('note')}\s)"),
    Errand("ask", where="group", says=rf"^\s*{_written('ask')}\s"),
    Errand("rate", by="bot", says="[★⭐]"),
    Errand("figures", says=r"^\s*/stats"),
    Errand("outage", trouble=True),
)


def guide() -> list[dict[str, Any]]:
    """As the sandbox takes it: `title` by language, and the signs of its being done."""
    texts = Texts(ZoneInfo("UTC"))
    return [
        {"title": {locale: texts.plain(locale, f"demo-errand-{errand.key}") for locale in locales()}, **asdict(errand)}
        for errand in ERRANDS
    ]
