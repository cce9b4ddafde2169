"""The stems that the catalogue knows, and which of them a typed word may have meant."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.search.words import STOP_WORDS, Stems, in_cyrillic, other_layout, tokens

Meant = dict[str, float]  # stem -> how sure, 0..1

EXACT, SYNONYM, BEGUN, LONGER, MISSPELT = 1.0, 0.75, 0.8, 0.6, 0.8
PER_EDIT = 0.15
MOST_WORDS = 40  # of a question
MOST_GUESSES = 24  # for a word
SHORTEST_BEGINNING = 3
SHORTEST_ROOT = 5
LONGEST_ENDING = 4


class Vocabulary:
    def __init__(self, stems: Iterable[str], synonyms: Mapping[str, frozenset[str]]) -> None:
        self.synonyms = synonyms
        self.known = frozenset(stems) | synonyms.keys()
        self.sorted = sorted(self.known)
        self.by_end: dict[tuple[int, str, str], list[str]] = defaultdict(list)
        for stem in self.sorted:
            self.by_end[len(stem), stem[:2], ""].append(stem)
            self.by_end[len(stem), "", stem[-2:]].append(stem)

    def understand(self, question: str) -> list[Meant]:
        """For each word of the question that can be understood, the stems it may mean."""
        stems = Stems()
        chunks = question.split()[:MOST_WORDS]
        return [meant for chunk in chunks for meant in self._meant(chunk, stems) if meant]

    def _meant(self, chunk: str, stems: Stems) -> list[Meant]:
        """As it was typed, with the other layout or by its sound: the first that is known, else nearly known."""
        typed = tokens(chunk)
        if STOP_WORDS.issuperset(typed):
            return []
        readings = (typed, tokens(other_layout(chunk)), [in_cyrillic(word) for word in typed])
        for look_up in (self._exact, self._begun, self._misspelt):
            for reading in dict.fromkeys(map(tuple, readings)):
                words = [(word, stems(word)) for word in reading if word not in STOP_WORDS]
                if any(look_up(*word) for word in words):
                    return [self._exact(*word) or self._begun(*word) or self._misspelt(*word) for word in words]
        return []

    def _exact(self, word: str, stem: str) -> Meant:
        return self._with_synonyms({stem: EXACT}) if stem in self.known else {}

    def _begun(self, word: str, stem: str) -> Meant:
        """The beginning of known words, or a known one with another ending."""
        if longer := self._starting_with(word) or self._starting_with(stem):
            return self._with_synonyms(dict.fromkeys(longer, BEGUN))
        for end in range(len(stem) - 1, max(SHORTEST_ROOT, len(stem) - LONGEST_ENDING) - 1, -1):
            if stem[:end] in self.known:
                return self._with_synonyms({stem[:end]: LONGER})
        return {}

    def _misspelt(self, word: str, stem: str) -> Meant:
        """One edit in a short word, two in a long one; a swap of neighbours is one."""
        edits = 0 if len(stem) < 4 else 1 if len(stem) < 7 else 2
        alike = self._alike(stem, edits) if edits else ()
        found = process.extract(stem, alike, scorer=OSA.distance, score_cutoff=edits, limit=None)
        fewest = found[0][1] if found else 0
        nearest = sorted(known for known, edits, _ in found if edits == fewest)
        return self._with_synonyms(dict.fromkeys(nearest[:MOST_GUESSES], MISSPELT - PER_EDIT * fewest))

    def _alike(self, stem: str, edits: int) -> set[str]:
        """Of about the same length, and the same at the beginning or at the end: few typos spoil both."""
        found: set[str] = set()
        for length in range(len(stem) - edits, len(stem) + edits + 1):
            found.update(self.by_end.get((length, stem[:2], ""), ()))
            found.update(self.by_end.get((length, "", stem[-2:]), ()))
        return found

    def _starting_with(self, beginning: str) -> list[str]:
        if len(beginning) < SHORTEST_BEGINNING:
            return []
        start = bisect_left(self.sorted, beginning)
        return [stem for stem in self.sorted[start : start + MOST_GUESSES] if stem.startswith(beginning)]

    def _with_synonyms(self, meant: Meant) -> Meant:
        for stem, sure in list(meant.items()):
            for other in self.synonyms.get(stem, ()):
                meant[other] = max(meant.get(other, 0.0), sure * SYNONYM)
        return meant
