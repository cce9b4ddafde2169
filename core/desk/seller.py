"""What sellers do: open, add, cancel, rate."""

from collections.abc import Iterable
from dataclasses import replace

from core.catalogue import Topic
from core.content import is_blank, must_be_kept
from core.desk.albums import in_albums
from core.desk.base import ALBUM_SETTLES, CARD_SETTLES, Base, Letter
from core.dialog import DAY, Dialog, Event, Titles
from core.draft import Draft
from core.errors import (
    CommentEmpty,
    CooldownActive,
    DialogFinished,
    DialogsOpen,
    DialogUnknown,
    RatedAlready,
    TopicUnknown,
)
from core.export import SellerErased
from core.message import Side
from core.notices import Notice, NoticeKind, card, dialog_lane, line, tell
from core.work import DialogChanged, DialogOpened, Person, PersonChanged, TopicTaken, Work

USUAL_ANSWER_OVER = 30 * DAY
COMMENT_SHOWN = 3800  # characters to the agents at once; all of it is kept


class SellerDeeds(Base):
    async def choose(self, seller: Person, key: str, now: int) -> Topic:
        """The topic, where the seller may open a dialog on it now."""
        topic = self.topic(key)
        if not self.catalogue.is_open(topic):
            raise TopicUnknown()
        await self._check_cooldown(seller.id, key, now)
        return topic

    async def _check_cooldown(self, seller_id: int, topic: str, now: int) -> None:
        taken = await self.store.topic_taken(seller_id, topic)
        if taken is None:
            return
        at, number = taken
        left = at + self.rules.cooldown - now
        if left > 0:
            before = await self.store.dialog(number)
            is_open = before is not None and before.is_open
            raise CooldownActive(left=left, number=number, open="yes" if is_open else "no")

    async def open(self, work: Work, seller: Person, draft: Draft) -> Dialog:
        draft.must_be_complete()
        topic = await self.choose(seller, draft.topic, work.now)
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
                back=self.back_at(dialog.group_id, work.now),
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

    async def add(self, work: Work, seller: Person, dialog: Dialog, *letters: Letter, receipt: bool = False) -> Dialog:
        """The seller adds to a dialog; with a `receipt`, or where it goes back into work, they are told so."""
        changed = dialog.after(Event.SELLER_WROTE, work.now)
        await self._check_letters(letters)
        has_files = dialog.has_files or any(letter.content.file for letter in letters)
        work.put(DialogChanged(replace(changed, has_files=has_files)))
        if seller.writing_to != dialog.number:
            work.put(PersonChanged(seller.id, {"writing_to": dialog.number}))
        for letter in letters:
            due_at = work.now + (ALBUM_SETTLES if letter.album else 0)
            self._add_message(work, dialog, Side.SELLER, seller.id, seller.name, letter, due_at)
        back_in_work = changed.status is not dialog.status
        if back_in_work:
            work.tell(card(dialog.number, work.now + CARD_SETTLES))
        if receipt or back_in_work:
            back = self.back_at(dialog.group_id, work.now) if back_in_work else None
            work.tell(tell(seller.id, "added", work.now, dialog=dialog.number, back_in_work=back_in_work, back=back))
        return changed

    async def _check_letters(self, letters: Iterable[Letter]) -> None:
        """Each file by itself, and those of one album together."""
        sizes: dict[str, int] = {}
        for letter in letters:
            must_be_kept(letter.content)
            before = 0
            if letter.album:
                before = sizes.get(letter.album) or await self.store.album_size(letter.album)
                sizes[letter.album] = before + letter.content.size
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
        shown = comment if len(comment) <= COMMENT_SHOWN else comment[:COMMENT_SHOWN] + "…"
        work.tell(line(number, "rating-comment", work.now, stars=dialog.rating, comment=shown))
        return dialog

    def _forget_writing(self, work: Work, seller: Person, number: int) -> None:
        if seller.writing_to == number:
            work.put(PersonChanged(seller.id, {"writing_to": None}))

    async def erase(self, work: Work, seller: Person) -> int:
        """All that is kept of the seller goes, once no dialog waits for anybody; how many dialogs it were."""
        await self.may_erase(seller.id)
        numbers = await self.store.numbers_of(seller.id)
        work.put(SellerErased(seller.id, tuple(numbers)))
        return len(numbers)

    async def may_erase(self, seller_id: int) -> None:
        still_open = await self.store.open_dialogs(seller_id)
        if still_open:
            raise DialogsOpen(count=len(still_open))
