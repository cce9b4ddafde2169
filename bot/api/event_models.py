"""What an event says; the OpenAPI document describes it by these."""

from datetime import datetime

from pydantic import Field

from bot.api.response_models import DialogView, MessageView, Whole
from core.events import EventType


class EventData(Whole):
    dialog: DialogView
    message: MessageView | None = Field(None, description="Of `message.…`, but for a removed one")
    message_id: str | None = Field(None, description="Of a removed message")


class Event(Whole):
    """As it leaves."""

    type: EventType
    version: int = 1
    timestamp: datetime = Field(description="When it happened")
    data: EventData
