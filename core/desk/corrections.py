"""Both sides correct what they sent."""

from core.content import Content
from core.desk.base import Base
from core.message import Message, MessageEdited, Side
from core.outbox import Notice, NoticeKind, dialog_stream, seller_stream
from core.unit_of_work import UnitOfWork


class Corrections(Base):
    def correct(self, work: UnitOfWork, message: Message, content: Content, seller_id: int) -> bool:
        """Carries an edit over to the other side; False where nothing that a person sees has changed."""
        if content == message.content:
            return False
        work.add(MessageEdited(message_id=message.id, content=content, at=work.now))
        if message.side is not Side.NOTE:
            stream = dialog_stream(message.dialog) if message.side is Side.SELLER else seller_stream(seller_id)
            work.tell(
                Notice(
                    stream=stream,
                    kind=NoticeKind.CORRECT,
                    dialog=message.dialog,
                    message=message.id,
                    due_at=work.now,
                )
            )
        return True
