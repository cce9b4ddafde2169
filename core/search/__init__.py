"""Search over the topics by the words that sellers use."""

from core.search.index import Found, SearchIndex
from core.search.learned import Evidence, Learned, learnable_stems, telling_words

__all__ = ["Evidence", "Found", "Learned", "SearchIndex", "learnable_stems", "telling_words"]
