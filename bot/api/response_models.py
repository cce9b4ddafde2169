"""What the API says; its OpenAPI document is made from these."""

from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, Field

from core.catalogue import Catalogue, Category
from core.dialog import Dialog, Ending, Status
from core.figures import Promises, Report
from core.message import Message, MessageState, Side
from core.person import Person
from core.tally import Tally


def moment(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC)


def moment_or_none(at: int | None) -> datetime | None:
    return None if at is None else moment(at)


class Whole(BaseModel):
    """Each field is always there, and the document says so: what has nothing to say is null."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class SellerView(BaseModel):
    id: int
    name: str
    username: str | None
    locale: str | None
    banned_at: datetime | None = Field(description="What they write is taken no more since; answers still reach them")
    unreachable_since: datetime | None = Field(description="They have blocked the bot, or their account is gone")

    @classmethod
    def of(cls, person: Person) -> "SellerView":
        locale = person.locale or person.language
        return cls(
            id=person.id,
            name=person.name,
            username=person.username,
            locale=locale,
            banned_at=moment_or_none(person.banned_at),
            unreachable_since=moment_or_none(person.unreachable_since),
        )


class AuthorView(BaseModel):
    """Who wrote, or who is in charge. Ids below zero are programs, and admins who write in the group's name."""

    id: int
    name: str


class DialogView(BaseModel):
    number: int
    status: Status
    ending: Ending | None
    seller_id: int
    category: str
    topic: str
    titles: dict[str, str] = Field(description="The topic's title when the dialog was opened: language -> title")
    agent: AuthorView | None
    opened_at: datetime
    waiting_since: datetime | None = Field(description="Support owes an answer since")
    due: datetime | None = Field(description="Until when the topic promised that answer")
    snoozed_until: datetime | None = Field(description="An agent put it off")
    first_answer_at: datetime | None
    ended_at: datetime | None
    rating: int | None
    rating_comment: str | None
    merged_into: int | None = Field(description="The dialog that it became part of: its messages are there")

    @classmethod
    def of(cls, dialog: Dialog) -> "DialogView":
        agent = AuthorView(id=dialog.agent_id, name=dialog.agent_name or "") if dialog.agent_id is not None else None
        return cls(
            number=dialog.number,
            status=dialog.status,
            ending=dialog.ending,
            seller_id=dialog.seller_id,
            category=dialog.category,
            topic=dialog.topic,
            titles=dialog.titles.topic,
            agent=agent,
            opened_at=moment(dialog.created_at),
            waiting_since=moment_or_none(dialog.waiting_since),
            due=moment_or_none(dialog.due_at),
            snoozed_until=moment_or_none(dialog.snoozed_until),
            first_answer_at=moment_or_none(dialog.first_answer_at),
            ended_at=moment_or_none(dialog.ended_at),
            rating=dialog.rating,
            rating_comment=dialog.rating_comment,
            merged_into=dialog.merged_into,
        )


class DialogDetails(DialogView):
    seller: SellerView | None


class FileView(BaseModel):
    """What is known of it. The file itself stays with Telegram."""

    name: str | None
    size: int = Field(description="Bytes; 0 where it is unknown")
    mime: str | None


class MessageView(BaseModel):
    id: str = Field(description="Grows with time")
    dialog: int
    side: Side
    author: AuthorView
    kind: str
    text: str
    asks: bool = Field(description="Support asks for a clarification")
    holds: bool = Field(description="A word of support in between, no answer")
    merged_from: int | None = Field(description="The dialog that it was said in, where that became part of this one")
    file: FileView | None
    at: datetime
    edited_at: datetime | None
    delivered_at: datetime | None = Field(description="When it reached the other side; a note never does")
    failure: str | None = Field(description="Why it could not be delivered, in a word; null where it was, or waits")
    reaction: str | None = Field(description="An emoji: the seller's on an answer, an agent's on a seller's message")

    @classmethod
    def of(cls, message: Message, state: MessageState) -> "MessageView":
        file = message.content.file
        return cls(
            id=str(message.id),
            dialog=message.dialog,
            side=message.side,
            author=AuthorView(id=message.author_id, name=message.author_name),
            kind=message.content.kind.value,
            text=message.content.text,
            asks=message.asks,
            holds=message.holds,
            merged_from=message.merged_from,
            file=FileView(name=file.name, size=file.size, mime=file.mime) if file else None,
            at=moment(message.created_at),
            edited_at=moment_or_none(message.edited_at),
            delivered_at=moment_or_none(state.delivered_at),
            failure=state.failure,
            reaction=state.reaction,
        )


class DialogPageView(BaseModel):
    items: list[DialogView]
    next: str | None


class MessagePageView(BaseModel):
    items: list[MessageView]
    next: str | None


class Done(Whole):
    """The dialog as it is after that, and the message that came of it. No word of a person is in it."""

    dialog: int
    status: Status
    message: str | None = None


class TallyView(BaseModel):
    """Times are milliseconds, shares between 0 and 1."""

    dialogs: int
    answered: int
    finished: int
    expired: int
    cancelled: int
    ratings: int
    csat: float | None
    response_rate: float | None
    first_response_median: int | None
    first_response_p90: int | None
    next_response_median: int | None
    resolution_median: int | None

    @classmethod
    def of(cls, tally: Tally) -> "TallyView":
        counted = ("dialogs", "answered", "finished", "expired", "cancelled", "ratings", "csat", "response_rate")
        return cls(
            **{name: getattr(tally, name) for name in counted},
            first_response_median=tally.first_response.median,
            first_response_p90=tally.first_response.p90,
            next_response_median=tally.next_response.median,
            resolution_median=tally.resolution.median,
        )


class PromisesView(BaseModel):
    """Answers on topics that promise one within a time."""

    made: int = Field(description="Turns of sellers that were answered, or are late")
    kept: int
    late_median: int | None = Field(description="How late the others were: milliseconds of working time")

    @classmethod
    def of(cls, promises: Promises) -> "PromisesView":
        return cls(made=promises.made, kept=promises.kept, late_median=promises.late.median)


class FiguresView(BaseModel):
    since: datetime
    until: datetime
    total: TallyView
    by_category: dict[str, TallyView]
    by_topic: dict[str, TallyView]
    by_agent: dict[str, TallyView]
    agents: dict[str, str]
    promises: PromisesView

    @classmethod
    def of(cls, report: Report) -> "FiguresView":
        return cls(
            since=moment(report.since),
            until=moment(report.until),
            total=TallyView.of(report.total),
            by_category={key: TallyView.of(tally) for key, tally in report.by_category.items()},
            by_topic={key: TallyView.of(tally) for key, tally in report.by_topic.items()},
            by_agent={str(key): TallyView.of(tally) for key, tally in report.by_agent.items()},
            agents={str(key): name for key, name in report.agents.items()},
            promises=PromisesView.of(report.promises),
        )


class TopicView(BaseModel):
    key: str
    titles: dict[str, str]
    open: bool = Field(description="A dialog may be opened on it, or moved to it")


class CategoryView(BaseModel):
    key: str
    titles: dict[str, str]
    topics: list[TopicView]

    @classmethod
    def of(cls, catalogue: Catalogue, category: Category) -> "CategoryView":
        topics = [topic for topic in catalogue.every_topic if topic.category == category.key]
        return cls(
            key=category.key,
            titles=dict(category.titles),
            topics=[
                TopicView(key=topic.key, titles=dict(topic.titles), open=catalogue.is_open(topic)) for topic in topics
            ],
        )


class CatalogueView(BaseModel):
    categories: list[CategoryView]

    @classmethod
    def of(cls, catalogue: Catalogue) -> "CatalogueView":
        return cls(categories=[CategoryView.of(catalogue, category) for category in catalogue.every_category])
