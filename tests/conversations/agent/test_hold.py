"""`/hold …`: the seller sees a word in between, and still waits for the answer."""

from core.dialog import Status
from core.units import DAY, MINUTE
from tests.conversations.desk import Desk
from tests.conversations.shop import File


async def status(desk: Desk) -> Status:
    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    return dialog.status


async def test_the_seller_sees_it_without_stars_and_support_still_owes_an_answer(desk: Desk) -> None:
    await desk.here.send("/hold Смотрю ваш вопрос")

    assert desk.anna.last.text == f"💬 Мы занимаемся диалогом №{desk.number}\n\nСмотрю ваш вопрос"
    assert desk.anna.last.buttons == ["Продолжить диалог", "Открыть диалог"]
    assert await status(desk) is Status.CREATED
    await desk.pyotr.send("/queue")
    assert f"№{desk.number}" in desk.pyotr.last.text
    assert "Создан, ждёт ответа" in (await desk.here.look()).got[0].text
    assert "Ведёт: Пётр" in desk.here.got[0].text


async def test_it_is_no_first_response(desk: Desk) -> None:
    await desk.here.send("/минутку смотрю")
    await desk.shop.passes(minutes=40)
    await desk.here.send("Готово")

    dialog = await desk.shop.app.store.dialog(desk.number)
    assert dialog
    assert dialog.first_answer_at is not None
    assert dialog.first_answer_at - dialog.created_at >= 40 * MINUTE
    turns = await desk.shop.app.store.turns_by_place(0, desk.shop.clock() + DAY)
    assert [spread.median for spread in turns.values()] == [dialog.first_answer_at - dialog.created_at]


async def test_the_newest_answer_keeps_its_stars(desk: Desk) -> None:
    await desk.here.send("Вернули")
    answer = desk.anna.last
    await desk.here.send("/hold И ещё проверю доставку")

    await desk.anna.look()
    stars = {post.id: sum("⭐" in label for label in post.buttons) for post in desk.anna.got}
    assert stars[answer.id] == 5
    assert stars[desk.anna.last.id] == 0
    assert await status(desk) is Status.ANSWERED
    await desk.here.edit(next(post for post in desk.here.posts if "И ещё" in post.text), "/hold И ещё проверю склад")
    assert desk.anna.last.text.endswith("И ещё проверю склад")
    assert desk.anna.last.text.startswith("💬 Мы занимаемся")
    assert not any("⭐" in label for label in desk.anna.last.buttons)
    await desk.here.send("Проверил")
    await desk.anna.look()
    assert not any("⭐" in label for label in next(post for post in desk.anna.got if post.id == answer.id).buttons)


async def test_with_a_file_and_with_an_album(desk: Desk) -> None:
    await desk.here.send("/hold Вот что видим", File("photo"))
    assert desk.anna.last.kind == "photo"
    assert desk.anna.last.text.startswith("💬 Мы занимаемся")

    await desk.here.send("/hold Смотрим", File("photo"), File("photo"), album=True)
    assert desk.anna.last.text == f"💬 Мы занимаемся диалогом №{desk.number}"
    assert desk.anna.last.buttons == ["Продолжить диалог", "Открыть диалог"]
    assert await status(desk) is Status.CREATED


async def test_the_sellers_reply_comes_back_and_without_words_it_shows_how(desk: Desk) -> None:
    await desk.here.send("/hold Смотрю")
    await desk.anna.send("Спасибо, жду", reply_to=desk.anna.last)
    assert (await desk.here.look()).posts[-1].text == "Спасибо, жду"

    before = len(desk.anna.posts)
    await desk.here.send("/hold")
    assert "/hold смотрю ваш вопрос" in desk.here.last.text
    assert len(desk.anna.posts) == before


async def test_in_a_plain_group_and_in_english(desk: Desk) -> None:
    await desk.shop.control("group", chat_id=desk.shop.group, action="forum_off")
    await desk.shop.patch_person(desk.anna, language_code="en")
    await desk.anna.send("Hello")
    question = (await desk.pyotr.look()).got[-1]

    await desk.pyotr.send("/hold On it", reply_to=question)

    assert desk.anna.last.text == f"💬 We are working on dialog #{desk.number}\n\nOn it"


async def test_it_can_be_taken_back_while_it_waits(desk: Desk) -> None:
    desk.shop.app.desk.rules.answer_delay = MINUTE
    before = len(desk.anna.posts)
    await desk.here.send("/hold Смотрю")
    await desk.here.send("/undo")
    await desk.shop.passes(minutes=2)

    assert len((await desk.anna.look()).posts) == before
    assert await status(desk) is Status.CREATED


async def test_a_colleague_learns_who_has_the_dialog(desk: Desk) -> None:
    await desk.here.send("/take")
    vera = await (await desk.shop.agent("Вера")).topic(desk.number)

    await vera.send("/hold Пётр на обеде, скоро будет")

    assert "Этот диалог ведёт Пётр" in (await desk.here.look()).last.text
    assert desk.anna.last.text.endswith("скоро будет")
    assert "Ведёт: Пётр" in desk.here.got[0].text
