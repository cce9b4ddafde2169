"""A refusal as a sentence."""

from typing import Any

from bot.texts import Speech
from bot.views.formatting import file_name
from bot.views.status_icons import stars
from core.catalogue.model import in_locale
from core.errors import Refusal


def refusal_key(speech: Speech, refusal: Refusal, *, for_agents: bool) -> str:
    """Agents are told in other words where the locale has them."""
    key = f"refusal-{refusal.code}"
    return f"{key}-for-agents" if for_agents and speech.texts.has(speech.locale, f"{key}-for-agents") else key


def refusal_sentence(speech: Speech, refusal: Refusal, *, for_agents: bool) -> str:
    return speech.plain(refusal_key(speech, refusal, for_agents=for_agents), **readable(speech, refusal.values))


def readable(speech: Speech, values: dict[str, Any]) -> dict[str, Any]:
    """The refusal's values as people read them."""
    forms: dict[str, Any] = {
        "number": str,
        "into": str,
        "left": speech.duration,
        "size": speech.size,
        "limit": speech.size,
        "room": speech.size,
        "stars": stars,
        "ending": lambda ending: speech.plain(f"ending-{ending}"),
        "reason": lambda reason: reason or "none",
        "field": lambda titles: in_locale(titles, speech.locale),
    }
    shown = {name: forms[name](value) if name in forms else value for name, value in values.items()}
    if "name" in values and "kind" in values:
        shown["what"] = file_name(speech, values["name"], values["kind"])
    return shown
