"""The stems that the catalogue knows, and which of them a typed word may have meant."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from heapq import nlargest
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.languages import locales
from core.search.words import Stems, by_sound, is_stop_word, ordinary_stems, other_layout, tokens

Meant = dict[str, float]  # stem -> how sure, 0..1; empty: a word that the catalogue does not know

EXACT, SYNONYM, BEGUN, LONGER, MISSPELT, RELATED = 1.0, 0.85, 0.8, 0.6, 0.8, 0.8
PER_EDIT = 0.15
FEW_WORDS, MANY_WORDS = 3, 11  # among few an unknown word is a typo, among many it is a word of its own
MOST_WORDS = 40  # of a question
MOST_GUESSES = 24  # for a word
MOST_RELATED = 12  # words of the same root
SHORTEST_BEGINNING = 3
SHORTEST_ROOT = 5
LONGEST_ENDING = 4
SHORTEST_RELATIVE = 4
LEAST_ALIKE, CLOSELY_ALIKE = 0.4, 0.5  # of their letters, for an unknown word and for a known one
BESIDE_EXACT = 0.4  # what a relative of a known word counts


class Vocabulary:
    def __init__(self, stems: Iterable[str], synonyms: Mapping[str, frozenset[str]]) -> None:
        self.synonyms = synonyms
        self.known = frozenset(stems) | synonyms.keys()
        self.sorted = sorted(self.known)
        self.by_end: dict[tuple[int, str, str], list[str]] = defaultdict(list)
        self.by_letters: dict[str, list[str]] = defaultdict(list)
        for stem in self.sorted:
            self.by_end[len(stem), stem[:2], ""].append(stem)
            self.by_end[len(stem), "", stem[-2:]].append(stem)
            if len(stem) >= SHORTEST_RELATIVE and not is_ordinary(stem):
                for letters in _threes(stem):
                    self.by_letters[letters].append(stem)

    def understand(self, question: str) -> list[Meant]:
        """For each word of the question that may say something, the stems that it may mean."""
        stems = Stems()
        chunks = question.split()[:MOST_WORDS]
        trust = 1 - min(1.0, max(0, len(chunks) - FEW_WORDS) / (MANY_WORDS - FEW_WORDS))
        return [meant for chunk in chunks for meant in self._meant(chunk, stems, trust)]

    def _meant(self, chunk: str, stems: Stems, trust: float) -> list[Meant]:
        """As it was typed, with the other layout or by its sound: the first that is known, else nearly known."""
        typed = tokens(chunk)
        if not typed:
            return []
        retyped = tokens(other_layout(chunk))
        spellings = [typed, retyped if len(retyped) <= len(typed) else typed, [by_sound(word) for word in typed]]
        readings = [
            [(word, stems(word)) for word in words if not is_stop_word(word)]
            for words in dict.fromkeys(map(tuple, spellings))
        ]
        for guesses in range(3):
            for reading in readings:
                meant = [self._nearest(word, stem, trust, guesses) for word, stem in reading]
                if not reading or any(meant) or any(is_ordinary(stem) for _, stem in reading):
                    return meant
        return [{}]

    def _nearest(self, word: str, stem: str, trust: float, guesses: int) -> Meant:
        """What the word may mean, with none, one or two degrees of guessing.

        Numbers and ordinary words are clear, and one letter over and over is no word that could be guessed.
        """
        if meant := self._exact(stem):
            return meant
        if not guesses or is_ordinary(stem) or len(set(stem)) == 1:
            return {}
        return self._begun(word, stem) or (self._guessed(stem, trust) if guesses > 1 else {})

    def _exact(self, stem: str) -> Meant:
        if stem not in self.known:
            return {}
        meant = self._with_synonyms({stem: EXACT})
        return meant if is_ordinary(stem) else self._with(meant, self._related(stem, CLOSELY_ALIKE), BESIDE_EXACT)

    def _begun(self, word: str, stem: str) -> Meant:
        """The beginning of known words, or a known one with another ending."""
        if longer := self._starting_with(word) or self._starting_with(stem):
            return self._with_synonyms(dict.fromkeys(longer, BEGUN))
        for end in range(len(stem) - 1, max(SHORTEST_ROOT, len(stem) - LONGEST_ENDING) - 1, -1):
            if stem[:end] in self.known:
                return self._with_synonyms({stem[:end]: LONGER})
        return {}

    def _guessed(self, stem: str, trust: float) -> Meant:
        return self._with(self._misspelt(stem, trust) if trust else {}, self._related(stem, LEAST_ALIKE), RELATED)

    def _misspelt(self, stem: str, trust: float) -> Meant:
        """One edit in a short word, two in a long one; a swap of neighbours is one."""
        edits = 0 if len(stem) < 4 else 1 if len(stem) < 7 else 2
        alike = self._alike(stem, edits) if edits else ()
        found = process.extract(stem, alike, scorer=OSA.distance, score_cutoff=edits, limit=None)
        fewest = found[0][1] if found else 0
        nearest = sorted(known for known, edits, _ in found if edits == fewest)
        return self._with_synonyms(dict.fromkeys(nearest[:MOST_GUESSES], (MISSPELT - PER_EDIT * fewest) * trust))

    def _related(self, stem: str, at_least: float) -> Meant:
        """Words of the same root behind another prefix or ending have most of their letters in common, by threes."""
        if len(stem) < SHORTEST_RELATIVE:
            return {}
        having = [self.by_letters[letters] for letters in sorted(_threes(stem) & self.by_letters.keys())]
        both = len(stem) - 2  # threes of the two, but for the letters of the other
        fewest = at_least * (both + SHORTEST_RELATIVE) / 2
        alike = (
            (2 * common / (both + len(known)), known)
            for known, common in Counter(chain.from_iterable(having)).items()
            if common >= fewest
        )
        return {known: share for share, known in nlargest(MOST_RELATED, alike) if share >= at_least}

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

    @staticmethod
    def _with(meant: Meant, others: Meant, weight: float) -> Meant:
        for stem, sure in others.items():
            meant[stem] = max(meant.get(stem, 0.0), sure * weight)
        return meant

    def _with_synonyms(self, meant: Meant) -> Meant:
        for stem, sure in list(meant.items()):
            for other in self.synonyms.get(stem, ()):
                meant[other] = max(meant.get(other, 0.0), sure * SYNONYM)
        return meant


def is_ordinary(stem: str) -> bool:
    """A number, or a word of any talk: it tells sentences apart, and leads nowhere alone."""
    return stem.isdigit() or stem in ordinary_stems(locales())


def _threes(stem: str) -> frozenset[str]:
    """Its letters by threes; the beginning counts as a letter."""
    marked = f"^{stem}"
    return frozenset(marked[start : start + 3] for start in range(len(marked) - 2))
