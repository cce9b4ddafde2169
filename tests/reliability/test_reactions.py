"""Reactions are a best effort in a budget of their own: they ask no more than they must, and nothing waits for them."""

from core.message import MessageRef
from tests.conversations.desk import Desk
from tests.conversations.shop import Post
from tests.reliability.conftest import Trouble

MESSAGES = 6


async def written(desk: Desk) -> list[Post]:
    """Answers in quick succession."""
    here = {"chat_id": desk.shop.group, "from_id": desk.pyotr.id, "message_thread_id": desk.here.thread_id}
    sent = [await desk.shop.control("send", **here, text=f"Ответ {step}") for step in range(MESSAGES)]
    await desk.shop.settle()
    ids = [answer["messages"][0]["message_id"] for answer in sent]
    return [post for post in (await desk.here.look()).posts if post.id in ids]


async def test_a_429_on_one_makes_one_call_more(desk: Desk, trouble: Trouble) -> None:
    before = len(await desk.shop.calls("setMessageReaction"))
    await trouble("429", methods=["setMessageReaction"], times=1, retry_after=1)

    assert [post.reactions for post in await written(desk)] == [["👌"]] * MESSAGES

    assert len(await desk.shop.calls("setMessageReaction")) == before + MESSAGES + 1


async def test_one_that_is_refused_again_and_again_holds_no_message(desk: Desk, trouble: Trouble) -> None:
    before = len(await desk.shop.calls("setMessageReaction"))
    await trouble("429", methods=["setMessageReaction"], retry_after=600)
    body = {"chat_id": desk.shop.group, "from_id": desk.pyotr.id, "message_thread_id": desk.here.thread_id}
    await desk.shop.control("send", **body, text="Ответ")
    for _ in range(5):
        await desk.shop.app.polling.once(0)
        await desk.shop.app.update_worker.settle()
        await desk.shop.app.delivery.read()
        await desk.shop._streams_rest()

    assert (await desk.anna.look()).last.text.endswith("Ответ")
    assert len(await desk.shop.calls("setMessageReaction")) == before + 1


async def test_the_latest_stays(desk: Desk, trouble: Trouble) -> None:
    """What is wanted while an earlier one waits takes its place, and costs no call."""
    [sent] = await desk.here.send("Ответ")
    before = len(await desk.shop.calls("setMessageReaction"))
    await trouble("429", methods=["setMessageReaction"], times=1, retry_after=1)
    for emoji in ("👀", "👌", "✍"):
        desk.shop.app.reactions.set(MessageRef(desk.shop.group, sent.id), emoji)
    await desk.shop.settle()

    assert next(post for post in (await desk.here.look()).posts if post.id == sent.id).reactions == ["✍"]
    assert len(await desk.shop.calls("setMessageReaction")) == before + 2
