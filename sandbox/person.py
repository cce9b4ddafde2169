"""People, and the bot among them."""

from dataclasses import dataclass

from sandbox.refusals import Json

ANONYMOUS = 1087968824
ANONYMOUS_BOT: Json = {
    "id": ANONYMOUS, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot",
}  # fmt: skip


@dataclass(slots=True)
class Person:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    role: str = "seller"
    blocked: bool = False  # this person blocked the bot
    started: bool = False  # wrote to the bot at least once: before that, a bot can't write
    deactivated: bool = False  # the account is gone
    voice_forbidden: bool = False  # takes no voice messages, which Telegram Premium allows

    def user(self) -> Json:
        """Bot API User."""
        told: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                told[name] = value
        return told

    def chat(self) -> Json:
        """Bot API Chat: the private one with this person."""
        told: Json = {"id": self.id, "type": "private", "first_name": self.first_name}
        for name in ("last_name", "username"):
            if value := getattr(self, name):
                told[name] = value
        return told

    def view(self) -> Json:
        told: Json = {"id": self.id, "first_name": self.first_name, "language_code": self.language_code,
                      "role": self.role, "blocked": self.blocked}  # fmt: skip
        for name in ("last_name", "username", "deactivated", "voice_forbidden"):
            if value := getattr(self, name):
                told[name] = value
        return told
