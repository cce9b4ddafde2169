"""People on the sandbox, from outside: they write, press buttons, and look at what the bot has sent."""

import json
import time
import urllib.error
import urllib.request
from typing import Any

Json = dict[str, Any]


class Telegram:
    def __init__(self, url: str) -> None:
        self.url = url
        self.group = self.admin = 0

    def until_there(self, within: float) -> None:
        deadline = time.monotonic() + within
        while True:
            try:
                state = self._get("state")
                break
            except (urllib.error.URLError, ConnectionError):
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
        self.group = next(view["chat"]["id"] for view in state["chats"] if view["chat"]["type"] == "supergroup")
        self.admin = next(person["id"] for person in state["people"] if person["role"] == "admin")

    # ---- people

    def seller(self, name: str) -> int:
        return int(self._post("people", first_name=name, language_code="ru", role="seller")["id"])

    def send(self, person: int, text: str) -> int:
        """The id of the message."""
        return self._sent(chat_id=person, from_id=person, text=text)

    def answer(self, message: Json, text: str) -> int:
        """In the topic of what a seller wrote, or in reply to it: the id of the answer."""
        topic = message.get("message_thread_id")
        where = {"message_thread_id": topic} if topic else {"reply_to_message_id": message["message_id"]}
        return self._sent(chat_id=self.group, from_id=self.admin, text=text, **where)

    def _sent(self, **message: Any) -> int:
        return int(self._post("send", **message)["messages"][0]["message_id"])

    def click(self, person: int, *labels: str) -> None:
        """Presses the newest button with one of these labels, as soon as there is one."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            for message in reversed(self._get(f"messages?chat_id={person}&limit=5")["messages"]):
                for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                    for button in row:
                        if any(label in button["text"] for label in labels):
                            self._post("press", chat_id=person, message_id=message["message_id"], from_id=person,
                                       data=button["callback_data"], wait=10)  # fmt: skip
                            return
            time.sleep(0.02)
        raise TimeoutError(f"no button {labels}")

    # ---- what the bot did

    def newest_in_group(self, limit: int) -> list[Json]:
        """Oldest first."""
        return list(self._get(f"messages?chat_id={self.group}&limit={limit}")["messages"])

    def calls(self, since: int = 0) -> tuple[list[Json], int]:
        found = self._get(f"calls?since={since}")
        return found["calls"], found["next"]

    def _get(self, path: str) -> Json:
        with urllib.request.urlopen(f"{self.url}/control/{path}", timeout=30) as answer:
            return dict(json.load(answer))

    def _post(self, path: str, **body: Any) -> Json:
        request = urllib.request.Request(
            f"{self.url}/control/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return dict(json.load(answer))
