"""What another catalogue would change, for whoever must say yes to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.catalogue.model import Catalogue, Category, Topic


@dataclass(frozen=True, slots=True)
class Difference:
    added: tuple[Category | Topic, ...]
    removed: tuple[Category | Topic, ...]
    changed: tuple[Category | Topic, ...]  # as they will be
    synonyms: bool

    @property
    def nothing(self) -> bool:
        return not (self.added or self.removed or self.changed or self.synonyms)


def difference(before: Catalogue, after: Catalogue) -> Difference:
    old, new = _entries(before), _entries(after)
    return Difference(
        added=tuple(entry for key, entry in new.items() if key not in old),
        removed=tuple(entry for key, entry in old.items() if key not in new),
        changed=tuple(entry for key, entry in new.items() if key in old and old[key] != entry),
        synonyms=before.synonyms != after.synonyms,
    )


def _entries(catalogue: Catalogue) -> dict[tuple[type, str], Category | Topic]:
    every: Iterable[Category | Topic] = (*catalogue.every_category, *catalogue.every_topic)
    return {(type(entry), entry.key): entry for entry in every}
