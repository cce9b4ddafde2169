"""What the API takes; its OpenAPI document is made from these."""

from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from bot.api.cursor import read_cursor
from core.dialog import Status

LARGEST = 2**53 - 1  # that every language's JSON holds
LONGEST_TEXT = 3_500  # UTF-16 units: what stands above the words has its room in the messenger's 4096
MOST_ON_A_PAGE = 100


class Taken(BaseModel):
    """What comes in: a field that nobody knows is a mistake of the caller's, and is told."""

    model_config = ConfigDict(extra="forbid")


def _given_out(cursor: str) -> str:
    try:
        read_cursor(cursor)
    except ValueError:
        raise ValueError("it should be `next` of a page") from None
    return cursor


Number = Annotated[int, Field(ge=1, le=LARGEST, description="The dialog's number")]
Key = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,64}$")]
Words = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, pattern=r"^[^\x00]*$")]
Cursor = Annotated[
    str, Field(pattern=r"^[0-9a-z]{4,16}$", description="`next` of the page before"), AfterValidator(_given_out)
]


class OfDialog(Taken):
    number: Number


class PageOf(Taken):
    limit: int = Field(50, ge=1, le=MOST_ON_A_PAGE)
    cursor: Cursor | None = None


class DialogsAsked(PageOf):
    status: Status | None = None
    topic: Key | None = None
    seller_id: int | None = Field(None, ge=1, le=LARGEST)


class MessagesAsked(PageOf):
    number: Number


class FiguresAsked(Taken):
    since: AwareDatetime | None = Field(None, description="Thirty days before `until` where it is not given")
    until: AwareDatetime | None = Field(None, description="Now where it is not given; the moment itself is outside")


class NothingAsked(Taken):
    pass


class Text(Taken):
    """Plain words: nothing in them is read as formatting."""

    text: Words


class Assignment(Taken):
    to: Literal["me", "nobody"] | Annotated[int, Field(ge=1, le=LARGEST)] = Field(
        description="`me`: the owner of the token; `nobody`; or the Telegram id of a member of the agents' group"
    )


class Move(Taken):
    topic: Key


class Nothing(Taken):
    pass
