"""The stems that the catalogue knows, and which of them a typed word may have meant."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

Meant = dict[str, float]  # stem -> how sure, 0..1

EXACT, SYNONYM, PREFIX, LONGER, TYPO = 1.0, 0.75, 0.8, 0.6, 0.8
PER_EDIT = 0.15
SHORTEST_PREFIX = 3
SHORTEST_ROOT = 5
MOST_GUESSES = 24


class Vocabulary:
    def __init__(self, stems: Iterable[str], synonyms: Mapping[str, frozenset[str]]) -> None:
        self.synonyms = synonyms
        self.known = frozenset(stems) | synonyms.keys()
        self.sorted = sorted(self.known)
        self.by_length: dict[int, list[str]] = {}
        for stem in self.sorted:
            self.by_length.setdefault(len(stem), []).append(stem)

    def exact(self, word: str, stem: str) -> Meant:
        return self._with_synonyms({stem: EXACT}) if stem in self.known else {}

    def begun(self, word: str, stem: str) -> Meant:
        """The word is the beginning of known ones, or goes on where a known one ends."""
        longer = self._starting_with(word) or self._starting_with(stem)
        if longer:
            return self._with_synonyms(dict.fromkeys(longer, PREFIX))
        for end in range(len(stem) - 1, SHORTEST_ROOT - 1, -1):
            if stem[:end] in self.known and len(stem) - end <= 4:
                return self._with_synonyms({stem[:end]: LONGER})
        return {}

    def misspelt(self, word: str, stem: str) -> Meant:
        """One edit in a short word, two in a long one; a swap of neighbours is one."""
        edits = 0 if len(stem) < 4 else 1 if len(stem) < 7 else 2
        if not edits:
            return {}
        near = [
            known
            for length in range(len(stem) - edits, len(stem) + edits + 1)
            for known in self.by_length.get(length, ())
        ]
        found = process.extract(stem, near, scorer=OSA.distance, score_cutoff=edits, limit=MOST_GUESSES)
        if not found:
            return {}
        fewest = found[0][1]
        return self._with_synonyms({known: TYPO - PER_EDIT * edits for known, edits, _ in found if edits == fewest})

    def _starting_with(self, beginning: str) -> list[str]:
        if len(beginning) < SHORTEST_PREFIX:
            return []
        start = bisect_left(self.sorted, beginning)
        found = self.sorted[start : start + MOST_GUESSES]
        return [stem for stem in found if stem.startswith(beginning)]

    def _with_synonyms(self, meant: Meant) -> Meant:
        for stem, sure in list(meant.items()):
            for other in self.synonyms.get(stem, ()):
                meant[other] = max(meant.get(other, 0.0), sure * SYNONYM)
        return meant
