"""Search over the topics by the words that sellers use."""

from core.search.index import SearchIndex

__all__ = ["SearchIndex"]
