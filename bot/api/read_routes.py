"""What a program may see."""

from zoneinfo import ZoneInfo

from bot.api.cursor import read_cursor, write_cursor
from bot.api.operation import Read
from bot.api.request_models import DialogsAsked, FiguresAsked, MessagesAsked, NothingAsked, OfDialog
from bot.api.response_models import (
    CatalogueView,
    DialogDetails,
    DialogPageView,
    DialogView,
    FiguresView,
    MessagePageView,
    MessageView,
    SellerView,
)
from core.desk import Desk
from core.dialog import DialogPage
from core.errors import DialogUnknown, PeriodBackwards
from core.figures import report
from core.message import MessageState
from core.store import Store
from core.units import DAY, SECOND

USUAL_PERIOD = 30 * DAY


class ReadRoutes:
    def __init__(self, store: Store, desk: Desk, zone: ZoneInfo) -> None:
        self._store = store
        self._desk = desk
        self._zone = zone

    @property
    def operations(self) -> list[Read]:
        return [
            Read("dialogs", "/v1/dialogs", DialogsAsked, DialogPageView, self.dialogs),
            Read("dialog", "/v1/dialogs/{number}", OfDialog, DialogDetails, self.dialog),
            Read("messages", "/v1/dialogs/{number}/messages", MessagesAsked, MessagePageView, self.messages),
            Read("figures", "/v1/figures", FiguresAsked, FiguresView, self.figures),
            Read("catalogue", "/v1/catalogue", NothingAsked, CatalogueView, self.catalogue),
        ]

    async def dialogs(self, asked: DialogsAsked, now: int) -> DialogPageView:
        """Dialogs, newest first."""
        found = await self._store.dialog_page(
            DialogPage(
                before=read_cursor(asked.cursor) if asked.cursor else None,
                limit=asked.limit + 1,
                seller_id=asked.seller_id,
                topic=asked.topic,
                status=asked.status,
            )
        )
        page = found[: asked.limit]
        more = len(found) > asked.limit
        return DialogPageView(
            items=[DialogView.of(dialog) for dialog in page], next=write_cursor(page[-1].number) if more else None
        )

    async def dialog(self, asked: OfDialog, now: int) -> DialogDetails:
        """One dialog and its seller."""
        dialog = await self._store.dialog(asked.number)
        if dialog is None:
            raise DialogUnknown(number=asked.number)
        seller = await self._store.person(dialog.seller_id)
        view = DialogView.of(dialog).model_dump()
        return DialogDetails(**view, seller=SellerView.of(seller) if seller else None)

    async def messages(self, asked: MessagesAsked, now: int) -> MessagePageView:
        """A dialog's messages and internal notes, oldest first."""
        if await self._store.dialog(asked.number) is None:
            raise DialogUnknown(number=asked.number)
        after = read_cursor(asked.cursor) if asked.cursor else 0
        found = await self._store.message_page(asked.number, after, asked.limit + 1)
        page = found[: asked.limit]
        more = len(found) > asked.limit
        states = await self._store.message_states(asked.number, page[0].id, page[-1].id) if page else {}
        return MessagePageView(
            items=[MessageView.of(message, states.get(message.id, MessageState())) for message in page],
            next=write_cursor(page[-1].id) if more else None,
        )

    async def figures(self, asked: FiguresAsked, now: int) -> FiguresView:
        """The desk's figures of a period."""
        until = int(asked.until.timestamp() * SECOND) if asked.until else now
        since = max(int(asked.since.timestamp() * SECOND) if asked.since else until - USUAL_PERIOD, 0)
        if not since < until:
            raise PeriodBackwards()
        return FiguresView.of(await report(self._store, since, until, self._zone, self._desk.hours_of, now))

    async def catalogue(self, asked: NothingAsked, now: int) -> CatalogueView:
        """Categories and their topics, hidden ones among them."""
        return CatalogueView.of(self._desk.catalogue)
