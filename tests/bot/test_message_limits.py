"""Whatever is longest in each of its parts still fits into one message of Telegram: one that does not is not shown."""

import re
from html import unescape
from zoneinfo import ZoneInfo

import pytest

from bot.keyboards.agent_lists import FOUND_ON_A_PAGE, PAGE_SIZE
from bot.texts import Speech, Texts
from bot.views import card, dialog_page
from bot.views.agent_lists import found_row, rows
from bot.views.draft import draft_card
from core.catalogue import parse
from core.catalogue.parsing import LONGEST_TITLE, MOST_FIELDS
from core.catalogue.topic_field import LONGEST_VALUE
from core.content import Content, File, Kind, Limits
from core.dialog import Dialog, FieldValue, SellerHistory, Status, Titles
from core.draft import Draft
from core.find import FoundDialog
from core.message import IncomingMessage, Message, MessageRef, Side
from core.person import Person
from core.threads import DialogInThread, Thread

LIMIT = 4096  # characters that are seen
NOW = 1_800_000_000_000
NAME = "И" * 129  # first and last name
TITLE, VALUE, WORDS = "Т" * LONGEST_TITLE, "<&" * (LONGEST_VALUE // 2), "<&" * 2048
TITLES = Titles(category={"ru": TITLE, "en": TITLE}, topic={"ru": TITLE, "en": TITLE})
SELLER = Person(id=2**52, name=NAME, username="u" * 32, ban_reason="б" * 300, banned_at=NOW, unreachable_since=NOW)
THREAD = Thread(chat_id=-1001234567890, thread_id=7)
FILE = Content(Kind.DOCUMENT, WORDS, file=File("i", "u", "ф" * 100, size=10_000_000))

DIALOG = Dialog(
    number=10**11,
    seller_id=SELLER.id,
    category="c",
    topic="t",
    titles=TITLES,
    fields=(FieldValue({"ru": TITLE, "en": TITLE}, VALUE),) * MOST_FIELDS,
    group_id=THREAD.chat_id,
    status=Status.CREATED,
    created_at=NOW - 400 * 86_400_000,
    waiting_since=NOW - 400 * 86_400_000,
    due_at=NOW,
    snoozed_until=NOW,
    agent_id=2**52,
    agent_name=NAME,
)


@pytest.fixture(params=["ru", "en"])
def speech(request: pytest.FixtureRequest) -> Speech:
    return Speech(Texts(ZoneInfo("Europe/Moscow")), request.param)


def length(html: str) -> int:
    return len(unescape(re.sub(r"<[^>]+>", "", html)))


def said(number: int, content: Content) -> Message:
    return Message(
        id=number, dialog=DIALOG.number, side=Side.AGENT, author_id=1, author_name=NAME, content=content,
        created_at=NOW, edited_at=NOW, asks=True,
    )  # fmt: skip


def test_a_page_of_what_was_found(speech: Speech) -> None:
    found = FoundDialog(DIALOG, said(1, FILE))
    title = speech.t("find-title", words="с" * 100)
    assert length("\n\n".join([title, *[found_row(speech, found, THREAD, SELLER)] * FOUND_ON_A_PAGE])) <= LIMIT


def test_a_page_of_the_queue(speech: Speech) -> None:
    assert length(rows(speech, [DialogInThread(DIALOG, THREAD)] * PAGE_SIZE, NOW)) <= LIMIT - 300


def test_a_dialogs_card(speech: Speech) -> None:
    past = SellerHistory(dialogs=10**6, ratings=(5,) * 5)
    assert length(card.card_text(speech.texts, speech.locale, DIALOG, SELLER, past)) <= LIMIT


def test_a_page_of_a_dialog(speech: Speech) -> None:
    history = [said(number, FILE) for number in range(dialog_page.PAGE_SIZE)]
    assert length(dialog_page.dialog_page(speech, DIALOG, 500, history, 7, 99, names_agents=True)) <= LIMIT


def test_a_draft(speech: Speech) -> None:
    fields = "".join(
        f"    - {{key: f{number}, title: {{ru: {TITLE}, en: {TITLE}}}, kind: text}}\n" for number in range(MOST_FIELDS)
    )
    catalogue = parse(
        f"categories:\n- key: c\n  title: {{ru: {TITLE}, en: {TITLE}}}\n  topics:\n  - key: t\n"
        f"    title: {{ru: {TITLE}, en: {TITLE}}}\n    fields:\n{fields}"
    )
    parts = tuple(IncomingMessage(FILE, MessageRef(1, number)) for number in range(12))
    draft = Draft(
        topic="t", parts=parts, answers={f"f{number}": VALUE for number in range(MOST_FIELDS)}, follows=10**11
    )
    assert length(draft_card(speech, draft, catalogue, Limits())) <= LIMIT
