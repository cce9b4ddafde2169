"""What sellers do: open, add, cancel, rate."""

from dataclasses import replace

from core.catalogue import Topic
from core.content import FROM_SELLER, is_blank
from core.desk.albums import in_albums
from core.desk.base import ALBUM_SETTLES, CARD_SETTLES, Base, Letter
from core.dialog import DAY, Dialog, Event, Titles
from core.draft import Draft
from core.errors import (
    CommentEmpty,
    CooldownActive,
    DialogFinished,
    DialogUnknown,
    KindUnsupported,
    RatedAlready,
)
from core.message import Side
from core.notices import Notice, NoticeKind, card, dialog_lane, line, tell
from core.work import DialogChanged, DialogOpened, Person, PersonChanged, TopicTaken, Work

USUAL_ANSWER_OVER = 30 * DAY


class SellerDeeds(Base):
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
        work.tell(Notice(lane=dialog_lane(dialog.number), kind=NoticeKind.OPEN, dialog=dialog.number, due_at=work.now))
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
            group_id=self.group_of(category.key),
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
