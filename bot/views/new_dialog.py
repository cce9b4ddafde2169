"""What stands above the buttons on the way to a draft."""

from collections.abc import Iterator, Sequence

from bot.texts import Speech
from bot.views.formatting import shorten
from core.announcement import Announcement
from core.catalogue import Catalogue, Category, Topic

MOST_ANNOUNCEMENTS = 3
ANNOUNCEMENT_SHOWN = 800  # characters
A_LITTLE_WORD = 3  # letters: nothing ends in «и»
SHOWN_ON_A_PHONE = 34  # characters of a button


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
        yield speech.t("announcement-shown", text=shorten(announcement.text, ANNOUNCEMENT_SHOWN))


def topic_title(speech: Speech, catalogue: Catalogue, topic: Topic) -> str:
    """«Категория › Тема», as plain text."""
    category = catalogue.category(topic.category)
    return speech.plain(
        "new-row-topic",
        category=category.title(speech.locale) if category else topic.category,
        topic=topic.title(speech.locale),
    )


def topic_label(speech: Speech, catalogue: Catalogue, topic: Topic, wait: int | None = None) -> str:
    """The same on a button: a phone cuts the end, so the category gives way and the topic's title stays whole."""
    title, category = topic.title(speech.locale), catalogue.category(topic.category)
    if category is None or category.key == topic.key:
        return button_label(speech, [title], wait)
    words = category.title(speech.locale).split()
    shorter = (" ".join(words[:count]) for count in range(len(words), 0, -1) if len(words[count - 1]) > A_LITTLE_WORD)
    labels = [speech.plain("new-row-topic", category=name, topic=title) for name in shorter]
    return button_label(speech, [*labels, title], wait)


def again_label(speech: Speech, topic: str, wait: int | None = None) -> str:
    """«✏️ Новый диалог: Возврат брака», on its topic's title."""
    return button_label(
        speech, [speech.plain(key, topic=topic) for key in ("writing-again", "writing-again-short")], wait
    )


def button_label(speech: Speech, labels: Sequence[str], wait: int | None = None) -> str:
    """The first that a phone shows whole, else the last; behind it, how long it takes until its topic is free."""
    if wait:
        labels = [speech.plain("new-not-free-yet", label=label, left=speech.brief(wait)) for label in labels]
    return next((label for label in labels if len(label) <= SHOWN_ON_A_PHONE), labels[-1])


def title_of(speech: Speech, catalogue: Catalogue, key: str) -> str:
    """Of a draft's topic; «none» where it is not chosen yet, or is gone."""
    topic = catalogue.topic(key)
    return topic_title(speech, catalogue, topic) if topic else "none"
