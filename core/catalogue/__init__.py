"""What sellers may ask about: categories and their topics, kept as one text that people can edit."""

from core.catalogue.fields import Wrong
from core.catalogue.model import Catalogue, CatalogueReads, Category, Topic
from core.catalogue.reading import CatalogueWrong, parse
from core.catalogue.topic_field import FieldKind, TopicField
from core.catalogue.writing import dump

__all__ = [
    "Catalogue",
    "CatalogueReads",
    "CatalogueWrong",
    "Category",
    "FieldKind",
    "Topic",
    "TopicField",
    "Wrong",
    "dump",
    "parse",
]
