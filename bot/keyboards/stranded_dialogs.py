"""Open dialogs that stand where nobody sees them: to be sent on."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.keyboards.buttons import Row, button
from bot.texts import Speech
from bot.views.formatting import shorten

LABEL_LIMIT = 60


class SendOn(CallbackData, prefix="send-on"):
    group: Annotated[int, Field(ge=-(10**15), lt=0)]


def stranded_row(speech: Speech, group: int, title: str, count: int) -> Row:
    label = speech.plain("stranded-send-on", title=title, count=count)
    return [button(shorten(label, LABEL_LIMIT), SendOn(group=group))]
