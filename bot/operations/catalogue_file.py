"""A catalogue's file on the command line: all that is wrong with it is said at once."""

from pathlib import Path
from zoneinfo import ZoneInfo

from bot.operations.command_line import CommandWrong
from bot.texts import Texts
from bot.views.catalogue_errors import sentence
from core.catalogue import Catalogue, CatalogueWrong, parse


def read_catalogue(file: Path) -> Catalogue:
    """Raises: CommandWrong, with a line for each error."""
    try:
        return parse(file.read_text(encoding="utf-8"))
    except CatalogueWrong as wrong:
        texts = Texts(ZoneInfo("UTC"))
        lines = [sentence(texts, "en", error) for error in wrong.errors]
        raise CommandWrong("\n  ".join([f"{file} is no catalogue to use:", *lines])) from None
