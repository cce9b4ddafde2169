"""How the search does on this desk."""

from collections.abc import Iterator, Mapping, Sequence

from bot.texts import Speech
from bot.views.stats import percent
from core.search_figures import Missed, SearchEvent


def search_lines(speech: Speech, figures: Mapping[str, int]) -> Iterator[str]:
    """Below the figures of a period; nothing where nobody searched."""
    asked = figures.get(SearchEvent.ASKED, 0)
    if not asked:
        return

    def share(*events: SearchEvent) -> str:
        return percent(speech, sum(figures.get(event, 0) for event in events) / asked)

    yield ""
    yield speech.t(
        "stats-search",
        asked=asked,
        first=share(SearchEvent.FIRST),
        seen=share(SearchEvent.FIRST, SearchEvent.IN_SIGHT),
        elsewhere=share(SearchEvent.ELSEWHERE),
        nothing=share(SearchEvent.NOTHING),
        solved=figures.get(SearchEvent.SOLVED, 0),
        moved=figures.get(SearchEvent.MOVED, 0),
    )


def missed_lines(speech: Speech, missed: Sequence[Missed]) -> Iterator[str]:
    if missed:
        counts: dict[str, int] = {}
        for one in missed:
            counts[one.word] = counts.get(one.word, 0) + one.count
        yield speech.t("check-missed", words=", ".join(f"«{word}» ({count})" for word, count in counts.items()))
