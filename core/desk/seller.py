"""What sellers do: open, add, cancel, rate."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from core.albums import ALBUM_SETTLES, in_albums
from core.catalogue import Topic
from core.content import is_blank, must_be_kept
from core.desk.desk import Desk
from core.desk.due_times import promised
from core.desk.late_words import dialog_after
from core.desk.relay import keep_message, relay_message
from core.desk.shifts import OnShift, call_agent
from core.dialog import Dialog, DialogChanged, DialogOpened, Event, FieldValue, Status, Titles, TopicTaken
from core.draft import Draft
from core.erasure import SellerErased
from core.errors import (
    CommentEmpty,
    CooldownActive,
    DialogFinished,
    DialogMerged,
    DialogsOpen,
    DialogUnknown,
    RatedAlready,
)
from core.message import IncomingMessage, Side
from core.outbox import (
    CARD_SETTLES,
    Notice,
    NoticeKind,
    card_notice,
    dialog_stream,
    person_notice,
    thread_notice,
)
from core.person import Person, PersonChanged
from core.unit_of_work import UnitOfWork
from core.units import DAY

USUAL_ANSWER_OVER = 30 * DAY
ERASED_TOGETHER = 10  # dialogs
COMMENT_SHOWN = 3800  # characters to the agents at once; all of it is kept


class SellerActions:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def choose_topic(self, seller: Person, key: str, now: int, follows: int | None = None) -> Topic:
        """One that the seller may open a dialog on now. Raises: TopicUnknown, CooldownActive.

        `follows`: a dialog that was rated badly, whose question is asked again; it does not have to wait.
        """
        topic = self._desk.topic(key)
        await self._check_cooldown(seller.id, key, now, follows)
        return topic

    async def _check_cooldown(self, seller_id: int, topic: str, now: int, follows: int | None) -> None:
        taken = await self._desk.store.topic_taken(seller_id, topic)
        if taken is None:
            return
        at, number = taken
        left = at + self._desk.rules.cooldown - now
        if left > 0:
            before = await self._desk.store.surviving_dialog(number)
            if before is not None and before.number == follows and before.is_rated_badly:
                return
            is_open = "erased" if before is None else "yes" if before.is_open else "no"
            raise CooldownActive(left=left, number=before.number if before else number, open=is_open)

    async def open_dialog(self, work: UnitOfWork, seller: Person, draft: Draft) -> Dialog:
        """Raises: DraftIncomplete, TopicUnknown, CooldownActive."""
        draft.must_be_ready()
        topic = await self.choose_topic(seller, draft.topic, work.now, draft.follows)
        draft.must_be_ready(topic.fields)
        dialog = await self._new_dialog(seller, topic, draft, work.now)
        dialog = (await OnShift.read(self._desk, dialog.group_id, work.now)).give(work, dialog)
        work.add(
            TopicTaken(
                seller_id=seller.id,
                topic=topic.key,
                number=dialog.number,
                at=work.now,
                free_before=await self._free_before(seller.id, draft, work.now),
            ),
            DialogOpened(dialog),
            PersonChanged(seller.id, {"writing_to": dialog.number}),
        )
        work.notify(
            Notice(stream=dialog_stream(dialog.number), kind=NoticeKind.OPEN, dialog=dialog.number, due_at=work.now)
        )
        await self._show_related(work, dialog, draft.follows)
        for part in in_albums(draft.parts, dialog.number):
            message = keep_message(work, dialog, Side.SELLER, seller, replace(part, second=None))
            relay_message(work, dialog, message, replace(part, reply_to=None))
        work.notify(
            person_notice(
                seller.id,
                "created",
                work.now,
                dialog=dialog.number,
                files=len(draft.files),
                of=len(draft.files) + draft.refused,
                usual=await self._desk.store.usual_answer_time(topic.key, work.now - USUAL_ANSWER_OVER),
                back=self._desk.back_at(dialog.group_id, work.now),
            )
        )
        return dialog

    async def _show_related(self, work: UnitOfWork, dialog: Dialog, follows: int | None) -> None:
        """Agents see which dialog was no help, and which may be about the same."""
        if follows is not None:
            work.notify(thread_notice(dialog.number, "follows", work.now, before=str(follows)))
        for other in await self._desk.store.open_dialogs(dialog.seller_id):
            work.notify(card_notice(other.number, work.now + CARD_SETTLES))  # it may be merged from now on
            if other.topic == dialog.topic:
                for one, beside in ((dialog, other), (other, dialog)):
                    work.notify(thread_notice(one.number, "same-topic-open", work.now, other=str(beside.number)))

    async def _free_before(self, seller_id: int, draft: Draft, now: int) -> int:
        """Who comes after a dialog that was rated badly comes right after it; of two that do, the first."""
        taken = await self._desk.store.topic_taken(seller_id, draft.topic)
        if taken and taken[1] == draft.follows:
            return taken[0]
        return now - self._desk.rules.cooldown

    async def _new_dialog(self, seller: Person, topic: Topic, draft: Draft, now: int) -> Dialog:
        category = self._desk.category_of(topic)
        dialog = Dialog(
            number=await self._desk.store.next_number(),
            seller_id=seller.id,
            category=category.key,
            topic=topic.key,
            titles=Titles(category=dict(category.titles), topic=dict(topic.titles)),
            fields=tuple(
                FieldValue(dict(field.titles), value)
                for field in topic.fields
                if (value := draft.answers.get(field.key))
            ),
            group_id=self._desk.group_of(category),
            created_at=now,
            waiting_since=now,
            seller_said_at=draft.written_at,
            has_files=bool(draft.files),
        )
        return promised(self._desk, dialog)

    async def dialog_of(self, seller_id: int, number: int) -> Dialog:
        """A seller's own dialog, or the one that it became part of; somebody else's is unknown to them.

        Raises: DialogUnknown.
        """
        dialog = await self._desk.store.surviving_dialog(number)
        if dialog is None or dialog.seller_id != seller_id:
            raise DialogUnknown(number=number)
        return dialog

    async def add(
        self,
        work: UnitOfWork,
        seller: Person,
        dialog: Dialog,
        *incoming_messages: IncomingMessage,
        receipt: bool = False,
    ) -> Dialog:
        """The seller adds to a dialog; with a `receipt`, or where it goes back into work, they are told so.

        Thanks for an answer change nothing, and are answered.

        Raises: DialogFinished, ContentRefused.
        """
        dialog.must_be_open()
        await self._check_incoming(incoming_messages)
        messages = [keep_message(work, dialog, Side.SELLER, seller, incoming) for incoming in incoming_messages]
        changed = dialog
        for message, incoming in zip(messages, incoming_messages, strict=True):
            changed = await dialog_after(self._desk, changed, message, incoming, work.now)
        if _comes_back_to_nobody(dialog, changed):
            changed = (await OnShift.read(self._desk, dialog.group_id, work.now)).give(work, changed)
            call_agent(work, dialog, changed)
        has_files = dialog.has_files or any(incoming.content.file for incoming in incoming_messages)
        work.add(DialogChanged(replace(changed, has_files=has_files)))
        if seller.writing_to != dialog.number:
            work.add(PersonChanged(seller.id, {"writing_to": dialog.number}))
        for message, incoming in zip(messages, incoming_messages, strict=True):
            relay_message(work, dialog, message, incoming, due_at=work.now + (ALBUM_SETTLES if incoming.album else 0))
        if not changed.looks_as(dialog):
            work.notify(card_notice(dialog.number, work.now + CARD_SETTLES))
        self._confirm(work, seller, changed, incoming_messages[0], receipt=receipt, was=dialog.status)
        return changed

    def _confirm(
        self, work: UnitOfWork, seller: Person, dialog: Dialog, first: IncomingMessage, *, receipt: bool, was: Status
    ) -> None:
        back_in_work = dialog.status is not was
        if dialog.status is Status.ANSWERED:
            work.notify(person_notice(seller.id, "thanked", work.now, dialog=dialog.number))
        elif receipt or back_in_work:
            values: dict[str, Any] = {"back_in_work": back_in_work, "first": first.ref.to_data()}
            if back_in_work:
                values["back"] = self._desk.back_at(dialog.group_id, work.now)
            work.notify(person_notice(seller.id, "added", work.now, dialog=dialog.number, **values))

    async def _check_incoming(self, incoming_messages: Iterable[IncomingMessage]) -> None:
        """Each file by itself, and those of one album together."""
        sizes: dict[str, int] = {}
        for incoming in incoming_messages:
            must_be_kept(incoming.content)
            before = 0
            if incoming.album:
                before = sizes.get(incoming.album) or await self._desk.store.album_size(incoming.album)
                sizes[incoming.album] = before + incoming.content.size
            self._desk.rules.limits.check(incoming.content, before)

    async def cancel(self, work: UnitOfWork, seller: Person, number: int) -> Dialog:
        """Raises: DialogUnknown, DialogFinished; DialogMerged, where more would end than the seller saw."""
        dialog = await self.dialog_of(seller.id, number)
        if dialog.number != number:
            raise DialogMerged(number=number, into=dialog.number)
        dialog = dialog.after(Event.CANCELLED, work.now)
        work.add(DialogChanged(dialog))
        await self._forget_writing(work, seller, dialog)
        work.notify(thread_notice(number, "cancelled", work.now), card_notice(number, work.now))
        return dialog

    async def rate(self, work: UnitOfWork, seller: Person, number: int, stars: int) -> Dialog:
        """`stars` from 1 to 5. Raises: DialogUnknown; MoveRefused, where it may not be rated now."""
        dialog = (await self.dialog_of(seller.id, number)).rated(stars, work.now)
        work.add(DialogChanged(dialog))
        await self._forget_writing(work, seller, dialog)
        number = dialog.number
        work.notify(thread_notice(number, "rated", work.now, stars=stars), card_notice(number, work.now))
        return dialog

    async def comment_rating(self, work: UnitOfWork, seller: Person, number: int, comment: str) -> Dialog:
        """Once. Raises: DialogUnknown, DialogFinished, RatedAlready, CommentEmpty."""
        dialog = await self.dialog_of(seller.id, number)
        if dialog.rating is None:
            raise DialogFinished(number=number, ending=dialog.ending.value if dialog.ending else "")
        if dialog.rating_comment is not None:
            raise RatedAlready(number=number, stars=dialog.rating)
        if is_blank(comment):
            raise CommentEmpty()
        dialog = replace(dialog, rating_comment=comment)
        work.add(DialogChanged(dialog))
        shown = comment if len(comment) <= COMMENT_SHOWN else comment[:COMMENT_SHOWN] + "…"
        work.notify(thread_notice(dialog.number, "rating-comment", work.now, stars=dialog.rating, comment=shown))
        return dialog

    async def _forget_writing(self, work: UnitOfWork, seller: Person, dialog: Dialog) -> None:
        """Free text no longer goes to that dialog, by whichever of its numbers it was opened."""
        opened = await self._desk.store.surviving_dialog(seller.writing_to) if seller.writing_to else None
        if opened and opened.number == dialog.number:
            work.add(PersonChanged(seller.id, {"writing_to": None}))

    async def erase(self, work: UnitOfWork, seller: Person) -> int:
        """All that is kept of the seller goes, once no dialog waits for anybody; how many dialogs it were.

        Of many dialogs all but the last go at once and one by one, for one transaction would hold everybody.

        Raises: DialogsOpen.
        """
        await self.must_be_erasable(seller.id)
        numbers = await self._desk.store.dialog_numbers(seller.id)
        first, last = numbers[:-ERASED_TOGETHER], numbers[-ERASED_TOGETHER:]
        await self._desk.store.erase_dialogs(first)
        work.add(SellerErased(seller.id, tuple(last)))
        return len(numbers)

    async def must_be_erasable(self, seller_id: int) -> None:
        """Raises: DialogsOpen."""
        still_open = await self._desk.store.open_dialogs(seller_id)
        if still_open:
            raise DialogsOpen(count=len(still_open))


def _comes_back_to_nobody(before: Dialog, now: Dialog) -> bool:
    """In work again, and whoever had it has gone off shift since."""
    return now.agent_id is None and now.status is Status.CREATED and before.status is not Status.CREATED
