"""Search over the topics by the words that sellers use."""

from core.search.index import Found, SearchIndex
from core.search.learned import Evidence, Learned, lesson

__all__ = ["Evidence", "Found", "Learned", "SearchIndex", "lesson"]
