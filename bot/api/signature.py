"""Signed as Standard Webhooks has it: over the id, the second and the body."""

import base64
import hashlib
import hmac


def sign(key: bytes, event_id: str, second: int, body: bytes) -> str:
    signed = f"{event_id}.{second}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
