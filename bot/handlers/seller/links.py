"""`t.me/<bot>?start=t_<topic>` and `?start=d_<number>`: for the portal's pages and help articles."""

import re
from dataclasses import dataclass

from bot.inbound.update_context import UpdateContext
from core.catalogue import Topic
from core.desk import Desk
from core.dialog import Dialog, DialogReads

LINK = re.compile(
    r"/start(?:@\w+)?\s+(?:t_(?P<topic>[a-z0-9-]{1,24})|d_(?P<number>[1-9]\d{0,11}))", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Link:
    topic: str | None = None
    number: int | None = None


def read_link(text: str) -> Link:
    found = LINK.fullmatch(text.strip())
    if found is None:
        return Link()
    return Link(found["topic"], int(found["number"]) if found["number"] else None)


def open_topic(desk: Desk, key: str) -> Topic | None:
    topic = desk.catalogue.topic(key)
    return topic if topic and desk.catalogue.is_open(topic) else None


async def own_dialog(context: UpdateContext, store: DialogReads, number: int) -> Dialog | None:
    """Somebody else's is as good as none."""
    dialog = await store.surviving_dialog(number)
    return dialog if dialog and dialog.seller_id == context.person.id else None
