"""What sellers may ask about: categories and their topics, kept as one text that people can edit."""

from core.catalogue.fields import Wrong
from core.catalogue.model import Catalogue, CatalogueReads, Category, Topic
from core.catalogue.parsing import CatalogueWrong, parse
from core.catalogue.serializing import dump
from core.catalogue.topic_field import FieldKind, TopicField

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
