"""How fast messages go from sellers to the group: throughput of a backlog, latency at a steady pace, memory, start."""

import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from bench.people import Json, Telegram
from bench.processes import Running, bot, sandbox, wait_for

SELLERS = 50
EACH = 30  # messages of a seller in the backlog
PACED = 400  # messages at a steady pace
PER_SECOND = 40
SENDING = ("sendMessage", "copyMessage")

Sent = dict[tuple[int, int], tuple[str, float]]  # id of a message and its seller: its text, and when it was written


@dataclass(frozen=True)
class Relayed:
    ready: float  # seconds from the start of the process to its first request for updates
    throughput: float  # messages a second
    calls: float  # Bot API calls a message
    in_order: float  # share of sellers whose messages came in the order in which they were written
    p50: float  # ms
    p95: float
    memory: float  # megabytes


def measure(name: str) -> Relayed:
    with tempfile.TemporaryDirectory() as folder, sandbox() as telegram:
        started = time.time()
        with bot(name, telegram, Path(folder)) as running:
            wait_for("ready", lambda: _first(telegram, "getUpdates"))
            ready = _first(telegram, "getUpdates") - started
            sellers = [telegram.seller(f"Seller {n}") for n in range(SELLERS)]
            if name == "sellerdesk":
                for seller in sellers:
                    open_dialog(telegram, seller)
            else:
                for seller in sellers:
                    telegram.send(seller, "/start")
            time.sleep(5)  # cards settle
            p50, p95 = _paced(telegram, sellers)
            throughput, calls, in_order = _backlog(telegram, running, sellers)
            return Relayed(ready, throughput, calls, in_order, p50, p95, running.memory / 2**20)


def open_dialog(telegram: Telegram, seller: int) -> None:
    telegram.send(seller, "/new")
    telegram.click(seller, "Возвраты")
    telegram.click(seller, "Возврат брака")
    telegram.click(seller, "Всё равно написать")
    telegram.send(seller, "Здравствуйте!")
    telegram.click(seller, "Создать диалог")


def _first(telegram: Telegram, method: str) -> float:
    calls, _ = telegram.calls()
    return next((float(call["at"]) for call in calls if call["method"] == method), 0.0)


def _paced(telegram: Telegram, sellers: list[int]) -> tuple[float, float]:
    _, since = telegram.calls()
    chance, sent = random.Random(7), {}
    for n in range(PACED):
        seller = chance.choice(sellers)
        began = time.time()
        sent[telegram.send(seller, f"paced {n}"), seller] = (f"paced {n}", began)
        time.sleep(max(0.0, 1 / PER_SECOND - (time.time() - began)))
    arrived = _arrivals(telegram, since, PACED, sent)
    took = sorted((arrived[text] - began) * 1000 for text, began in sent.values())
    cuts = quantiles(took, n=20)
    return cuts[9], cuts[18]


def _backlog(telegram: Telegram, running: Running, sellers: list[int]) -> tuple[float, float, float]:
    """All is written while the bot is stopped, so that only the bot's own speed counts."""
    running.pause()
    _, since = telegram.calls()
    sent = {
        (telegram.send(seller, f"backlog {seller} {n}"), seller): (f"backlog {seller} {n}", 0.0)
        for n in range(EACH)
        for seller in sellers
    }
    began = time.time()
    running.go_on()
    arrived = _arrivals(telegram, since, len(sent), sent)
    took = max(arrived.values()) - began
    calls, _ = telegram.calls(since)
    relays = [call for call in calls if call["method"] in SENDING and call["ok"]]
    order = [_in_order([arrived[f"backlog {seller} {n}"] for n in range(EACH)]) for seller in sellers]
    return len(sent) / took, len(relays) / len(sent), sum(order) / len(order)


def _in_order(times: list[float]) -> bool:
    return times == sorted(times)


def _arrivals(telegram: Telegram, since: int, expected: int, sent: Sent) -> dict[str, float]:
    """When each text reached the group."""
    found: dict[str, float] = {}
    deadline = time.monotonic() + 120
    while len(found) < expected:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{len(found)} of {expected} arrived")
        time.sleep(0.1)
        calls, since = telegram.calls(since)
        for call in calls:
            text = _text_of(call, sent)
            if text:
                found.setdefault(text, float(call["at"]))
    return found


def _text_of(call: Json, sent: Sent) -> str | None:
    params = call["params"]
    if not call["ok"]:
        return None
    if call["method"] == "copyMessage":
        text, _ = sent.get((int(params["message_id"]), int(params["from_chat_id"])), (None, 0.0))
        return text
    if call["method"] == "sendMessage" and str(params.get("text", "")).startswith(("paced ", "backlog ")):
        return str(params["text"])
    return None
