"""Dialogs, messages and works for tests, complete but for what a test is about."""

from itertools import count
from typing import Any

from core.content import Content, File, Kind
from core.dialog import Dialog, DialogOpened, Ending, Event, Status, Titles
from core.message import Message, MessageAdded, MessageRef, Side, new_id
from core.outbox import Notice, NoticeKind, dialog_stream, seller_stream
from core.person import Person, PersonSeen
from core.unit_of_work import UnitOfWork
from core.units import DAY, HOUR

NOW = 1_795_579_200_000  # 25.11.2026 04:00 UTC

GROUP = -1001234567890

SELLER = Person(id=1001, name="Аня Лаврова", username="anya_shop", language="ru")
OTHER_SELLER = Person(id=1002, name="Борис", language="en")

posts = count(10_000)


def dialog(number: int = 100_001, seller: Person = SELLER, **changes: Any) -> Dialog:
    topic = changes.get("topic", "return-defect")
    given: dict[str, Any] = {
        "number": number,
        "seller_id": seller.id,
        "category": "returns",
        "topic": topic,
        "titles": Titles(category={"ru": "Возвраты", "en": "Returns"}, topic={"ru": "Брак", "en": "Defects"}),
        "group_id": GROUP,
        "created_at": NOW,
    }
    given |= changes
    given.setdefault("waiting_since", given["created_at"])
    return Dialog(**given)


def answered(number: int = 100_001, at: int = NOW + HOUR, **changes: Any) -> Dialog:
    """Answered by support at `at`, not yet delivered."""
    return dialog(number, **changes).after(Event.AGENT_ANSWERED, at)


def finished(number: int = 100_001, ending: Ending = Ending.CLOSED, at: int = NOW + DAY, **changes: Any) -> Dialog:
    return dialog(number, status=Status.FINISHED, ending=ending, ended_at=at, waiting_since=None, **changes)


def text(words: str = "Где мой возврат?") -> Content:
    return Content(Kind.TEXT, words)


def photo(caption: str = "", size: int = 1024) -> Content:
    return Content(Kind.PHOTO, caption, file=File("photo-id", "photo-unique", size=size))


def message(number: int = 100_001, content: Content | None = None, side: Side = Side.SELLER, **changes: Any) -> Message:
    at = changes.pop("created_at", NOW)
    given: dict[str, Any] = {
        "id": new_id(at),
        "dialog": number,
        "side": side,
        "author_id": SELLER.id if side is Side.SELLER else 501,
        "author_name": SELLER.name if side is Side.SELLER else "Олег",
        "content": content or text(),
        "created_at": at,
    }
    return Message(**given | changes)


def ref(chat_id: int = SELLER.id) -> MessageRef:
    """A place in the messenger where nothing stands yet."""
    return MessageRef(chat_id, next(posts))


def relay(to: Message, stream: str | None = None, due_at: int = NOW, **changes: Any) -> Notice:
    default = dialog_stream(to.dialog) if to.side is Side.SELLER else seller_stream(SELLER.id)
    return Notice(
        stream=stream or default, kind=NoticeKind.RELAY, dialog=to.dialog, message=to.id, due_at=due_at, **changes
    )


def work(*changes: Any, now: int = NOW) -> UnitOfWork:
    done = UnitOfWork(now)
    done.add(*changes)
    return done


def opening(*dialogs: Dialog, seller: Person = SELLER) -> UnitOfWork:
    """The seller is known, and opens these dialogs."""
    return work(PersonSeen(seller, NOW), *(DialogOpened(each) for each in dialogs or (dialog(),)))


def added(*messages: Message) -> UnitOfWork:
    return work(*(MessageAdded(each, ref()) for each in messages))
