"""What waits for a seller who comes back."""

from collections.abc import Sequence

from bot.texts import Speech
from core.dialog import Dialog

MOST_DIALOGS = 5


def waiting_text(speech: Speech, dialogs: Sequence[Dialog], draft_title: str | None) -> str:
    """Dialogs where it is the seller's turn, and the draft that was not sent."""
    lines = [
        speech.t(f"home-waits-{dialog.status.value}", number=str(dialog.number)) for dialog in dialogs[:MOST_DIALOGS]
    ]
    if draft_title is not None:
        lines.append(speech.t("home-waits-draft", title=draft_title))
    return "\n".join(lines)
