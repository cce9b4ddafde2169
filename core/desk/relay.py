"""A message is kept with its dialog and relayed to the other side; so is what its author corrects in it later."""

from typing import Any

from core.content import Content
from core.dialog import Dialog
from core.message import ELSEWHERE, IncomingMessage, Message, MessageAdded, MessageEdited, Side, new_id
from core.outbox import AlbumGrew, Notice, NoticeKind, dialog_stream, seller_stream, thread_notice
from core.person import Agent, Person
from core.unit_of_work import UnitOfWork


def keep_message(
    work: UnitOfWork,
    dialog: Dialog,
    side: Side,
    author: Person | Agent,
    incoming: IncomingMessage,
    *,
    asks: bool = False,
    holds: bool = False,
) -> Message:
    """In the dialog's history, and nowhere else yet; what was not written in the thread is shown there."""
    said_at = incoming.said_at(work.now)
    message = Message(
        id=new_id(said_at),
        dialog=dialog.number,
        side=side,
        author_id=author.id,
        author_name=author.name,
        content=incoming.content,
        created_at=said_at,
        asks=asks,
        holds=holds,
        album=incoming.album,
    )
    if incoming.ref == ELSEWHERE:
        work.add(MessageAdded(message, None))
        work.notify(_shown_in_thread(message, work.now))
    else:
        work.add(MessageAdded(message, incoming.ref))
    return message


def _shown_in_thread(message: Message, now: int) -> Notice:
    what = "note" if message.side is Side.NOTE else "ask" if message.asks else "answer"
    return thread_notice(
        message.dialog, "written-elsewhere", now, kind=what, name=message.author_name, text=message.content.text
    )


def relay_message(
    work: UnitOfWork, dialog: Dialog, message: Message, incoming: IncomingMessage, due_at: int | None = None
) -> None:
    """To the other side, at once or no earlier than `due_at`; an album leaves as one when its last item is due."""
    due_at = work.now if due_at is None else due_at
    work.notify(
        Notice(
            stream=_stream_to_other_side(message, dialog.seller_id),
            kind=NoticeKind.RELAY,
            dialog=dialog.number,
            message=message.id,
            values=_values(message.side, incoming),
            album=incoming.album,
            due_at=due_at,
        )
    )
    if incoming.album and due_at > work.now:
        work.add(AlbumGrew(album=incoming.album, due_at=due_at))


def relay_correction(work: UnitOfWork, message: Message, content: Content, seller_id: int) -> bool:
    """Carries an edit over to the other side; False where nothing that a person sees has changed."""
    if content == message.content:
        return False
    work.add(MessageEdited(message, content=content, at=work.now))
    if message.side is not Side.NOTE:
        work.notify(
            Notice(
                stream=_stream_to_other_side(message, seller_id),
                kind=NoticeKind.CORRECT,
                dialog=message.dialog,
                message=message.id,
                due_at=work.now,
            )
        )
    return True


def _stream_to_other_side(message: Message, seller_id: int) -> str:
    return dialog_stream(message.dialog) if message.side is Side.SELLER else seller_stream(seller_id)


def _values(side: Side, incoming: IncomingMessage) -> dict[str, Any]:
    """What the message replies to; of an answer also where it was written, to be marked when it has arrived."""
    values: dict[str, Any] = {"reply_to": incoming.reply_to} if incoming.reply_to else {}
    if side is Side.AGENT and incoming.ref != ELSEWHERE:
        values["from"] = incoming.ref.to_data()
    return values
