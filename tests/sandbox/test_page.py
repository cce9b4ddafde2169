"""The page in a real browser: it talks to a sandbox of its own, and the test plays the bot."""

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LAUNCH = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
TOKEN = "42:TEST"
STARTS_WITHIN = 60.0  # seconds, on a machine that is busy
ODD_NAME = '<b>&"'

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium")


class Sandbox:
    """A sandbox in a process of its own, seen from the bot and from the control side."""

    def __init__(self, url: str) -> None:
        self.url = url

    def bot(self, method: str, **params: Any) -> Any:
        return self._post(f"/bot{TOKEN}/{method}", params)["result"]

    def control(self, path: str, **body: Any) -> Any:
        return self._post(f"/control/{path}", body)

    def state(self) -> dict[str, Any]:
        with urllib.request.urlopen(f"{self.url}/control/state", timeout=5) as answer:
            return dict(json.load(answer))

    def seller(self) -> int:
        return next(int(one["id"]) for one in self.state()["people"] if one["role"] == "seller")

    def group(self) -> int:
        return next(int(one["chat"]["id"]) for one in self.state()["chats"] if one["chat"]["type"] != "private")

    def messages(self, chat_id: int) -> list[dict[str, Any]]:
        views = {one["chat"]["id"]: one for one in self.state()["chats"]}
        return list(views[chat_id]["messages"]) if chat_id in views else []

    def next_press(self) -> dict[str, Any]:
        for _ in range(50):
            for update in self.bot("getUpdates", timeout=1, offset=self._offset):
                self._offset = update["update_id"] + 1
                if "callback_query" in update:
                    return dict(update["callback_query"])
        raise AssertionError("no button was pressed")

    _offset = 0

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        request = urllib.request.Request(
            self.url + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)


ERRANDS = [
    {"key": "write", "title": {"ru": "Напишите боту"}, "where": "private", "by": "person", "says": "", "has": ""},
    {"key": "note", "title": {"ru": "Оставьте заметку"}, "where": "group", "by": "person", "says": "^//", "has": ""},
    {"key": "outage", "title": {"ru": "Отключите Telegram"}, "where": "", "by": "", "trouble": True},
]
FILLER = [sys.executable, "-c", "print('reading'); print('12 dialogs were made.')"]


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    guide = tmp_path_factory.mktemp("guide") / "guide.json"
    guide.write_text(json.dumps({"errands": ERRANDS, "filler": FILLER}), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "sandbox", "--port", str(port), "--guide", str(guide)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    there = Sandbox(f"http://127.0.0.1:{port}")
    try:
        wait_for(there)
        yield there
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(there: Sandbox) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            there.state()
            return
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=LAUNCH)
        yield chromium
        chromium.close()


class Visitor:
    """Opens the page as often as a test needs; any error of the page fails the test."""

    def __init__(self, browser: Any, url: str) -> None:
        self._browser, self._url = browser, url
        self.errors: list[str] = []
        self._contexts: list[Any] = []

    def open(self, viewport: dict[str, int] = DESKTOP, **options: Any) -> Any:
        context = self._browser.new_context(viewport=viewport, locale="ru-RU", **options)
        context.set_default_timeout(6000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self._url)
        page.get_by_test_id("people").locator("button").first.wait_for(state="attached")
        return page

    def leave(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def visitor(browser: Any, sandbox: Sandbox) -> Iterator[Visitor]:
    sandbox.control("reset")
    one = Visitor(browser, sandbox.url)
    yield one
    one.leave()
    assert one.errors == []


def buttons(*row: tuple[str, str]) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in row]]}


def test_a_seller_writes_the_bot_answers_and_a_button_tells_its_toast(visitor: Visitor, sandbox: Sandbox) -> None:
    page = visitor.open()
    seller = sandbox.seller()
    page.get_by_test_id("composer-seller").fill("Где моя выплата?")
    page.get_by_test_id("composer-seller").press("Enter")
    feed = page.get_by_test_id("feed-seller")
    expect(feed.locator(".row.out")).to_contain_text("Где моя выплата?")
    assert sandbox.messages(seller)[-1]["text"] == "Где моя выплата?"

    sandbox.bot(
        "sendMessage", chat_id=seller, text="<b>Диалог</b> создан", parse_mode="HTML",
        reply_markup=buttons(("Открыть", "open:1"), ("Отмена", "no")),
    )  # fmt: skip
    answer = feed.locator(".row.in").last
    expect(answer.locator(".text b")).to_have_text("Диалог")

    answer.get_by_role("button", name="Открыть").click()
    press = sandbox.next_press()
    assert press["data"] == "open:1"
    sandbox.bot("answerCallbackQuery", callback_query_id=press["id"], text="Открываю")
    expect(page.get_by_test_id("toast")).to_have_text("Открываю")

    answer.get_by_role("button", name="Отмена").click()
    sandbox.bot("answerCallbackQuery", callback_query_id=sandbox.next_press()["id"], text="Точно?", show_alert=True)
    expect(page.get_by_test_id("alert")).to_contain_text("Точно?")
    page.get_by_test_id("alert-ok").click()

    sandbox.bot("editMessageText", chat_id=seller, message_id=press["message"]["message_id"], text="Диалог открыт")
    expect(answer.locator(".text")).to_contain_text("Диалог открыт")
    expect(answer.locator(".edited")).to_be_visible()
    expect(answer.get_by_test_id("inline-keyboard")).to_have_count(0)


def test_a_reply_keyboard_and_the_command_menu_write_for_the_seller(visitor: Visitor, sandbox: Sandbox) -> None:
    seller = sandbox.seller()
    sandbox.bot("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    sandbox.bot(
        "setMyCommands", commands=[{"command": "dialogs", "description": "Мои диалоги"}],
        scope={"type": "all_private_chats"}, language_code="ru",
    )  # fmt: skip
    sandbox.control("send", chat_id=seller, from_id=seller, text="/start")
    page = visitor.open()
    sandbox.bot(
        "sendMessage", chat_id=seller, text="Здравствуйте!",
        reply_markup={"keyboard": [[{"text": "Новый диалог"}]], "resize_keyboard": True},
    )  # fmt: skip
    page.get_by_test_id("reply-button").click()
    feed = page.get_by_test_id("feed-seller")
    expect(feed.locator(".row.out").last).to_contain_text("Новый диалог")

    page.get_by_test_id("keyboard-toggle-seller").click()
    expect(page.get_by_test_id("reply-keyboard")).to_be_hidden()
    page.get_by_test_id("slash-seller").click()
    expect(page.get_by_test_id("command")).to_contain_text("Мои диалоги")
    page.get_by_test_id("command").click()
    expect(feed.locator(".row.out").last).to_contain_text("/dialogs")


def test_files_of_any_size_and_from_the_disk_are_attached(visitor: Visitor, sandbox: Sandbox, tmp_path: Path) -> None:
    page = visitor.open()
    seller = sandbox.seller()
    page.get_by_test_id("attach-seller").click()
    page.get_by_test_id("attach-made-up").click()
    page.get_by_test_id("made-size").fill("11")
    page.get_by_test_id("made-name").fill("отчёт.pdf")
    page.get_by_test_id("made-count").fill("2")
    page.get_by_test_id("made-add").click()
    expect(page.get_by_test_id("attached")).to_have_count(2)
    page.get_by_test_id("composer-seller").fill("Вот отчёты")
    page.get_by_test_id("send-seller").click()
    feed = page.get_by_test_id("feed-seller")
    expect(feed.get_by_test_id("album").locator(".file-line")).to_have_count(2)
    first, second = sandbox.messages(seller)[-2:]
    assert first["document"]["file_size"] == 11 * 1024 * 1024
    assert first["caption"] == "Вот отчёты"
    assert first["media_group_id"] == second["media_group_id"]

    note = tmp_path / "записка.txt"
    note.write_text("привет", encoding="utf-8")
    page.get_by_test_id("pick-file-seller").set_input_files(note)
    page.get_by_test_id("send-seller").click()
    expect(feed.locator(".row.out").last).to_contain_text("записка.txt")
    assert sandbox.messages(seller)[-1]["document"]["file_size"] == note.stat().st_size


def test_agents_read_and_write_in_topics(visitor: Visitor, sandbox: Sandbox) -> None:
    group = sandbox.group()
    topic = sandbox.bot("createForumTopic", chat_id=group, name=f"№123456 · {ODD_NAME}")["message_thread_id"]
    page = visitor.open()
    card = sandbox.bot("sendMessage", chat_id=group, message_thread_id=topic, text="Карточка диалога")
    sandbox.bot("pinChatMessage", chat_id=group, message_id=card["message_id"])
    item = page.get_by_test_id(f"topic-{topic}")
    expect(item).to_contain_text(f"№123456 · {ODD_NAME}")
    item.click()
    feed = page.get_by_test_id("feed-group")
    expect(feed).to_contain_text("Карточка диалога")
    expect(page.get_by_test_id("pinned-group")).to_contain_text("Карточка диалога")

    page.get_by_test_id("composer-group").fill("Здравствуйте!")
    page.get_by_test_id("composer-group").press("Enter")
    expect(feed.locator(".row.out").last).to_contain_text("Здравствуйте!")
    written = sandbox.messages(group)[-1]
    assert (written["message_thread_id"], written["is_topic_message"]) == (topic, True)

    page.get_by_test_id("write-as").select_option("1087968824")
    page.get_by_test_id("composer-group").fill("Без имени")
    page.get_by_test_id("send-group").click()
    expect(feed.locator(".row.out").last).to_contain_text("Без имени")
    assert sandbox.messages(group)[-1]["sender_chat"]["id"] == group

    page.get_by_test_id("group-menu").click()
    page.get_by_test_id("topic-close").click()
    expect(item.locator(".blocked")).to_be_visible()
    page.get_by_test_id("group-menu").click()
    page.get_by_test_id("topic-delete").click()
    page.get_by_test_id("sure-ok").click()
    expect(item).to_have_count(0)


def test_messages_are_answered_changed_and_deleted(visitor: Visitor, sandbox: Sandbox) -> None:
    seller = sandbox.seller()
    sandbox.control("send", chat_id=seller, from_id=seller, text="Первое")
    page = visitor.open()
    feed = page.get_by_test_id("feed-seller")
    own = feed.locator(".row.out").first
    own.click(button="right")
    page.get_by_test_id("menu-edit").click()
    page.get_by_test_id("composer-seller").fill("Исправлено")
    page.get_by_test_id("composer-seller").press("Enter")
    expect(own).to_contain_text("Исправлено")

    own.click(button="right")
    page.get_by_test_id("menu-reply").click()
    page.get_by_test_id("composer-seller").fill("И ещё")
    page.get_by_test_id("composer-seller").press("Enter")
    expect(feed.get_by_test_id("quote")).to_contain_text("Исправлено")
    assert sandbox.messages(seller)[-1]["reply_to_message"]["text"] == "Исправлено"

    own.click(button="right")
    page.get_by_test_id("react-👍").click()
    expect(own.get_by_test_id("reactions")).to_contain_text("👍")
    own.click(button="right")
    page.get_by_test_id("menu-delete").click()
    page.get_by_test_id("sure-ok").click()
    expect(feed.locator(".row.out")).to_have_count(1)


def test_a_message_is_forwarded_to_where_one_chooses(visitor: Visitor, sandbox: Sandbox) -> None:
    seller, group = sandbox.seller(), sandbox.group()
    thread = sandbox.bot("createForumTopic", chat_id=group, name="№100001 · Возврат")["message_thread_id"]
    sandbox.control("send", chat_id=seller, from_id=seller, text="Накладная готова")
    page = visitor.open()

    page.get_by_test_id("feed-seller").locator(".row.out .text").first.click(button="right")
    page.get_by_test_id("menu-forward").click()
    page.get_by_test_id("forward").get_by_role("button", name=sandbox.state()["bot"]["first_name"]).click()

    expect(page.get_by_test_id("feed-seller").locator(".forwarded")).to_be_visible()
    forwarded = sandbox.messages(seller)[-1]
    assert forwarded["text"] == "Накладная готова"
    assert forwarded["forward_origin"]["sender_user"]["id"] == seller

    agent = next(one["id"] for one in sandbox.state()["people"] if one["role"] == "agent")
    sandbox.control("send", chat_id=group, from_id=agent, message_thread_id=thread, text="Проверил накладную")
    page.get_by_test_id("feed-group").get_by_text("Проверил накладную").click(button="right")
    page.get_by_test_id("menu-forward").click()
    page.get_by_test_id("forward").get_by_role("button", name="№100001").click()
    expect(page.get_by_test_id("feed-group").locator(".forwarded")).to_be_visible()
    assert sandbox.messages(group)[-1]["message_thread_id"] == thread


def test_what_to_try_ticks_itself_off(visitor: Visitor, sandbox: Sandbox) -> None:
    page = visitor.open()
    summary = page.get_by_test_id("errands-summary")
    expect(summary).to_have_text("Что попробовать: сделано 0 из 3")

    seller, agent = sandbox.seller(), next(one["id"] for one in sandbox.state()["people"] if one["role"] == "agent")
    sandbox.control("send", chat_id=seller, from_id=seller, text="Здравствуйте")
    expect(page.get_by_test_id("errand-write")).to_have_class("done")
    sandbox.control("send", chat_id=sandbox.group(), from_id=agent, text="просто так")
    sandbox.control("send", chat_id=sandbox.group(), from_id=agent, text="// для своих")
    expect(summary).to_have_text("Что попробовать: сделано 2 из 3")
    sandbox.control("trouble", limits=True)
    expect(summary).to_have_text("Всё попробовали")
    sandbox.control("trouble", limits=False)

    page.reload()
    expect(page.get_by_test_id("errands-summary")).to_have_text("Всё попробовали")


def test_one_button_fills_the_bot(visitor: Visitor, sandbox: Sandbox) -> None:
    page = visitor.open()

    page.get_by_test_id("fill-month").click()

    expect(page.get_by_test_id("toast")).to_contain_text("Готово")
    assert sandbox.control("fill") == {"said": "12 dialogs were made."}


def test_a_name_of_html_signs_is_shown_as_it_is(visitor: Visitor, sandbox: Sandbox) -> None:
    page = visitor.open()
    page.get_by_test_id("add-seller").click()
    page.get_by_test_id("person-first-name").fill(ODD_NAME)
    page.get_by_test_id("person-language").select_option("en")
    page.get_by_test_id("person-save").click()
    expect(page.get_by_test_id("seller-name")).to_have_text(ODD_NAME)
    person = next(one for one in sandbox.state()["people"] if one["first_name"] == ODD_NAME)
    assert person["language_code"] == "en"
    expect(page.get_by_test_id(f"person-{person['id']}")).to_contain_text(ODD_NAME)
    page.get_by_test_id("composer-seller").fill("<img src=x onerror=alert(1)>")
    page.get_by_test_id("composer-seller").press("Enter")
    expect(page.get_by_test_id("feed-seller").locator(".row.out")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.get_by_test_id("feed-seller").locator("img").count() == 0


def test_blocking_the_bot_closes_the_chat_until_it_is_unblocked(visitor: Visitor, sandbox: Sandbox) -> None:
    page = visitor.open()
    page.get_by_test_id("seller-menu").click()
    page.get_by_test_id("person-block").click()
    expect(page.get_by_test_id("composer-seller")).to_be_hidden()
    page.get_by_test_id("unblock-seller").click()
    expect(page.get_by_test_id("composer-seller")).to_be_visible()


def test_trouble_is_made_and_cleared(visitor: Visitor, sandbox: Sandbox) -> None:
    page = visitor.open()
    page.get_by_test_id("tab-trouble").click()
    page.get_by_test_id("rule-methods").fill("sendMessage")
    page.get_by_test_id("rule-retry-after").fill("3")
    page.get_by_test_id("rule-times").fill("1")
    page.get_by_test_id("rule-add").click()
    expect(page.get_by_test_id("rules")).to_contain_text("sendMessage")
    with pytest.raises(urllib.error.HTTPError) as refused:
        sandbox.bot("sendMessage", chat_id=sandbox.seller(), text="…")
    with refused.value as answer:
        assert answer.code == 429
        assert json.load(answer)["parameters"] == {"retry_after": 3}
    page.get_by_test_id("call-log").locator("summary").first.click()
    expect(page.get_by_test_id("calls").locator(".bad").first).to_contain_text("sendMessage")
    page.get_by_test_id("trouble-limits").check()
    expect(page.get_by_test_id("trouble-state")).not_to_contain_text("спокойно")
    page.get_by_test_id("trouble-clear").click()
    expect(page.get_by_test_id("trouble-state")).to_contain_text("спокойно")


def test_it_is_dark_where_the_system_is_and_on_a_switch(visitor: Visitor, sandbox: Sandbox) -> None:
    page = visitor.open(color_scheme="dark")
    assert brightness(page) < 60
    page.get_by_test_id("theme").click()
    assert brightness(page) > 200


def test_a_phone_shows_one_column_with_tabs(visitor: Visitor, sandbox: Sandbox) -> None:
    seller = sandbox.seller()
    page = visitor.open(PHONE, has_touch=True, is_mobile=True)
    expect(page.get_by_test_id("chat-seller")).to_be_hidden()
    page.get_by_test_id(f"person-{seller}").tap()
    page.get_by_test_id("composer-seller").fill("С телефона")
    page.get_by_test_id("send-seller").tap()
    expect(page.get_by_test_id("feed-seller").locator(".row.out")).to_contain_text("С телефона")
    expect(page.get_by_test_id("people")).to_be_hidden()
    for screen, shown in (("group", "topics"), ("admin", "chat-admin"), ("trouble", "trouble")):
        page.get_by_test_id(f"screen-{screen}").tap()
        expect(page.get_by_test_id(shown)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def brightness(page: Any) -> float:
    colour = page.evaluate("getComputedStyle(document.querySelector('[data-testid=chat-seller]')).backgroundColor")
    parts = [
        float(part) for part in colour[colour.index("(") + 1 : -1].replace("srgb", "").replace(",", " ").split()[:3]
    ]
    return sum(parts) / 3
