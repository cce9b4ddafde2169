"""How the bot learns of what happens, and answers presses of its buttons."""

import re
from urllib.parse import urlsplit

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteWebhook,
    GetUpdates,
    GetWebhookInfo,
    SetWebhook,
)

from sandbox.method_registry import method
from sandbox.refusals import Json, bad_request
from sandbox.updates import BATCH, Webhook
from sandbox.world import World

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
ANSWER_LIMIT = 200


@method(GetUpdates)
async def get_updates(world: World, call: GetUpdates) -> list[Json]:
    if call.allowed_updates is not None:
        world.updates.allowed = list(call.allowed_updates)
    limit = max(1, min(call.limit or BATCH, BATCH))
    return await world.updates.poll(call.offset or 0, limit, call.timeout or 0)


@method(SetWebhook)
def set_webhook(world: World, call: SetWebhook) -> bool:
    """Unlike Telegram, the sandbox takes plain http and any port, but only of this machine."""
    if call.url:
        check_url(call.url)
    if call.secret_token is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", call.secret_token):
        raise bad_request("secret token contains unallowed characters")
    if call.allowed_updates is not None:
        world.updates.allowed = list(call.allowed_updates)
    world.updates.webhook = Webhook(call.url, call.secret_token or "", min(call.max_connections or 40, 100))
    settle(world, drop=bool(call.drop_pending_updates))
    return True


def check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme == "http" and parts.hostname in HERE:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.hostname not in HERE:
        raise bad_request("bad webhook: Failed to resolve host: the sandbox reaches only this machine")


@method(DeleteWebhook)
def delete_webhook(world: World, call: DeleteWebhook) -> bool:
    world.updates.webhook = Webhook()
    settle(world, drop=bool(call.drop_pending_updates))
    return True


def settle(world: World, *, drop: bool) -> None:
    if drop:
        world.updates.forget()
    world.updates.wake()
    world.changes += 1


@method(GetWebhookInfo)
def webhook_info(world: World, call: GetWebhookInfo) -> Json:
    hook = world.updates.webhook
    told: Json = {
        "url": hook.url, "has_custom_certificate": False, "pending_update_count": len(world.updates.pending),
    }  # fmt: skip
    if hook.url:
        told["max_connections"] = hook.max_connections
    if hook.failure:
        told |= {"last_error_date": hook.failed_at, "last_error_message": hook.failure}
    if world.updates.allowed:
        told["allowed_updates"] = world.updates.allowed
    return told


@method(AnswerCallbackQuery)
def answer_press(world: World, call: AnswerCallbackQuery) -> bool:
    press = world.presses.find(call.callback_query_id)
    if press is None:
        raise bad_request(TOO_OLD)
    if len(call.text or "") > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if press.answer is None:
        press.answer = {"show_alert": bool(call.show_alert)}
        press.answer |= {name: value for name in ("text", "url") if (value := getattr(call, name))}
        press.answered()
    return True
