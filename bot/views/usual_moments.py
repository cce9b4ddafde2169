"""Until when a dialog is usually put off."""

from enum import StrEnum

from bot.texts import Speech


class UsualMoment(StrEnum):
    """What each means is read as if it had been typed."""

    HOUR = "hour"
    HOURS = "hours"
    TOMORROW = "tomorrow"
    MONDAY = "monday"
    WEEK = "week"

    @property
    def words(self) -> str:
        return {UsualMoment.HOUR: "1h", UsualMoment.HOURS: "3h", UsualMoment.WEEK: "7d"}.get(self, self.value)

    def label(self, speech: Speech) -> str:
        return speech.plain(f"later-{self}")


def named(speech: Speech, words: str) -> str:
    """«завтра утром», as it stands within a line."""
    label = next((moment.label(speech) for moment in UsualMoment if moment.words == words), words)
    return label[:1].lower() + label[1:]
