"""How fast messages go between sellers and the group: throughput of a backlog, latency at a steady pace, memory, start.

The bots take turns, so that a machine that is slow for a while is slow for each of them. What a bot still has to do
when its messages are there, such as signs and cards, is done before anything else begins.
"""

import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from bench.people import Json, Telegram
from bench.processes import Running, bot, sandbox, wait_for

SELLERS = 50
EACH = 30  # messages of a seller in a backlog
ANSWERS = 10  # to each of them at once
PACED = 100  # messages at a steady pace in one round
PER_SECOND = 40
ROUNDS = 6
WARMING_UP = 1  # rounds that do not count
SETTLES_WITHIN = 120.0  # seconds
STARTS = 3  # the first finds cold files
SENDING = ("sendMessage", "copyMessage")

WRITTEN = re.compile(r"^(?:paced|backlog|answer) [\d ]+$", re.MULTILINE)

Sent = dict[tuple[int, int], tuple[str, float]]  # id of a message and its seller: its text, and when it was written


@dataclass(frozen=True)
class Backlog:
    throughput: float  # messages a second
    answers: float  # a second, the other way
    calls: float  # Bot API calls a message
    in_order: float  # share of sellers whose messages came in the order in which they were written


@dataclass(frozen=True)
class Relayed:
    ready: float  # seconds from the start of the process to its first call of the Bot API
    backlogs: Sequence[Backlog]
    took: Sequence[float]  # ms, of each message at a steady pace
    memory: float  # megabytes

    @property
    def throughput(self) -> float:
        return median(backlog.throughput for backlog in self.backlogs)

    @property
    def answers(self) -> float:
        return median(backlog.answers for backlog in self.backlogs)

    @property
    def calls(self) -> float:
        return max(backlog.calls for backlog in self.backlogs)

    @property
    def in_order(self) -> float:
        return min(backlog.in_order for backlog in self.backlogs)

    def percentile(self, percent: int) -> float:
        return quantiles(self.took, n=100)[percent - 1]

    def times_as_fast_as(self, other: "Relayed", speed: Callable[[Backlog], float]) -> float:
        """Round against round: both of a round found the machine alike."""
        rounds = zip(self.backlogs, other.backlogs, strict=True)
        return median(speed(ours) / speed(theirs) for ours, theirs in rounds)


@dataclass
class Contestant:
    telegram: Telegram
    running: Running
    sellers: list[int]


def measure(*names: str) -> list[Relayed]:
    ready = _starts(names)
    took: dict[str, list[float]] = {name: [] for name in names}
    backlogs: dict[str, list[Backlog]] = {name: [] for name in names}
    with ExitStack() as all_run:
        contestants = {name: all_run.enter_context(_contestant(name)) for name in names}
        for number in range(WARMING_UP + ROUNDS):
            for name, contestant in contestants.items():
                paced, backlog = _paced(contestant, number), _backlog(contestant, number)
                if number >= WARMING_UP:
                    took[name] += paced
                    backlogs[name].append(backlog)
        memory = {name: contestant.running.memory / 2**20 for name, contestant in contestants.items()}
    return [Relayed(ready[name], backlogs[name], took[name], memory[name]) for name in names]


def _starts(names: Sequence[str]) -> dict[str, float]:
    found: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(STARTS):
        for name in names:
            with _started(name) as (ready, _, _):
                found[name].append(ready)
    return {name: min(starts) for name, starts in found.items()}


@contextmanager
def _started(name: str) -> Iterator[tuple[float, Telegram, Running]]:
    with tempfile.TemporaryDirectory() as folder, sandbox() as telegram:
        started = time.time()
        with bot(name, telegram, Path(folder)) as running:
            wait_for("ready", lambda: _first_call(telegram))
            yield _first_call(telegram) - started, telegram, running


@contextmanager
def _contestant(name: str) -> Iterator[Contestant]:
    with _started(name) as (_, telegram, running):
        sellers = [telegram.seller(f"Seller {n}") for n in range(SELLERS)]
        for seller in sellers:
            if name == "sellerdesk":
                open_dialog(telegram, seller)
            else:
                telegram.send(seller, "/start")
        time.sleep(5)  # cards settle
        yield Contestant(telegram, running, sellers)


def open_dialog(telegram: Telegram, seller: int) -> None:
    telegram.send(seller, "/new")
    telegram.click(seller, "Возвраты")
    telegram.click(seller, "Возврат брака")
    telegram.click(seller, "Всё равно написать")
    telegram.send(seller, "Здравствуйте!")
    telegram.click(seller, "Создать диалог")


def _first_call(telegram: Telegram) -> float:
    """When it was answered, and 0.0 before; the request for updates comes with it, and is answered much later."""
    calls, _ = telegram.calls()
    return float(calls[0]["at"]) if calls else 0.0


def _paced(contestant: Contestant, number: int) -> list[float]:
    telegram = contestant.telegram
    _, since = telegram.calls()
    chance, sent = random.Random(number), {}
    for n in range(PACED):
        seller, text, began = chance.choice(contestant.sellers), f"paced {number} {n}", time.time()
        sent[telegram.send(seller, text), seller] = (text, began)
        time.sleep(max(0.0, 1 / PER_SECOND - (time.time() - began)))
    arrived = _arrivals(telegram, since, PACED, sent)
    _settle(contestant)
    return [(arrived[text] - began) * 1000 for text, began in sent.values()]


def _backlog(contestant: Contestant, number: int) -> Backlog:
    telegram, sellers = contestant.telegram, contestant.sellers
    texts = {seller: [f"backlog {number} {seller} {n}" for n in range(EACH)] for seller in sellers}
    _, since = telegram.calls()
    took, arrived = _at_once(
        contestant,
        {texts[seller][n]: (seller, partial(telegram.send, seller)) for n in range(EACH) for seller in sellers},
    )
    calls, _ = telegram.calls(since)
    last = max(arrived.values())
    relays = [call for call in calls if call["method"] in SENDING and call["ok"] and float(call["at"]) <= last]
    order = [_in_order([arrived[text] for text in texts[seller]]) for seller in sellers]
    answers = _answers_a_second(contestant, number)
    return Backlog(len(arrived) / took, answers, len(relays) / len(arrived), sum(order) / len(order))


def _answers_a_second(contestant: Contestant, number: int) -> float:
    """To each seller's newest words."""
    telegram, group = contestant.telegram, contestant.telegram.group
    there = telegram.newest_in_group(2 * SELLERS * EACH)
    said = {int(words[2]): message for message in there if (words := str(message.get("text")).split())[0] == "backlog"}
    took, arrived = _at_once(
        contestant,
        {
            f"answer {number} {seller} {n}": (group, partial(telegram.answer, said[seller]))
            for n in range(ANSWERS)
            for seller in contestant.sellers
        },
    )
    return len(arrived) / took


def _at_once(
    contestant: Contestant, writings: dict[str, tuple[int, Callable[[str], int]]]
) -> tuple[float, dict[str, float]]:
    """Seconds that all took, and when each arrived: written while the bot is stopped, so that only its speed counts."""
    telegram = contestant.telegram
    contestant.running.pause()
    _, since = telegram.calls()
    sent = {(write(text), chat): (text, 0.0) for text, (chat, write) in writings.items()}
    began = time.time()
    contestant.running.go_on()
    arrived = _arrivals(telegram, since, len(sent), sent)
    _settle(contestant)
    return max(arrived.values()) - began, arrived


def _settle(contestant: Contestant) -> None:
    """Until the bot has called nothing for a second, but for updates."""
    _, since = contestant.telegram.calls()
    deadline = time.monotonic() + SETTLES_WITHIN
    while time.monotonic() < deadline:
        time.sleep(1)
        calls, since = contestant.telegram.calls(since)
        if all(call["method"] == "getUpdates" for call in calls):
            return
    raise TimeoutError("a bot that never rests")


def _in_order(times: list[float]) -> bool:
    return times == sorted(times)


def _arrivals(telegram: Telegram, since: int, expected: int, sent: Sent) -> dict[str, float]:
    """When each text reached the other side."""
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
    written = WRITTEN.search(str(params.get("text", "")))
    return written[0] if written and call["method"] == "sendMessage" else None
