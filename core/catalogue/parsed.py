"""Catalogues that were read already: to read a large one takes a second or two."""

from core.catalogue.model import Catalogue

MOST_KEPT = 3


class ParsedCatalogues:
    """The last few by their text: the one in use, and those that wait for a yes."""

    def __init__(self) -> None:
        self._by_text: dict[str, Catalogue] = {}

    def remember(self, text: str, catalogue: Catalogue) -> None:
        self._by_text.pop(text, None)
        self._by_text[text] = catalogue
        while len(self._by_text) > MOST_KEPT:
            del self._by_text[next(iter(self._by_text))]

    def of(self, text: str) -> Catalogue | None:
        return self._by_text.get(text)
