"""Both sides correct what they sent."""

from core.content import Content
from core.desk.base import Base
from core.message import Message, Side
from core.notices import Notice, NoticeKind, dialog_lane, seller_lane
from core.work import MessageEdited, Work


class Corrections(Base):
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
