"""A receiver of SellerDesk's events: each new dialog gets the draft of an answer, as an internal note.

EVENTS_SECRET=whsec_… SELLERDESK=http://127.0.0.1:8090 TOKEN=sd_… .venv/bin/python examples/assistant.py

The desk's settings: EVENTS_URL=http://127.0.0.1:8099/, the same EVENTS_SECRET, API_LISTEN=127.0.0.1:8090.
"""

import base64
import hashlib
import hmac
import os
import time

from aiohttp import ClientSession, web

SECRET = base64.b64decode(os.environ["EVENTS_SECRET"].removeprefix("whsec_"))
DESK = os.environ["SELLERDESK"]
TOKEN = os.environ["TOKEN"]
PORT = int(os.environ.get("PORT", "8099"))
OLDEST = int(os.environ.get("OLDEST", "300"))  # seconds


def is_ours(request: web.Request, body: bytes) -> bool:
    """Signed with our secret, just now."""
    given = request.headers
    event_id, second = given.get("webhook-id", ""), given.get("webhook-timestamp", "")
    if not second.isdecimal() or abs(time.time() - int(second)) > OLDEST:
        return False
    signed = hmac.new(SECRET, f"{event_id}.{second}.".encode() + body, hashlib.sha256).digest()
    expected = "v1," + base64.b64encode(signed).decode()
    return any(hmac.compare_digest(expected, each) for each in given.get("webhook-signature", "").split())


def draft_for(question: str) -> str:
    """Your model goes here."""
    return f"Черновик: «Здравствуйте! Спасибо за вопрос „{question[:200]}“. Проверяем и вернёмся с ответом.»"


async def first_words(http: ClientSession, number: int) -> str:
    async with http.get(f"{DESK}/v1/dialogs/{number}/messages") as answer:
        return " ".join(message["text"] for message in (await answer.json())["items"]).strip()


async def receive(request: web.Request) -> web.Response:
    body = await request.read()
    if not is_ours(request, body):
        return web.Response(status=401)
    event = await request.json()
    if event["type"] == "dialog.opened":
        number = event["data"]["dialog"]["number"]
        headers = {"Authorization": f"Bearer {TOKEN}"}
        async with ClientSession(headers=headers, raise_for_status=True) as http:
            note = {"text": draft_for(await first_words(http, number))}
            once = {"Idempotency-Key": request.headers["webhook-id"]}  # an event that comes twice is one note
            await http.post(f"{DESK}/v1/dialogs/{number}/note", json=note, headers=once)
    return web.Response()


if __name__ == "__main__":
    app = web.Application()
    app.router.add_post("/", receive)
    web.run_app(app, host="127.0.0.1", port=PORT)
