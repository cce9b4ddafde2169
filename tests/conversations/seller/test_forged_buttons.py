"""Callback data is what anybody may send: nobody reaches another's dialog, and nothing breaks."""

from tests.conversations.seller.talks import answered, opened
from tests.conversations.shop import Shop

HUGE = "9" * 30


async def test_no_button_reaches_the_dialog_of_somebody_else(shop: Shop) -> None:
    anna, mallory = await shop.seller(), await shop.seller("Мэллори")
    number = await opened(anna, "Секрет Анны")
    await answered(shop, number, "Секретный ответ")
    await mallory.send("/start")
    before = len(anna.got)
    for data in (
        f"open:{number}:0:1", f"open:{number}:0:0", f"write:{number}", f"files:{number}", f"cancel:{number}:0",
        f"cancel:{number}:1", f"same:{number}", f"rate:{number}:1:0", f"rate:{number}:1:1", f"ask-rate:{number}",
        f"skip:{number}", f"to:{number}:1", f"to-new:1:{number}",
    ):  # fmt: skip
        answer = await mallory.press(mallory.got[0], data)
        said = "\n".join([(answer or {}).get("text") or "", *(post.text for post in mallory.got)])
        assert "Секрет" not in said, data
    assert len((await anna.look()).got) == before
    dialog = await shop.app.store.dialog(number)
    assert dialog is not None
    assert dialog.is_open
    assert dialog.rating is None


STRANGE = (
    "", "nonsense", "open", f"open:{HUGE}:0:0", "open:-5:0:0", "open:abc:0:0", "open:1:-1:0", "rate:100001:9:0",
    "rate:100001:0:0", "cats:-1", f"cats:{HUGE}", "cats:999999", "cat::0", "topic::0", "topic:" + "x" * 50 + ":0",
    "lang:xx", "status:unknown", "since:yesterday", "draft:fly", f"drop:{HUGE}", "on:nothing", "k:take:100001",
    "mine:999999:0", "draft:create", "draft:undo", "goon", "to:100001:1", "\u202e:\u0000", "open:١٢٣:0:0",
)  # fmt: skip


async def test_strange_data_are_answered_and_break_nothing(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("/start")
    for data in STRANGE:
        await anna.press(anna.got[0], data)
        assert await shop.app.store.count_set_aside() == 0, data
    await anna.send("/start")
    assert "Здравствуйте" in anna.last.text


async def test_a_button_that_nobody_knows_says_so(shop: Shop) -> None:
    anna = await shop.seller()
    await anna.send("/start")
    answer = await anna.press(anna.last, "from:an:older:version")
    assert answer is not None
    assert "Эта кнопка больше не работает" in answer["text"]
    assert answer["show_alert"]


async def test_two_taps_on_cancel_and_stars_do_it_once(shop: Shop) -> None:
    anna = await shop.seller()
    number = await opened(anna)
    await answered(shop, number)
    answer = anna.last
    for _ in range(2):
        await shop.control(
            "press", chat_id=anna.id, message_id=answer.id, from_id=anna.id, data=f"rate:{number}:5:0", wait=0
        )
    await shop.settle()
    assert len([post for post in anna.got if "Спасибо за оценку" in post.text]) == 1
