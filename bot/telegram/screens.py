"""What a person asked to see: shown after the update is kept, in order per chat, and asked for again if lost."""

import re
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageText,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InaccessibleMessage,
    LinkPreviewOptions,
    Message,
)
from pydantic import Field

from bot.tasks import Tasks
from bot.telegram.call import call
from bot.telegram.content_conversion import reply
from bot.telegram.errors import Failure, read_failure
from bot.telegram.rate_limiter import RateLimiter
from bot.telegram.reactions import DONE, NOTED, Reactions
from bot.texts import Speech, Texts
from core.message import MessageRef

log = structlog.get_logger()

TOAST_LIMIT = 200
TAG = re.compile(r"<[^>]+>")  # of our own making: what people wrote is escaped
MOST_ATTEMPTS = 4
INSTEAD = {NOTED: "reaction-noted", DONE: "reaction-done"}  # a line, where a group allows no such reaction
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Sent(SendMessage):
    """Somebody waits for its id."""

    then: Callable[[int], Awaitable[None]] | None = Field(default=None, exclude=True)


class Fold(EditMessageText):
    """Not worth a new message where the old one is gone."""


@dataclass(slots=True)
class Screen:
    """Collects what one update shows; nothing leaves before the update is kept."""

    texts: Texts
    locale: str
    chat_id: int
    thread_id: int | None = None
    latin: bool = False  # so the command was written that this answers
    about: int | None = None  # in a group: the message that the update is
    callback: CallbackQuery | None = None
    methods: list[TelegramMethod[Any]] = field(default_factory=list)
    reactions: dict[MessageRef, str | None] = field(default_factory=dict)
    answer: AnswerCallbackQuery | None = None

    @property
    def speech(self) -> Speech:
        return Speech(self.texts, self.locale, self.latin)

    def t(self, key: str, /, **values: Any) -> str:
        """A sentence as HTML."""
        return self.speech.t(key, **values)

    def plain(self, key: str, /, **values: Any) -> str:
        """A sentence for a button or a toast."""
        return self.speech.plain(key, **values)

    def send(
        self,
        text: str,
        keyboard: Any = None,
        *,
        reply_to: int | None = None,
        then: Callable[[int], Awaitable[None]] | None = None,
    ) -> None:
        """`then` learns the id of the message that was sent."""
        self.methods.append(
            Sent(
                then=then,
                chat_id=self.chat_id,
                message_thread_id=self.thread_id,
                text=text,
                reply_markup=keyboard,
                reply_parameters=reply(reply_to),
                parse_mode="HTML",
                link_preview_options=NO_PREVIEW,
            )
        )

    def react(self, message_id: int, emoji: str) -> None:
        """Says «seen» with no message more."""
        self.react_at(MessageRef(self.chat_id, message_id), emoji)

    def react_at(self, ref: MessageRef, emoji: str | None) -> None:
        """In whatever chat."""
        self.reactions[ref] = emoji

    def edit(self, text: str, keyboard: Any = None) -> None:
        """Changes the message whose button was pressed; sends a new one where there is none to change."""
        message_id = self.pressed_id
        if message_id is None:
            self.send(text, keyboard)
        elif not self._is_shown(text, keyboard):
            self.edit_at(message_id, text, keyboard)

    def edit_at(self, message_id: int, text: str, keyboard: Any = None) -> None:
        self.methods.append(
            EditMessageText(
                chat_id=self.chat_id,
                message_id=message_id,
                text=text,
                reply_markup=keyboard,
                parse_mode="HTML",
                link_preview_options=NO_PREVIEW,
            )
        )

    def fold(self, message_id: int, text: str) -> None:
        """Into a line without buttons, if it is still there."""
        self.methods.append(Fold(chat_id=self.chat_id, message_id=message_id, text=text, parse_mode="HTML"))

    def document(self, data: bytes, name: str, caption: str = "") -> None:
        self.methods.append(
            SendDocument(
                chat_id=self.chat_id,
                message_thread_id=self.thread_id,
                document=BufferedInputFile(data, name),
                caption=caption or None,
                parse_mode="HTML",
            )
        )

    def call(self, method: TelegramMethod[Any]) -> None:
        self.methods.append(method)

    def toast(self, text: str = "", *, alert: bool = False) -> None:
        if self.callback:
            shown = text if len(text) <= TOAST_LIMIT else text[: TOAST_LIMIT - 1] + "…"
            self.answer = AnswerCallbackQuery(
                callback_query_id=self.callback.id, text=shown or None, show_alert=alert or None
            )

    def alert(self, text: str) -> None:
        self.toast(text, alert=True)

    def refuse(self, key: str, keyboard: Any = None, **values: Any) -> None:
        """A refusal: an alert where a button was pressed and the words fit, else a message."""
        plain = self.plain(key, **values)
        if self.callback and keyboard is None and len(plain) <= TOAST_LIMIT:
            self.alert(plain)
        else:
            self.send(self.t(key, **values), keyboard, reply_to=self.about)

    def _is_shown(self, text: str, keyboard: Any) -> bool:
        """Whether the pressed message looks so already: Telegram refuses an edit that changes nothing."""
        message = self.callback.message if self.callback else None
        if not isinstance(message, Message) or message.text is None:
            return False
        same_text = message.text.strip() == unescape(TAG.sub("", text)).strip()
        return same_text and _buttons(message.reply_markup) == _buttons(keyboard)

    @property
    def pressed_id(self) -> int | None:
        message = self.callback.message if self.callback else None
        return message.message_id if isinstance(message, Message | InaccessibleMessage) else None

    def clear(self) -> None:
        self.methods.clear()
        self.reactions.clear()
        self.answer = None


class Screens:
    """Shows screens: one queue a chat, the last edit of a message wins, Telegram's pace kept."""

    def __init__(self, bot: Bot, rate_limiter: RateLimiter, reactions: Reactions) -> None:
        self._bot = bot
        self._reactions = reactions
        self._rate_limiter = rate_limiter
        self._locks: dict[int, deque[TelegramMethod[Any]]] = {}
        self._tasks = Tasks()

    def show(self, screen: Screen) -> None:
        if screen.callback and screen.answer is None:
            screen.toast()
        if screen.answer:
            self._tasks.own(self._answer(screen.answer))
        for ref, emoji in screen.reactions.items():
            self._reactions.set(ref, emoji, partial(self._say_instead, screen, ref, INSTEAD.get(emoji or "")))
        if not screen.methods:
            return
        queue = self._locks.get(screen.chat_id)
        if queue is None:
            queue = self._locks[screen.chat_id] = deque()
            self._tasks.own(self._drain(screen.chat_id, queue))
        for method in screen.methods:
            _add(queue, method)

    async def _say_instead(self, screen: Screen, ref: MessageRef, key: str | None) -> None:
        if key:
            line = Screen(screen.texts, screen.locale, screen.chat_id, screen.thread_id)
            line.send(line.t(key), reply_to=ref.message_id)
            self.show(line)

    async def settle(self) -> None:
        """Until everything that was to be shown has been."""
        await self._tasks.settle()

    async def _answer(self, answer: AnswerCallbackQuery) -> None:
        try:
            await self._bot(answer, request_timeout=10)
        except TelegramAPIError as error:
            log.info("callback answer not shown", reason=error.message)

    async def _drain(self, chat_id: int, queue: deque[TelegramMethod[Any]]) -> None:
        try:
            while queue:
                async with self._rate_limiter.acquire(chat_id, cost=_cost(queue[0]), priority=-1):
                    await self._show(chat_id, queue.popleft())
        finally:
            del self._locks[chat_id]

    async def _show(self, chat_id: int, method: TelegramMethod[Any]) -> None:
        try:
            await self._try_to_show(chat_id, method)
        except Exception:  # a bug in one screen must not end the others
            log.exception("screen not shown", chat=chat_id)

    async def _try_to_show(self, chat_id: int, method: TelegramMethod[Any]) -> None:
        try:
            hold = partial(self._rate_limiter.hold, chat_id)
            result = await call(self._bot, method, attempts=MOST_ATTEMPTS, held=hold)
            if isinstance(method, Sent) and method.then:
                await method.then(result.message_id)
        except TelegramAPIError as error:
            failure = read_failure(error)
            if failure is Failure.POST_GONE and isinstance(method, EditMessageText) and not isinstance(method, Fold):
                await self._try_to_show(chat_id, _anew(method))
            elif failure is not Failure.NOT_MODIFIED:
                log.info("screen not shown", chat=chat_id, reason=error.message)


def _buttons(keyboard: Any) -> Any:
    """To compare: what came from Telegram knows its bot, what is of our own does not."""
    return keyboard.model_dump(exclude_none=True) if keyboard else None


def _cost(method: TelegramMethod[Any]) -> int:
    return len(method.media) if isinstance(method, SendMediaGroup) else 1


def _add(queue: deque[TelegramMethod[Any]], method: TelegramMethod[Any]) -> None:
    if isinstance(method, EditMessageText):
        for waiting in list(queue):
            if isinstance(waiting, EditMessageText) and waiting.message_id == method.message_id:
                queue.remove(waiting)
    queue.append(method)


def _anew(method: EditMessageText) -> SendMessage:
    return SendMessage(
        chat_id=method.chat_id or 0,
        text=method.text or "",
        reply_markup=method.reply_markup,
        parse_mode="HTML",
        link_preview_options=NO_PREVIEW,
    )
