"""What stands above the buttons on the way to a draft."""

from collections.abc import Iterator, Sequence

from bot.texts import Speech
from bot.views.formatting import shorten
from core.announcement import Announcement
from core.catalogue import Catalogue, Category, Topic

MOST_ANNOUNCEMENTS = 3
ANNOUNCEMENT_SHOWN = 800  # characters


def topics_text(speech: Speech, category: Category, announcements: Sequence[Announcement]) -> str:
    return "\n\n".join(
        [*_announcements(speech, announcements), speech.t("new-topics", category=category.title(speech.locale))]
    )


def topic_text(speech: Speech, catalogue: Catalogue, topic: Topic, announcements: Sequence[Announcement]) -> str:
    """What may answer the question before it is asked."""
    parts = [*_announcements(speech, announcements), speech.t("new-topic", title=topic_title(speech, catalogue, topic))]
    if hint := topic.hint(speech.locale):
        parts.append(speech.t("new-hint", hint=hint))
    elif topic.link(speech.locale):
        parts.append(speech.t("new-hint-link-only"))
    return "\n\n".join(parts)


def _announcements(speech: Speech, announcements: Sequence[Announcement]) -> Iterator[str]:
    for announcement in announcements[:MOST_ANNOUNCEMENTS]:
        yield speech.t("incident-shown", text=shorten(announcement.text, ANNOUNCEMENT_SHOWN))


def topic_title(speech: Speech, catalogue: Catalogue, topic: Topic) -> str:
    """«Категория › Тема», as plain text."""
    category = catalogue.category(topic.category)
    return speech.plain(
        "new-row-topic",
        category=category.title(speech.locale) if category else topic.category,
        topic=topic.title(speech.locale),
    )


def title_of(speech: Speech, catalogue: Catalogue, key: str) -> str:
    """Of a draft's topic, which may not be chosen yet, or be gone."""
    topic = catalogue.topic(key)
    return topic_title(speech, catalogue, topic) if topic else speech.plain("new-draft-without-topic")
