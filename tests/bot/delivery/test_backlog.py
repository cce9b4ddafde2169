"""Who goes next: the most urgent, within what one chat may have at once, whatever waits for others."""

from bot.delivery.backlog import AT_ONCE, Backlog
from core.outbox import Priority, StreamHead

DEAD, BUSY = -1, -2


def head(
    stream: str, first: int, chat: int = BUSY, priority: Priority = Priority.PEOPLE, due_at: int = 0
) -> StreamHead:
    return StreamHead(stream, first, first, priority, due_at, chat)


def test_a_dead_group_with_ever_so_much_is_in_nobodys_way() -> None:
    backlog = Backlog()
    for number in range(50_000):
        backlog.add(head(f"dialog:{number}", number, DEAD))
    assert len(list(backlog.start(0))) == AT_ONCE

    backlog.add(head("dialog:99999", 99_999, BUSY))

    assert list(backlog.start(0)) == ["dialog:99999"]


def test_an_announcement_to_everybody_holds_up_no_answer() -> None:
    backlog = Backlog()
    for person in range(1, 22_500):
        backlog.add(head(f"person:{person}", person, person, Priority.REMINDERS))
    assert len(list(backlog.start(0))) == AT_ONCE

    backlog.add(head("person:22000", 30_000, 22_000))  # who was told nothing yet

    assert list(backlog.start(0)) == ["person:22000"]


def test_cards_leave_room_for_words() -> None:
    backlog = Backlog()
    for number in range(100):
        backlog.add(head(f"card:{number}", number, priority=Priority.CARDS))
    list(backlog.start(0))

    backlog.add(head("dialog:1", 101))

    assert list(backlog.start(0)) == ["dialog:1"]


def test_a_stream_is_on_its_way_once() -> None:
    backlog = Backlog()
    backlog.add(head("dialog:1", 1))
    assert list(backlog.start(0)) == ["dialog:1"]

    backlog.add(head("dialog:1", 2))
    assert list(backlog.start(0)) == []

    backlog.back("dialog:1", carried=(1, 1), again_at=None)
    assert list(backlog.start(0)) == ["dialog:1"]
    backlog.back("dialog:1", carried=(1, 2), again_at=None)
    assert list(backlog.start(0)) == []
    assert backlog.waiting == 0


def test_what_was_overtaken_by_something_more_urgent_goes_after_it() -> None:
    backlog = Backlog()
    backlog.add(head("person:1", 5, 1, Priority.REMINDERS))
    backlog.add(head("person:1", 10, 1))
    assert list(backlog.start(0)) == ["person:1"]

    backlog.back("person:1", carried=(10, 10), again_at=None)

    assert list(backlog.start(0)) == ["person:1"]


def test_what_failed_rests_also_when_it_is_read_again() -> None:
    backlog = Backlog()
    backlog.add(head("dialog:1", 1))
    list(backlog.start(0))
    backlog.back("dialog:1", carried=(0, 0), again_at=500)

    backlog.add(head("dialog:1", 1))

    assert list(backlog.start(499)) == []
    assert backlog.next_due == 500
    assert list(backlog.start(500)) == ["dialog:1"]


def test_the_oldest_goes_first_when_one_comes_back() -> None:
    backlog = Backlog()
    for number in range(AT_ONCE + 3):
        backlog.add(head(f"dialog:{number}", 100 - number))
    gone = list(backlog.start(0))

    backlog.back(gone[0], carried=(0, 1_000), again_at=None)

    assert len(list(backlog.start(0))) == 1


def test_a_new_term_begins_with_what_is_not_on_its_way() -> None:
    backlog = Backlog()
    backlog.add(head("dialog:1", 1))
    list(backlog.start(0))

    backlog.clear()
    backlog.add(head("dialog:1", 1))

    assert list(backlog.start(0)) == []


def test_in_a_burst_only_peoples_words_leave() -> None:
    backlog = Backlog()
    backlog.add(head("card:1", 1, priority=Priority.CARDS))
    backlog.add(head("dialog:1", 2))

    assert list(backlog.start(0, only_people=True)) == ["dialog:1"]
    assert backlog.people == 1
    backlog.back("dialog:1", carried=(2, 2), again_at=None)

    assert backlog.people == 0
    assert list(backlog.start(0)) == ["card:1"]
