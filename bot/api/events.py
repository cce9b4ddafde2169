"""Events out: one POST each, signed, in order per dialog, again and again until they are taken."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from urllib.parse import urlsplit

import aiohttp
import structlog

from bot.api.event_models import Event, EventData
from bot.api.response_models import DialogView, MessageView, moment
from bot.api.signature import sign
from bot.clock import Clock
from bot.delivery.carrier import NotNow
from bot.operations.alerts import AlertSink
from core.change import Change
from core.events import EventRules, EventType, as_it_was
from core.live_settings import SettingChanged
from core.message import Message, MessageState
from core.outbox import Delivered, DeliveryContext, PendingNotice, Undeliverable
from core.store import Store
from core.units import MINUTE, SECOND

log = structlog.get_logger()

PAUSES = (SECOND, 5 * SECOND, 30 * SECOND)
LONGEST_PAUSE = 5 * MINUTE
TOLD_AFTER = len(PAUSES)  # failures in a row of one event, until admins are told
ANSWERS_WITHIN = 10.0  # seconds
SWITCHED_OFF = "events_off"  # the setting that keeps which receiver wants no more
OFF = "off"
GONE = "gone"


@dataclass(frozen=True, slots=True)
class Receiver:
    url: str
    key: bytes
    rules: EventRules

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    def may_hear_of(self, notice: PendingNotice, message: Message | None) -> bool:
        """What was taken out meanwhile, or became a note, is told of by the event that says so."""
        return notice.message is None or (message is not None and self.rules.tells_of(message))


class EventCarrier:
    def __init__(self, store: Store, receiver: Receiver | None, alerts: AlertSink, clock: Clock) -> None:
        self._store = store
        self._receiver = receiver
        self._alerts = alerts
        self._clock = clock
        self._failures: Counter[int] = Counter()  # notice -> how often in a row
        self._http: aiohttp.ClientSession | None = None

    async def carry(self, notices: Sequence[PendingNotice]) -> list[Change]:
        """Raises: NotNow, where the receiver did not take it."""
        notice = notices[0]
        context = await self._store.delivery_context(notice.dialog or 0, notice.message)
        if self._receiver is None or await self._is_off(self._receiver):
            return [Undeliverable(notice.id, self._clock(), OFF)]
        if context is None or not self._receiver.may_hear_of(notice, context.message):
            return [Undeliverable(notice.id, self._clock(), GONE)]
        status = await self._post(self._receiver, notice, body_of(notice, context, await self._state(context.message)))
        if status == HTTPStatus.GONE:
            return await self._switch_off(self._receiver, notice)
        self._failures.pop(notice.id, None)
        self._alerts.resolve("events")
        return [Delivered(notice.id, self._clock())]

    async def _state(self, message: Message | None) -> MessageState:
        if message is None:
            return MessageState()
        states = await self._store.message_states(message.dialog, message.id, message.id)
        return states.get(message.id, MessageState())

    async def _post(self, receiver: Receiver, notice: PendingNotice, body: bytes) -> int:
        """2xx or 410. Raises: NotNow."""
        event_id, second = f"evt_{notice.id}", self._clock() // SECOND
        headers = {
            "Content-Type": "application/json",
            "webhook-id": event_id,
            "webhook-timestamp": str(second),
            "webhook-signature": sign(receiver.key, event_id, second, body),
        }
        try:
            async with self._session().post(receiver.url, data=body, headers=headers, allow_redirects=False) as answer:
                if (answer.ok and answer.status < HTTPStatus.MULTIPLE_CHOICES) or answer.status == HTTPStatus.GONE:
                    return answer.status
                error = str(answer.status)
        except (aiohttp.ClientError, TimeoutError, OSError) as failure:
            error = type(failure).__name__
        raise NotNow(self._clock() + self._failed(receiver, notice, error))

    def _failed(self, receiver: Receiver, notice: PendingNotice, error: str) -> int:
        """How long to wait, in ms."""
        self._failures[notice.id] += 1
        attempts = self._failures[notice.id]
        log.warning("event not taken", notice=notice.id, attempts=attempts, reason=error)
        if attempts > TOLD_AFTER:
            self._alerts.raise_alert("events", host=receiver.host, error=error)
        return pause(attempts)

    async def _is_off(self, receiver: Receiver) -> bool:
        """One that is set in its place has not refused anything yet."""
        return bool((await self._store.settings()).get(SWITCHED_OFF) == receiver.url)

    async def _switch_off(self, receiver: Receiver, notice: PendingNotice) -> list[Change]:
        now = self._clock()
        self._alerts.raise_alert("events-off", host=receiver.host)
        return [Undeliverable(notice.id, now, OFF), SettingChanged(SWITCHED_OFF, receiver.url, by=0, at=now)]

    def _session(self) -> aiohttp.ClientSession:
        if self._http is None:
            self._http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWERS_WITHIN))
        return self._http

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()


def pause(attempts: int) -> int:
    """Milliseconds after so many failures in a row."""
    return PAUSES[attempts - 1] if attempts <= len(PAUSES) else LONGEST_PAUSE


def body_of(notice: PendingNotice, context: DeliveryContext, state: MessageState) -> bytes:
    values, dialog = notice.values, context.dialog
    then = as_it_was(dialog, values) if "dialog" in values else dialog
    state = replace(state, reaction=values.get("reaction", state.reaction))
    message = MessageView.of(context.message, state) if context.message else None
    event = Event(
        type=EventType(values["type"]),
        timestamp=moment(notice.created_at),
        data=EventData(dialog=DialogView.of(then), message=message, message_id=values.get("message_id")),
    )
    return event.model_dump_json().encode()
