"""What people do at the desk. Each deed reads what is kept, decides, and puts its records into a Work.

A deed that is not allowed raises a Refusal. Nothing here is kept until the Work is committed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from core.catalogue import Catalogue, Topic
from core.content import FROM_SELLER, Content, Kind, Limits, is_blank
from core.dialog import DAY, Dialog, Event, Titles
from core.draft import Draft, MessageRef, Part
from core.errors import (
    Banned,
    CommentEmpty,
    CooldownActive,
    DialogFinished,
    DialogUnknown,
    KindUnsupported,
    RatedAlready,
    TopicUnknown,
)
from core.message import Message, Side, new_id
from core.notices import Notice, NoticeKind, Priority, card, dialog_lane, line, seller_lane, tell
from core.ports import Store
from core.search import SearchIndex
from core.work import (
    AlbumGrew,
    CatalogueReplaced,
    DialogChanged,
    DialogOpened,
    MessageAdded,
    MessageEdited,
    Noted,
    Person,
    PersonChanged,
    TopicTaken,
    Work,
    WrittenTo,
)

SECOND = 1_000
USUAL_ANSWER_OVER = 30 * DAY
ALBUM_SETTLES = 1_500  # ms after its last item until an album is taken as complete
CARD_SETTLES = 3_000  # ms in which changes of one card are merged
MOST_IN_ALBUM = 10


@dataclass(slots=True)
class Rules:
    """What a shop sets. Times in ms; 0 in `remind_before` means no reminder."""

    cooldown: int = 15 * 60 * SECOND
    auto_close: int = 3 * DAY
    remind_before: int = DAY
    limits: Limits = Limits()
    home_group: int = 0


@dataclass(frozen=True, slots=True)
class Agent:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it came: what, where from, part of which album, in reply to which message of the history."""

    content: Content
    ref: MessageRef
    album: str | None = None
    reply_to: int | None = None


class Desk:
    def __init__(self, store: Store, rules: Rules, catalogue: Catalogue) -> None:
        self.store = store
        self.rules = rules
        self.use_catalogue(catalogue)

    # ---- the catalogue

    def use_catalogue(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.search = SearchIndex(catalogue)

    def replace_catalogue(self, work: Work, admin_id: int, text: str) -> None:
        """`text` was checked by core.catalogue.parse. Used from the commit on by `use_catalogue`."""
        work.put(CatalogueReplaced(text=text, at=work.now, by=admin_id))
        work.put(Noted(by=admin_id, deed="catalogue-replaced", at=work.now))

    def topic(self, key: str) -> Topic:
        topic = self.catalogue.topic(key)
        if topic is None:
            raise TopicUnknown()
        return topic

    # ---- a seller opens, follows, ends

    async def check_cooldown(self, seller_id: int, topic: str, now: int) -> None:
        taken = await self.store.topic_taken(seller_id, topic)
        if taken is None:
            return
        at, number = taken
        left = at + self.rules.cooldown - now
        if left > 0:
            raise CooldownActive(left=left, number=number)

    async def open(self, work: Work, seller: Person, draft: Draft) -> Dialog:
        draft.must_be_complete()
        topic = self.topic(draft.topic)
        await self.check_cooldown(seller.id, topic.key, work.now)
        dialog = await self._new_dialog(seller, topic, draft, work.now)
        work.put(
            TopicTaken(
                seller_id=seller.id,
                topic=topic.key,
                number=dialog.number,
                at=work.now,
                free_before=work.now - self.rules.cooldown,
            ),
            DialogOpened(dialog),
            PersonChanged(seller.id, {"writing_to": dialog.number}),
        )
        work.tell(
            Notice(
                lane=dialog_lane(dialog.number), kind=NoticeKind.OPEN, dialog=dialog.number, due_at=work.now
            )
        )
        for part in in_albums(draft.parts, dialog.number):
            self._add_message(work, dialog, Side.SELLER, seller.id, seller.name,
                              Letter(part.content, part.ref, part.album), work.now)  # fmt: skip
        work.tell(
            tell(
                seller.id,
                "created",
                work.now,
                dialog=dialog.number,
                files=len(draft.files),
                of=len(draft.files) + draft.refused,
                usual=await self.store.usual_answer(topic.key, work.now - USUAL_ANSWER_OVER),
            )
        )
        return dialog

    async def _new_dialog(self, seller: Person, topic: Topic, draft: Draft, now: int) -> Dialog:
        category = self.catalogue.category(topic.category)
        assert category is not None, "a topic stands in a category"
        return Dialog(
            number=await self.store.next_number(),
            seller_id=seller.id,
            category=category.key,
            topic=topic.key,
            titles=Titles(category=dict(category.titles), topic=dict(topic.titles)),
            group_id=category.group or self.rules.home_group,
            created_at=now,
            waiting_since=now,
            has_files=bool(draft.files),
        )

    async def dialog_of(self, seller_id: int, number: int) -> Dialog:
        """A seller's own dialog; somebody else's is unknown to them."""
        dialog = await self.store.dialog(number)
        if dialog is None or dialog.seller_id != seller_id:
            raise DialogUnknown(number=number)
        return dialog

    async def add(self, work: Work, seller: Person, number: int, letter: Letter) -> Dialog:
        """The seller adds to a dialog; returns it as it was before, so that the caller sees what changed."""
        dialog = await self.dialog_of(seller.id, number)
        changed = dialog.after(Event.SELLER_WROTE, work.now)
        await self._check_letter(letter)
        has_files = dialog.has_files or letter.content.file is not None
        work.put(DialogChanged(replace(changed, has_files=has_files)))
        if seller.writing_to != number:
            work.put(PersonChanged(seller.id, {"writing_to": number}))
        due_at = work.now + (ALBUM_SETTLES if letter.album else 0)
        self._add_message(work, dialog, Side.SELLER, seller.id, seller.name, letter, due_at)
        if changed.status is not dialog.status:
            work.tell(card(number, work.now + CARD_SETTLES))
        return dialog

    async def _check_letter(self, letter: Letter) -> None:
        if letter.content.kind not in FROM_SELLER:
            raise KindUnsupported(kind=letter.content.kind.value)
        if letter.content.file is None and is_blank(letter.content.text):
            raise CommentEmpty()
        before = await self.store.album_size(letter.album) if letter.album else 0
        self.rules.limits.check(letter.content, before)

    async def cancel(self, work: Work, seller: Person, number: int) -> Dialog:
        dialog = (await self.dialog_of(seller.id, number)).after(Event.CANCELLED, work.now)
        work.put(DialogChanged(dialog))
        self._forget_writing(work, seller, number)
        work.tell(line(number, "cancelled", work.now), card(number, work.now))
        return dialog

    async def rate(self, work: Work, seller: Person, number: int, stars: int) -> Dialog:
        dialog = (await self.dialog_of(seller.id, number)).rated(stars, work.now)
        work.put(DialogChanged(dialog))
        self._forget_writing(work, seller, number)
        work.tell(line(number, "rated", work.now, stars=stars), card(number, work.now))
        return dialog

    async def comment_rating(self, work: Work, seller: Person, number: int, comment: str) -> Dialog:
        dialog = await self.dialog_of(seller.id, number)
        if dialog.rating is None:
            raise DialogFinished(number=number, ending=dialog.ending.value if dialog.ending else "")
        if dialog.rating_comment is not None:
            raise RatedAlready(number=number, stars=dialog.rating)
        if is_blank(comment):
            raise CommentEmpty()
        dialog = replace(dialog, rating_comment=comment)
        work.put(DialogChanged(dialog))
        work.tell(line(number, "rating-comment", work.now, stars=dialog.rating, comment=comment))
        return dialog

    def _forget_writing(self, work: Work, seller: Person, number: int) -> None:
        if seller.writing_to == number:
            work.put(PersonChanged(seller.id, {"writing_to": None}))

    # ---- agents

    def answer(
        self, work: Work, agent: Agent, dialog: Dialog, letter: Letter, *, asks: bool = False
    ) -> Dialog:
        """An agent's message to the seller, as an answer or (`asks`) a request for a clarification."""
        changed = dialog.after(Event.AGENT_ASKED if asks else Event.AGENT_ANSWERED, work.now)
        if changed.agent_id is None:
            changed = replace(changed, agent_id=agent.id, agent_name=agent.name)
        work.put(DialogChanged(changed), WrittenTo(dialog.seller_id, dialog.number))
        due_at = work.now + (ALBUM_SETTLES if letter.album else 0)
        self._add_message(work, dialog, Side.AGENT, agent.id, agent.name, letter, due_at, asks=asks)
        if (changed.status, changed.agent_id) != (dialog.status, dialog.agent_id):
            work.tell(card(dialog.number, work.now + CARD_SETTLES))
        return changed

    def note(self, work: Work, agent: Agent, dialog: Dialog, letter: Letter) -> None:
        """An internal note: kept with the history, never told to the seller."""
        message = Message(
            id=new_id(work.now),
            dialog=dialog.number,
            side=Side.NOTE,
            author_id=agent.id,
            author_name=agent.name,
            content=letter.content,
            created_at=work.now,
        )
        work.put(MessageAdded(message, letter.ref))

    def take(self, work: Work, agent: Agent, dialog: Dialog) -> Dialog:
        changed = replace(dialog, agent_id=agent.id, agent_name=agent.name)
        work.put(DialogChanged(changed))
        work.tell(card(dialog.number, work.now))
        return changed

    def release(self, work: Work, dialog: Dialog) -> Dialog:
        changed = replace(dialog, agent_id=None, agent_name=None)
        work.put(DialogChanged(changed))
        work.tell(card(dialog.number, work.now))
        return changed

    def close(self, work: Work, agent: Agent, dialog: Dialog) -> Dialog:
        changed = dialog.after(Event.CLOSED, work.now)
        if changed.agent_id is None:
            changed = replace(changed, agent_id=agent.id, agent_name=agent.name)
        work.put(DialogChanged(changed))
        work.tell(
            tell(dialog.seller_id, "closed", work.now, dialog=dialog.number), card(dialog.number, work.now)
        )
        return changed

    # ---- both sides correct what they sent

    def correct(self, work: Work, message: Message, content: Content, seller_id: int) -> bool:
        """Carries an edit over to the other side; False where nothing that a person sees has changed."""
        if content == message.content:
            return False
        work.put(MessageEdited(message_id=message.id, content=content, at=work.now))
        if message.side is not Side.NOTE:
            lane = dialog_lane(message.dialog) if message.side is Side.SELLER else seller_lane(seller_id)
            work.tell(
                Notice(
                    lane=lane,
                    kind=NoticeKind.CORRECT,
                    dialog=message.dialog,
                    message=message.id,
                    due_at=work.now,
                )
            )
        return True

    # ---- time passes

    def remind(self, work: Work, dialog: Dialog) -> None:
        left = (dialog.spoken_at or work.now) + self.rules.auto_close - work.now
        work.put(DialogChanged(replace(dialog, reminded_at=work.now)))
        work.tell(
            tell(dialog.seller_id, "reminder", work.now, dialog=dialog.number, priority=Priority.REMINDERS,
                 left=max(left, 0))
        )  # fmt: skip

    def expire(self, work: Work, dialog: Dialog) -> None:
        work.put(DialogChanged(dialog.after(Event.EXPIRED, work.now)))
        work.tell(
            tell(dialog.seller_id, "expired", work.now, dialog=dialog.number),
            line(dialog.number, "expired", work.now),
            card(dialog.number, work.now),
        )

    # ---- admins

    def ban(self, work: Work, admin_id: int, person: Person, reason: str) -> None:
        work.put(
            PersonChanged(person.id, {"banned_at": work.now, "ban_reason": reason}),
            Noted(by=admin_id, deed="banned", at=work.now, values={"person": person.id, "reason": reason}),
        )
        work.tell(tell(person.id, "banned", work.now, reason=reason))

    def unban(self, work: Work, admin_id: int, person: Person) -> None:
        work.put(
            PersonChanged(person.id, {"banned_at": None, "ban_reason": None}),
            Noted(by=admin_id, deed="unbanned", at=work.now, values={"person": person.id}),
        )
        work.tell(tell(person.id, "unbanned", work.now))

    # ---- inside

    def _add_message(
        self,
        work: Work,
        dialog: Dialog,
        side: Side,
        author_id: int,
        author_name: str,
        letter: Letter,
        due_at: int,
        asks: bool = False,
    ) -> None:
        message = Message(
            id=new_id(work.now),
            dialog=dialog.number,
            side=side,
            author_id=author_id,
            author_name=author_name,
            content=letter.content,
            created_at=work.now,
            asks=asks,
            album=letter.album,
        )
        work.put(MessageAdded(message, letter.ref))
        work.tell(
            Notice(
                lane=dialog_lane(dialog.number) if side is Side.SELLER else seller_lane(dialog.seller_id),
                kind=NoticeKind.RELAY,
                dialog=dialog.number,
                message=message.id,
                values={"reply_to": letter.reply_to} if letter.reply_to else {},
                album=letter.album,
                due_at=due_at,
            )
        )
        if letter.album and due_at > work.now:
            work.put(AlbumGrew(album=letter.album, due_at=due_at))


def must_not_be_banned(person: Person) -> None:
    if person.banned_at is not None:
        raise Banned(reason=person.ban_reason or "")


_FAMILY = {
    Kind.PHOTO: "visual",
    Kind.VIDEO: "visual",
    Kind.DOCUMENT: "document",
    Kind.AUDIO: "audio",
}


def in_albums(parts: Iterable[Part], number: int) -> Iterator[Part]:
    """The comment first, then the files, those of one family together as albums of at most ten."""
    parts = list(parts)
    yield from (replace(part, album=None) for part in parts if part.content.file is None)
    files = sorted(
        (part for part in parts if part.content.file),
        key=lambda part: _FAMILY.get(part.content.kind, "~single"),
    )
    for family, members in groupby(files, key=lambda part: _FAMILY.get(part.content.kind)):
        together = list(members)
        for start in range(0, len(together), MOST_IN_ALBUM):
            chunk = together[start : start + MOST_IN_ALBUM]
            album = f"{number}:{family}:{start}" if family and len(chunk) > 1 else None
            yield from (replace(part, album=album) for part in chunk)
