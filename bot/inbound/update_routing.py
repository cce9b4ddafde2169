"""An update's way to its handler: through aiogram's routers, past the entrance of its dispatcher.

That one would find out once more, for each update, who wrote it and where: here it is known.
"""

from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import ErrorEvent, TelegramObject, Update

from bot.inbound.update_context import FsmStorage, UpdateContext, current_context


class UpdateRouting:
    def __init__(self, dispatcher: Dispatcher, fsm_storage: FsmStorage, bot: Bot) -> None:
        self._dispatcher = dispatcher
        self._fsm_storage = fsm_storage
        self._bot = bot

    async def route(self, update: Update, kind: str, event: TelegramObject, context: UpdateContext) -> None:
        """To the first handler whose filters let it in; what one raises goes to those for errors."""
        token = current_context.set(context)
        try:
            data = await self._data(context)
            try:
                await self._propagate(kind, event, data)
            except Exception as error:
                if await self._propagate("error", ErrorEvent(update=update, exception=error), data) is UNHANDLED:
                    raise
        finally:
            current_context.reset(token)

    async def _data(self, context: UpdateContext) -> dict[str, Any]:
        screen = context.screen
        key = StorageKey(self._bot.id, screen.chat_id, context.person.id, screen.thread_id)
        state = FSMContext(self._fsm_storage, key)
        return self._dispatcher.workflow_data | {
            "bot": self._bot,
            "context": context,
            "state": state,
            "raw_state": await state.get_state(),
        }

    async def _propagate(self, kind: str, event: TelegramObject, data: dict[str, Any]) -> Any:
        for router in self._dispatcher.sub_routers:
            answer = await router.propagate_event(kind, event, **data)
            if answer is not UNHANDLED:
                return answer
        return UNHANDLED
