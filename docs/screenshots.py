"""`make screenshots`: plays a morning in the demo, in both languages, and takes the pictures of README and guides.

It needs Chromium, and a font with emoji (Debian: chromium, fonts-noto-color-emoji).
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = Path(__file__).parent / "images"
PHONE = {"width": 390, "height": 780}
DESKTOP = {"width": 1280, "height": 800}
LAUNCH = ["--headless", "--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]
STARTS_WITHIN = 60  # seconds
SETTLES = 4.0  # seconds until what was said has arrived, cards too

Json = dict[str, Any]


@dataclass(frozen=True)
class Script:
    """What is said, in one language."""

    locale: str
    language: str  # as the bot's button has it
    seller: int  # who speaks it
    search: str
    comment: str
    answer: str
    note: str
    hold: str
    ask: str
    write_anyway: str
    create: str


SCRIPTS = (
    Script(
        "ru", "Русский", 500000001, "покупатель вернул пустую коробку",
        "Заказ 10203040: внутри нет платья, только пакет. Прикладываю фото с приёмки.",
        "Здравствуйте! Сверили вес: посылка вернулась пустой. Деньги за заказ вернутся на баланс сегодня до 18:00.",
        "// На приёмке 40 г вместо 600", "/минутку Сверяем вес посылки, вернусь через десять минут",
        "/вопрос Пришлите, пожалуйста, номер отправления", "Всё равно написать", "Создать диалог",
    ),
    Script(
        "en", "English", 500000003, "the buyer sent back an empty box",
        "Order 10203040: there is no dress in it, only the bag. The photos are from the warehouse.",
        "Hello! We compared the weights: the parcel came back empty. The money is back on your balance by 18:00.",
        "// 40 g on arrival instead of 600", "/hold We are comparing the weights, back in ten minutes",
        "/ask Which shipment is it, please?", "Write anyway", "Create",
    ),
)  # fmt: skip
GROUP, AGENT, ADMIN = -1001000000001, 600000001, 700000001


class Sandbox:
    def __init__(self, url: str) -> None:
        self.url = url

    def control(self, path: str, **body: Any) -> Json:
        request = urllib.request.Request(
            f"{self.url}/control/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=120) as answer:
            return dict(json.load(answer))

    def chat(self, chat_id: int) -> Json:
        with urllib.request.urlopen(f"{self.url}/control/state", timeout=10) as answer:
            views = json.load(answer)["chats"]
        return next(dict(view) for view in views if view["chat"]["id"] == chat_id)

    def says(self, person: int, text: str, chat: int | None = None, thread: int | None = None, **more: Any) -> None:
        place = {"message_thread_id": thread} if thread else {}
        said = {"text": text} if text else {}
        self.control("send", chat_id=chat or person, from_id=person, **said, **place, **more)
        time.sleep(SETTLES)

    def clicks(self, person: int, label: str) -> None:
        """The newest button of the person's chat that has this label."""
        for message in reversed(self.chat(person)["messages"]):
            for button in (one for row in message.get("reply_markup", {}).get("inline_keyboard", []) for one in row):
                if label in button["text"] and not message.get("_deleted"):
                    self.control("press", chat_id=person, from_id=person, message_id=message["message_id"],
                                 data=button["callback_data"])  # fmt: skip
                    time.sleep(SETTLES)
                    return
        raise SystemExit(f"no button {label!r} in the chat of {person}")


@contextmanager
def demo() -> Iterator[Sandbox]:
    with tempfile.TemporaryDirectory() as folder:
        arguments = [sys.executable, "-m", "bot", "demo", "--port", "8390", "--data", folder]
        process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            assert process.stdout is not None
            greeting = next(line for line in process.stdout if "http://" in line)
            yield Sandbox(re.findall(r"http://\S+", greeting)[0])
        finally:
            process.terminate()
            process.wait(timeout=30)


class Photographer:
    def __init__(self, browser: Browser, sandbox: Sandbox, script: Script) -> None:
        self._browser = browser
        self._sandbox = sandbox
        self._script = script

    def page(self, viewport: dict[str, int], **choice: Any) -> Page:
        """The page as somebody has it open, without the list of what to try."""
        script = self._script
        context = self._browser.new_context(
            viewport={"width": viewport["width"], "height": viewport["height"]},
            locale={"ru": "ru-RU", "en": "en-GB"}[script.locale],
            device_scale_factor=2 if viewport is PHONE else 1,
            color_scheme="light",
        )
        opened = {"seller": script.seller, "inChat": True, "admin": ADMIN, "agent": AGENT, **choice}
        context.add_init_script(f"sessionStorage.setItem('open', {json.dumps(json.dumps(opened))})")
        page = context.new_page()
        page.goto(self._sandbox.url)
        page.get_by_test_id("people").locator("button").first.wait_for(state="attached")
        page.add_style_tag(content=".errands { display: none }")
        page.wait_for_timeout(1500)
        return page

    def takes(self, name: str, viewport: dict[str, int], **choice: Any) -> None:
        page = self.page(viewport, **choice)
        page.screenshot(path=IMAGES / f"{name}.{self._script.locale}.png")
        page.context.close()


def play(sandbox: Sandbox, camera: Photographer, script: Script) -> None:
    seller = script.seller
    sandbox.says(seller, "/start")
    camera.takes("seller-home", PHONE, screen="sellers")
    sandbox.says(seller, "/new")
    sandbox.says(seller, script.search)
    camera.takes("seller-search", PHONE, screen="sellers")
    sandbox.says(seller, "/start t_returns-other")
    sandbox.says(seller, script.comment)
    sandbox.says(seller, "", items=[{"kind": "photo"}, {"kind": "photo"}], album=True)
    camera.takes("seller-draft", PHONE, screen="sellers")
    sandbox.clicks(seller, script.create)
    camera.takes("seller-receipt", PHONE, screen="sellers")
    thread = sandbox.chat(GROUP)["topics"][-1]["message_thread_id"]
    for said in (script.note, script.hold, script.answer):
        sandbox.says(AGENT, said, GROUP, thread)
    camera.takes("seller-answer", PHONE, screen="sellers")
    in_topic = {"tab": "group", "screen": "group", "group": GROUP, "inTopic": True, "threads": {str(GROUP): thread}}
    camera.takes("agent-dialog", DESKTOP, **in_topic)
    camera.takes("agent-phone", PHONE, **in_topic)
    sandbox.says(AGENT, "/queue", GROUP)
    camera.takes("agent-queue", PHONE, **in_topic | {"threads": {str(GROUP): 0}})
    for command in ("/start", "/check", "/stats 30d"):
        sandbox.says(ADMIN, command)
        camera.takes(f"admin-{command[1:].split()[0]}", PHONE, tab="admin", screen="admin")
    sandbox.says(seller, "/dialogs")
    camera.takes("seller-dialogs", PHONE, screen="sellers")


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, demo() as sandbox:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=LAUNCH)
        sandbox.control("fill")
        for script in SCRIPTS:
            sandbox.says(ADMIN, "/language")
            sandbox.clicks(ADMIN, script.language)
            play(sandbox, Photographer(browser, sandbox, script), script)
        browser.close()


if __name__ == "__main__":
    main()
