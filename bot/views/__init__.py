"""Data as text: what cards, lists and pages say."""
