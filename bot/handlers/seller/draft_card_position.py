"""The draft's card follows what is written: «Создать диалог» never scrolls out of sight."""

import asyncio

import structlog
from aiogram.methods import DeleteMessage

from bot.clock import Clock
from bot.handlers.seller.states import At
from bot.inbound.update_context import UpdateContext, fsm_key
from bot.keyboards.draft import draft_keyboard
from bot.telegram.screens import Screen, Screens
from bot.texts import Texts
from bot.views.draft import draft_card
from core.desk import Desk
from core.draft import Draft
from core.fsm import FsmStateSaved
from core.store import Store, Unavailable, commit_or_skip
from core.unit_of_work import UnitOfWork
from core.units import SECOND

log = structlog.get_logger()

FOLLOWS_AFTER = 2 * SECOND  # after the last part: an album comes as several messages
MOST_ATTEMPTS = 5


class DraftCards:
    def __init__(self, store: Store, desk: Desk, screens: Screens, texts: Texts, clock: Clock) -> None:
        self._store = store
        self._desk = desk
        self._screens = screens
        self._texts = texts
        self._clock = clock
        self._due_at: dict[int, int] = {}  # by seller
        self._tasks: dict[int, asyncio.Task[None]] = {}

    def follow(self, context: UpdateContext, after: int = FOLLOWS_AFTER) -> None:
        """Once this is kept, and nothing more has come for some seconds."""
        seller, locale = context.screen.chat_id, context.screen.locale
        context.after_commit.append(lambda: self._begin(seller, locale, after))

    def stop(self) -> None:
        for task in self._tasks.values():
            task.cancel()

    @property
    def waiting(self) -> int:
        return len(self._tasks)

    def _begin(self, seller: int, locale: str, after: int) -> None:
        self._due_at[seller] = self._clock() + after
        if seller not in self._tasks:
            self._tasks[seller] = asyncio.create_task(self._follow(seller, locale), name=f"draft card of {seller}")

    async def _follow(self, seller: int, locale: str) -> None:
        try:
            while self._due_at[seller] > self._clock():
                await self._clock.until(self._due_at[seller])
            await self._show_below(seller, locale)
        except Unavailable as error:
            log.warning("draft card not moved", reason=str(error))
        finally:
            del self._tasks[seller], self._due_at[seller]

    async def _show_below(self, seller: int, locale: str) -> None:
        state = await self._store.fsm_state(fsm_key(seller, seller, None))
        if state.state != At.drafting.state or "draft" not in state.data:
            return
        draft, before = Draft.from_data(state.data["draft"]), state.data.get("card")
        screen = Screen(self._texts, locale, seller)
        text = draft_card(screen.speech, draft, self._desk.catalogue, self._desk.rules.limits)
        if before:
            screen.fold(before, screen.t("draft-moved"))
        keyboard = draft_keyboard(screen.speech, draft, self._desk.catalogue.topic(draft.topic))
        screen.send(text, keyboard, then=lambda card: self.keep(seller, card))
        self._screens.show(screen)

    async def keep(self, seller: int, card: int) -> None:
        """Where the card stands now; whoever changes the draft meanwhile comes first. Of what was sent it goes."""
        key = fsm_key(seller, seller, None)
        for _ in range(MOST_ATTEMPTS):
            state = await self._store.fsm_state(key)
            if "draft" not in state.data:
                return self._take_away(seller, card)
            work = UnitOfWork(now=self._clock())
            data = state.data | {"card": card}
            work.add(FsmStateSaved(key=key, state=state.state, data=data, at=work.now, version=state.version))
            if await commit_or_skip(self._store, work):
                return

    def _take_away(self, seller: int, card: int) -> None:
        screen = Screen(self._texts, self._texts.default_locale, seller)
        screen.call(DeleteMessage(chat_id=seller, message_id=card))
        self._screens.show(screen)
