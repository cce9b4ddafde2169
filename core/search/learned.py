"""What the desk's own dialogs teach the search: the words of a question, and the topic under which it ended.

Data in: `learnable_stems(words)` are the stems worth keeping of a dialog's first message. Whoever stores them keeps
one `Evidence` for each stem and topic, and no text: `Evidence(stem, topic).seen(now)` where there is none yet,
`evidence.seen(now)` where there is. Data out: `Learned(all of them, now)` is what `SearchIndex` takes, and may be
made anew now and then. Evidence on topics that are no longer in the catalogue may stay: the index passes it over.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import exp2

from core.search.vocabulary import is_ordinary
from core.search.words import LONGEST_QUESTION, Stems, is_stop_word, tokens
from core.units import DAY

HALF_LIFE = 90 * DAY  # in which a dialog comes to count half
SHORTEST, LONGEST = 3, 24  # letters of a stem
FEWEST = 2  # dialogs with a word on a topic before it counts: one may be a slip
DOUBT = 2.0  # dialogs on other topics that each word is thought to have had
UNHEARD = 200.0  # words on other topics that every desk is thought to have had: the first dialogs are not the usual
LEAST = 0.1  # of the dialogs with a word, for it to speak for a topic
WORN = 0.1  # of a dialog


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often a word was asked with, by the topic that the question turned out to mean."""

    stem: str
    topic: str
    dialogs: int = 0
    weight: float = 0.0  # the dialogs, the older the less, as of `at`
    at: int = 0  # ms

    def seen(self, now: int) -> "Evidence":
        """With one dialog more."""
        return replace(self, dialogs=self.dialogs + 1, weight=self.aged(now) + 1, at=max(self.at, now))

    def aged(self, now: int) -> float:
        """The weight it has now."""
        return self.weight * exp2(-max(0, now - self.at) / HALF_LIFE)

    def is_worn(self, now: int) -> bool:
        """So old that it need not be kept."""
        return self.aged(now) < WORN


def learnable_stems(words: str) -> frozenset[str]:
    """The stems that a question is remembered by. No numbers: they are somebody's, and mean nothing to the next."""
    stems = Stems()
    telling = (stems(word) for word in tokens(words[:LONGEST_QUESTION]) if word.isalpha() and not is_stop_word(word))
    return frozenset(stem for stem in telling if SHORTEST <= len(stem) <= LONGEST and not is_ordinary(stem))


def telling_words(words: str) -> list[str]:
    """The words themselves of which a topic might be known: no numbers, nothing that is said of anything."""
    stems = Stems()
    found = (word for word in tokens(words[:LONGEST_QUESTION]) if word.isalpha() and not is_stop_word(word))
    telling = (word for word in found if SHORTEST <= len(word) <= LONGEST and not is_ordinary(stems(word)))
    return list(dict.fromkeys(telling))


class Learned:
    """What each word speaks for. Made once and never changed, so any number of readers may use it at once."""

    def __init__(self, evidence: Iterable[Evidence], now: int) -> None:
        known = [(one, one.aged(now)) for one in evidence]
        of_stem: dict[str, float] = defaultdict(float)
        of_topic: dict[str, float] = defaultdict(float)
        for one, weight in known:
            of_stem[one.stem] += weight
            of_topic[one.topic] += weight
        everything = sum(of_topic.values()) + UNHEARD
        self._speaks: dict[str, dict[str, float]] = defaultdict(dict)  # stem -> topic -> 0..1
        for one, weight in known:
            share = weight / (of_stem[one.stem] + DOUBT) - of_topic[one.topic] / everything
            if one.dialogs >= FEWEST and share >= LEAST:
                self._speaks[one.stem][one.topic] = share

    def topics(self, words: str) -> dict[str, float]:
        """By key, for how many words of the question the topic is the likely one, beyond its being a frequent one."""
        spoken: dict[str, float] = defaultdict(float)
        for stem in sorted(learnable_stems(words)):
            for topic, share in self._speaks.get(stem, {}).items():
                spoken[topic] += share
        return spoken
