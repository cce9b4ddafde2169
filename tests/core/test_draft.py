"""What joins a draft, what is taken out again, and what is refused."""

from itertools import count

import pytest

from core.content import Content, File, Kind, Limits, is_blank
from core.draft import MOST_PARTS, Draft
from core.errors import (
    CommentEmpty,
    DraftIncomplete,
    FileTooLarge,
    KindUnsupported,
    TooManyParts,
    TotalTooLarge,
)
from core.message import IncomingMessage, MessageRef
from core.units import MEGABYTE

LIMITS = Limits()
ids = count(1)


def words(text: str) -> IncomingMessage:
    return IncomingMessage(Content(Kind.TEXT, text), MessageRef(1, next(ids)))


def document(size: int = 1, caption: str = "", album: str | None = None) -> IncomingMessage:
    content = Content(Kind.DOCUMENT, caption, file=File("id", "unique", "акт.pdf", size))
    return IncomingMessage(content, MessageRef(1, next(ids)), album)


def draft_of(*parts: IncomingMessage, topic: str = "t") -> Draft:
    draft = Draft(topic)
    for part in parts:
        draft = draft.with_part(part, LIMITS)
    return draft


def test_the_comment_is_all_words_in_order_captions_too() -> None:
    draft = draft_of(words("раз"), document(caption="два"), document(), words("три"))
    assert draft.comment == "раз\nдва\nтри"
    assert len(draft.files) == 2


def test_it_is_complete_with_a_topic_and_a_comment() -> None:
    assert draft_of(words("да")).is_complete
    for incomplete in (draft_of(document()), draft_of(words("да"), topic=""), Draft("t")):
        with pytest.raises(DraftIncomplete):
            incomplete.must_be_ready()


def test_sizes_are_inclusive() -> None:
    draft = draft_of(*(document(10 * MEGABYTE) for _ in range(5)))
    assert draft.size == 50 * MEGABYTE
    with pytest.raises(FileTooLarge):
        Draft("t").with_part(document(10 * MEGABYTE + 1), LIMITS)
    with pytest.raises(TotalTooLarge) as refusal:
        draft.with_part(document(1), LIMITS)
    assert refusal.value.values["room"] == 0


def test_a_seller_sends_words_and_files_only() -> None:
    sticker = IncomingMessage(Content(Kind.STICKER, file=File("id", "unique")), MessageRef(1, 1))
    with pytest.raises(KindUnsupported):
        Draft("t").with_part(sticker, LIMITS)
    with pytest.raises(CommentEmpty):
        Draft("t").with_part(words("\u200b \u2060"), LIMITS)


def test_it_has_an_end() -> None:
    draft = draft_of(*(words("да") for _ in range(MOST_PARTS)))
    with pytest.raises(TooManyParts):
        draft.with_part(words("ещё"), LIMITS)


def test_the_last_is_undone() -> None:
    assert draft_of(words("раз"), document()).without_last().files == ()
    assert Draft("t").without_last() == Draft("t")


def test_files_go_and_their_captions_stay() -> None:
    first, second = document(caption="подпись", album="a"), document(album="a")
    draft = draft_of(first, second, words("текст")).with_refused()
    without = draft.without_files()
    assert (without.comment, without.files, without.refused) == ("подпись\nтекст", (), 0)
    assert [part.ref for part in draft.without_file(first.ref).files] == [second.ref]


def test_the_comment_goes_and_files_stay() -> None:
    draft = draft_of(words("раз"), document(caption="два")).without_comment()
    assert draft.comment == ""
    assert len(draft.files) == 1


def test_an_edit_replaces_its_message_and_is_judged_like_a_new_one() -> None:
    part, file = words("опечтка"), document(5 * MEGABYTE)
    draft = draft_of(part, file)
    assert draft.edited(part.ref, Content(Kind.TEXT, "опечатка"), LIMITS).comment == "опечатка"
    bigger = Content(Kind.DOCUMENT, file=File("id", "unique", size=10 * MEGABYTE))
    assert draft.edited(file.ref, bigger, LIMITS).size == 10 * MEGABYTE
    with pytest.raises(FileTooLarge):
        draft.edited(file.ref, Content(Kind.DOCUMENT, file=File("id", "unique", size=11 * MEGABYTE)), LIMITS)


def test_an_album_begins_once() -> None:
    draft = draft_of(document(album="a"))
    assert not draft.is_first_of("a")
    assert draft.is_first_of("b")
    assert draft.is_first_of(None)


def test_it_comes_back_from_its_data_as_it_was() -> None:
    draft = draft_of(words("раз"), document(7, "два", "a")).with_refused()
    assert Draft.from_data(draft.to_data()) == draft


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\u200d\u2060", "\u2800", "\u3164\ufe0f", "\u202e\u202c"])
def test_nothing_to_be_seen_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["я", "\u200bя", "😀", "👨‍👩‍👧", ".", "\u202eабв\u202c", "‮7"])
def test_a_single_letter_is_not_blank(text: str) -> None:
    assert not is_blank(text)
