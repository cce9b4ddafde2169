"""A seller who does anything at random: nothing breaks, Telegram refuses nothing, nobody is left without a word."""

import random

import pytest

from tests.conversations.seller.talks import opened
from tests.conversations.shop import File, Shop, Somebody

STEPS = 120
WORDS = (
    "возврат брака", "где мои деньги", "/start", "/new", "/dialogs", "/help", "/mydata", "/language", "Новый диалог",
    "Мои диалоги", "Помощь", "100001", "№100002", "01.09.2026–30.09.2026", "31.02.2026", "спасибо",
    "😀" * 300, "я" * 4096,
    "<b>&", "/nonsense", "djpdhfn", "?!", "\ufe0f",
)  # fmt: skip
KINDS = ("photo", "document", "video", "voice", "audio", "animation", "video_note", "sticker", "poll", "contact")
NOT_MODIFIED = "message is not modified"


async def press_something(seller: Somebody, dice: random.Random) -> None:
    found = [(post, button) for post in seller.posts[-12:] for button in post.inline if "callback_data" in button]
    if found:
        post, button = dice.choice(found)
        await seller.press(post, button["callback_data"])


async def send_something(seller: Somebody, dice: random.Random) -> None:
    files = [File(dice.choice(KINDS), size=dice.choice((10, 11 << 20))) for _ in range(dice.choice((0, 0, 1, 1, 3)))]
    album = len(files) > 1
    if album:
        files = [File("photo", size=dice.choice((10, 9 << 20, 11 << 20))) for _ in files]
    reply_to = dice.choice([None, None, *seller.posts[-10:]])
    text = dice.choice(WORDS) if not files or files[0].kind in ("photo", "document") else None
    text = text[:1000] if text and files else text
    await seller.send(text, *files, album=album, reply_to=reply_to)


async def edit_something(seller: Somebody, dice: random.Random) -> None:
    mine = [post for post in seller.posts[-10:] if not post.by_bot and post.kind in ("text", "photo")]
    if mine:
        await seller.edit(dice.choice(mine), dice.choice(("исправлено", "ещё раз", "<i>")))


async def support_does_something(shop: Shop, agent: Somebody, dice: random.Random) -> None:
    topics = [topic for topic in shop.chat(shop.group)["topics"] if "№" in topic["name"] and not topic.get("closed")]
    if topics:
        text = dice.choice(("Ответ", "/ask Уточните", "Ответ", "/close", "//заметка"))
        await agent.in_topic(dice.choice(topics)).send(text)


@pytest.mark.parametrize("seed", [1, 2])
async def test_anything_in_any_order(shop: Shop, seed: int) -> None:
    dice = random.Random(seed)
    anna, agent = await shop.seller(language=dice.choice(("ru", "en"))), await shop.agent()
    await opened(await shop.seller("Борис"))
    for person in (anna, await shop.admin()):
        await person.send("/start")
    for step in range(STEPS):
        action = dice.choices(("press", "send", "edit", "support", "time"), (10, 6, 1, 2, 1))[0]
        match action:
            case "press":
                await press_something(anna, dice)
            case "send":
                await send_something(anna, dice)
            case "edit":
                await edit_something(anna, dice)
            case "support":
                await support_does_something(shop, agent, dice)
            case "time":
                await shop.passes(minutes=dice.choice((1, 16, 60 * 25)))
        assert await shop.app.store.count_set_aside() == 0, (step, action)
    refused = [call for call in await shop.calls() if not call["ok"] and NOT_MODIFIED not in call["description"]]
    assert refused == []
