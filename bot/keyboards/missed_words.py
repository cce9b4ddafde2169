"""Words that the search did not know: one tap adds them to the topic that was meant."""

from collections.abc import Iterable
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.keyboards.buttons import Row, button
from bot.texts import Speech
from bot.views.formatting import shorten
from core.catalogue import Catalogue
from core.search_figures import Missed

LABEL_LIMIT = 60


class AddWord(CallbackData, prefix="word"):
    topic: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,24}$")]
    word: Annotated[str, Field(pattern=r"^\w{1,16}$")]  # callback data is short


def missed_rows(speech: Speech, catalogue: Catalogue, missed: Iterable[Missed]) -> list[Row]:
    rows: list[Row] = []
    for one in missed:
        topic = catalogue.topic(one.topic)
        if topic:
            label = speech.plain("missed-add", word=one.word, topic=topic.title(speech.locale))
            rows.append([button(shorten(label, LABEL_LIMIT), AddWord(topic=one.topic, word=one.word))])
    return rows
