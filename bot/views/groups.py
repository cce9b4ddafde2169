"""What is said of an agents' group."""

from collections.abc import Iterable

from bot.telegram.group_rights import Fitness, GroupRights
from bot.texts import Speech


def rights_in_words(speech: Speech, rights: Iterable[str]) -> str:
    return ", ".join(speech.plain(f"check-right-{right.removeprefix('can_').replace('_', '-')}") for right in rights)


def fitness_line(speech: Speech, found: GroupRights) -> str | None:
    """Why a category can't be sent to the group, or what is still missing there."""
    if found.fitness is Fitness.GOOD:
        return None
    return speech.t(
        "catalogue-group-fitness",
        fitness=found.fitness.value,
        group=str(found.group),
        title=found.title,
        rights=rights_in_words(speech, found.missing),
    )
