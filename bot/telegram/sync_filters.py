"""aiogram hands a filter that is a plain function to a thread. Ours only look, so they are called in line."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router


def call_in_line(router: Router) -> None:
    for part in router.chain_tail:
        for observer in part.observers.values():
            for handler in (observer._handler, *observer.handlers):
                for one in handler.filters or ():
                    if not one.awaitable:
                        one.callback, one.awaitable = _awaitable(one.callback), True


def _awaitable(look: Callable[..., Any]) -> Callable[..., Awaitable[Any]]:
    async def looked(*given: Any, **named: Any) -> Any:
        return look(*given, **named)

    return looked
