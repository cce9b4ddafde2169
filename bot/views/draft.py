"""The card of a dialog that is being written."""

from collections.abc import Iterator

from bot.texts import Speech
from bot.views.formatting import FIELD_SHOWN, file_line, shorten
from core.catalogue import Catalogue, Topic
from core.content import Limits
from core.draft import Draft

COMMENT_SHOWN = 2000
FILES_SHOWN = 10


def draft_card(speech: Speech, draft: Draft, catalogue: Catalogue, limits: Limits) -> str:
    """Stays within one message however long the comment is."""
    return "\n".join(
        [
            speech.t("draft-title"),
            *([speech.t("draft-follows", number=str(draft.follows))] if draft.follows else []),
            "",
            *_topic(speech, draft, catalogue),
            *_fields(speech, draft, catalogue.topic(draft.topic)),
            *_comment(speech, draft),
            *_files(speech, draft, limits),
            "",
            *_next(speech, draft, catalogue.topic(draft.topic)),
        ]
    )


def _topic(speech: Speech, draft: Draft, catalogue: Catalogue) -> Iterator[str]:
    topic = catalogue.topic(draft.topic)
    category = catalogue.category(topic.category) if topic else None
    absent = speech.plain("draft-not-chosen")
    yield speech.t("draft-category", category=category.title(speech.locale) if category else absent)
    yield speech.t("draft-topic", topic=topic.title(speech.locale) if topic else absent)


def _fields(speech: Speech, draft: Draft, topic: Topic | None) -> Iterator[str]:
    for one in topic.fields if topic else ():
        yield speech.t(
            "draft-field",
            title=one.title(speech.locale),
            required="yes" if one.required else "no",
            value=shorten(draft.answers.get(one.key) or "—", FIELD_SHOWN),
        )


def _comment(speech: Speech, draft: Draft) -> Iterator[str]:
    comment = draft.comment
    if not comment:
        yield speech.t("draft-no-comment")
        return
    yield speech.t("draft-comment", length=len(comment))
    yield speech.t("draft-comment-text", comment=shorten(comment, COMMENT_SHOWN))


def _files(speech: Speech, draft: Draft, limits: Limits) -> Iterator[str]:
    files = draft.files
    if not files:
        yield speech.t("draft-no-files")
        return
    yield speech.t(
        "draft-files",
        count=len(files),
        used=speech.texts.megabytes(speech.locale, draft.size),
        limit=speech.texts.megabytes(speech.locale, limits.max_total),
    )
    for part in files[:FILES_SHOWN]:
        yield speech.t("draft-file", file=file_line(speech, part.content))
    if len(files) > FILES_SHOWN:
        yield speech.t("draft-more-files", count=len(files) - FILES_SHOWN)


def _next(speech: Speech, draft: Draft, topic: Topic | None) -> Iterator[str]:
    """What is to be done now."""
    asked = draft.asks(topic.fields if topic else ())
    if draft.rewriting:
        yield speech.t("draft-rewriting")
    elif draft.asks_two:
        yield speech.t("draft-joined")
    elif draft.searched:
        yield speech.t("draft-searched")
    if topic is None:
        yield speech.t("draft-ask-topic")
    elif asked:
        yield speech.t("draft-ask-field", title=asked.title(speech.locale), kind=asked.kind.value)
    elif not draft.rewriting:
        yield speech.t("draft-ready" if draft.is_ready(topic.fields) else "draft-ask-comment")
