"""The draft: one card edited in place, files each judged by itself, a receipt that is true."""

from core.units import MEGABYTE
from tests.conversations.seller.talks import TOPIC, choose, number_in
from tests.conversations.shop import File, Shop


def has(seller: object, label: str) -> bool:
    return any(label in button for button in seller.buttons)  # type: ignore[attr-defined]


async def test_words_and_files_join_one_card_in_any_order(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    card = anna.last
    await anna.send(None, File("document", name="отчёт.pdf"))
    await anna.send(None, File("photo", size=1))
    await anna.send(None, File("voice"))
    assert not has(anna, "Создать диалог")
    await anna.send("Пришёл брак")
    await anna.send("Ещё подробность")
    [shown] = [post for post in anna.got if post.text.startswith("📝")]
    assert shown.id > card.id  # it follows what is written
    assert anna.last.id == shown.id
    text = shown.text
    assert "Пришёл брак\nЕщё подробность" in text
    assert "3 файла" in text
    assert "отчёт.pdf" in text
    assert has(anna, "Создать диалог")


async def test_the_card_counts_the_megabytes(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send(None, File("document", size=9 * MEGABYTE), File("document", size=int(3.4 * MEGABYTE)))
    assert "12,4 из 50 МБ" in anna.last.text


async def test_it_may_be_created_only_when_all_required_fields_are_filled(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    card = anna.last
    await anna.press(card, "draft:create")  # the button is not there, but somebody presses it
    assert not any("создан" in post.text for post in anna.got)
    await anna.send("\ufe0f\ufe0f")  # nothing that a reader would see
    assert "нет текста" in anna.last.text
    assert not has(anna, "Создать диалог")
    await anna.send("Слово")
    await anna.click("Создать диалог")
    assert "создан" in anna.last.text


async def test_every_kind_of_file_is_taken_up_to_exactly_10_megabytes(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    for kind in ("photo", "document", "video", "animation", "audio", "voice", "video_note"):
        await anna.send(None, File(kind, size=10 * MEGABYTE))
        [card] = [post.text for post in anna.got if post.text.startswith("📝")]
        assert "1 файл, 10 из 50 МБ" in card, kind
        await anna.click("Убрать последнее")
        await anna.send(None, File(kind, size=10 * MEGABYTE + 1))
        refusal = anna.got[-1].text
        assert "10,01 МБ" in refusal, kind
        assert "не больше 10 МБ" in refusal


async def test_the_51st_megabyte_is_refused_and_the_50th_is_not(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    for _ in range(5):
        await anna.send(None, File("document", size=10 * MEGABYTE))
    assert "5 файлов, 50 из 50 МБ" in anna.last.text
    await anna.send(None, File("document", size=1, name="ещё.txt"))
    assert "ещё.txt" in anna.last.text
    assert "не больше 50 МБ" in anna.last.text


async def test_of_an_album_the_good_files_stay_and_the_receipt_is_true(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send(
        "Вот фото", File("photo"), File("photo", size=11 * MEGABYTE), File("video"), File("video"), album=True
    )
    assert any("11 МБ" in post.text for post in anna.got)
    await anna.click("Создать диалог")
    assert "комментарий и 3 файла из 4" in anna.last.text
    agent = await (await shop.agent()).topic(number_in(anna.last.text))
    album = [post for post in agent.got if post.album]
    assert [post.kind for post in album] == ["photo", "video", "video"]


async def test_what_can_not_be_attached_is_refused_with_a_sentence(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    for kind, named in {
        "sticker": "Стикер", "poll": "Опрос", "dice": "Кубик", "contact": "Контакт", "location": "Геопозицию",
    }.items():  # fmt: skip
        await anna.send(None, File(kind))
        assert anna.last.text.startswith(f"{named} передать в поддержку нельзя")


async def test_the_last_can_be_undone_files_removed_the_comment_rewritten(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Начало")
    await anna.send("подпись", File("photo"))
    await anna.send(None, File("document", name="а.txt"), File("document", name="б.txt"))
    await anna.click("Убрать последнее")
    assert "б.txt" not in anna.last.text
    assert "а.txt" in anna.last.text
    await anna.click("Убрать файлы")
    await anna.click("а.txt")
    assert "1 файл," in anna.last.text
    await anna.click("Убрать файлы")
    assert "Вложения: пока нет" in anna.last.text
    assert "Начало\nподпись" in anna.last.text
    await anna.click("Переписать комментарий")
    assert "Начало\nподпись" in anna.last.text  # until the new one comes
    await anna.click("Оставить прежний")
    await anna.click("Переписать комментарий")
    await anna.send(None, File("photo"))
    assert "Начало\nподпись" in anna.last.text
    await anna.send("Заново")
    assert "Заново" in anna.last.text
    assert "Начало" not in anna.last.text


async def test_all_files_can_be_removed_at_once(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Начало")
    await anna.send(None, File("photo"), File("photo"), album=True)
    await anna.click("Убрать файлы")
    await anna.click("Убрать все")
    assert "Вложения: пока нет" in anna.last.text
    await anna.click("Создать диалог")
    assert "Приняли: комментарий." in anna.last.text


async def test_an_edit_of_a_message_in_the_draft_changes_the_draft(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    [post] = await anna.send("Сначала так")
    await anna.edit(post, "Потом иначе")
    assert "Потом иначе" in anna.last.text
    assert "Сначала" not in anna.last.text
    [photo] = await anna.send("подпись", File("photo"))
    await anna.edit(photo, "другая подпись")
    assert "другая подпись" in anna.last.text


async def test_what_was_cancelled_can_be_had_back_for_a_day(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    card = anna.last
    await anna.send("Передумаю")
    await anna.click("Отмена")
    assert "Черновик удалён" in anna.last.text
    answer = await anna.press(card, "draft:create")
    assert answer is not None
    assert "черновика уже нет" in answer["text"]
    await shop.passes(hours=23)
    await anna.click("Вернуть")
    assert "Передумаю" in anna.last.text
    await anna.click("Отмена")
    await shop.passes(hours=25)
    answer = await anna.click("Вернуть")
    assert answer is not None
    assert "черновика уже нет" in answer["text"]


async def test_the_topic_can_be_changed_and_the_words_stay(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Мой вопрос")
    await anna.click("Сменить тему")
    await anna.click("‹ К черновику")
    assert TOPIC in anna.last.text
    await anna.click("Сменить тему")
    await anna.send("отзывы")
    await anna.click("›")
    if has(anna, "Всё равно написать"):
        await anna.click("Всё равно написать")
    assert "Мой вопрос" in anna.last.text
    assert TOPIC not in anna.last.text
    assert [post.text for post in anna.got if "продолжается ниже" in post.text]


async def test_two_taps_make_one_dialog(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    card = anna.last
    await anna.send("Один вопрос")
    for _ in range(2):
        await shop.control("press", chat_id=anna.id, message_id=card.id, from_id=anna.id, data="draft:create", wait=0)
    await shop.settle()
    assert len([post for post in anna.got if "создан" in post.text]) == 1


async def test_the_draft_outlives_a_restart(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("До перезапуска")
    await shop.restart()
    await anna.send("И после")
    assert "До перезапуска\nИ после" in anna.last.text


async def test_long_and_strange_comments_arrive_whole(shop: Shop) -> None:
    anna = await shop.seller("<b>&\"'", username=None)
    await choose(anna)
    words = ["😀" * 4096, "<i>не курсив</i> & \u202eзадом\u202c", "\u200bвидно\u200b"]
    for text in words:
        await anna.send(text)
    caption = "п" * 1024
    await anna.send(caption, File("photo"))
    assert len(anna.last.text) <= 4096
    await anna.click("Создать диалог")
    agent = await (await shop.agent()).topic(number_in(anna.last.text))
    for text in [*words, caption]:
        assert any(text in post.text for post in agent.got), text[:20]


async def test_the_confirmation_names_number_topic_and_what_was_kept(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Брак")
    await anna.click("Создать диалог")
    number = number_in(anna.last.text)
    assert 100_000 <= number <= 999_999
    assert f"Диалог №{number} создан" in anna.last.text
    assert TOPIC in anna.last.text
    assert "Обычно отвечаем" not in anna.last.text
    assert has(anna, "Открыть диалог")
    assert has(anna, "Мои диалоги")


async def test_the_usual_time_of_an_answer_is_told_where_enough_is_known(shop: Shop) -> None:
    agent = await shop.agent()
    for name in ("Борис", "Вера", "Глеб", "Дина", "Ева"):
        seller = await shop.seller(name)
        await choose(seller)
        await seller.send("Брак")
        await seller.click("Создать диалог")
        topic = await agent.topic(number_in(seller.last.text))
        await shop.passes(minutes=40)
        await topic.send("Ответ")
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Брак")
    await anna.click("Создать диалог")
    assert "Обычно отвечаем за 40 минут" in anna.last.text


async def test_the_card_stands_below_an_album_and_the_old_one_is_a_line(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    first = anna.last
    await anna.send("Пришёл брак", File("photo"), File("photo"), File("video"), album=True)
    card, [folded] = anna.posts[-1], [post for post in anna.got if post.id == first.id]
    assert card.text.startswith("📝")
    assert "3 файла" in card.text
    assert has(anna, "Создать диалог")
    assert folded.text == "Этот черновик продолжается ниже."
    assert folded.buttons == []
    assert len([post for post in anna.got if post.text.startswith("📝")]) == 1


async def test_a_complete_draft_is_reminded_of_once(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Пришёл брак")
    await shop.passes(minutes=29)
    assert "ещё не отправлен" not in anna.last.text
    await shop.passes(minutes=2)
    assert "ещё не отправлен" in anna.last.text
    assert TOPIC in anna.last.text
    await shop.passes(minutes=31)
    assert len([post for post in anna.got if "ещё не отправлен" in post.text]) == 1
    await anna.click("Продолжить черновик")
    await anna.click("Создать диалог")
    assert "создан" in anna.last.text


async def test_what_is_incomplete_or_sent_is_not_reminded_of(shop: Shop) -> None:
    anna, emily = await shop.seller(), await shop.seller("Emily", language="en")
    await choose(anna)
    await anna.send(None, File("photo"))
    await emily.send("/new")
    await emily.send("the buyer returned a broken thing")
    await emily.click("›")
    await shop.passes(minutes=31)
    for seller in (anna, emily):
        assert not any("ещё не отправлен" in post.text or "not been sent yet" in post.text for post in seller.got)


async def test_a_card_that_was_deleted_comes_anew(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    card = anna.last
    await shop.control("delete", chat_id=anna.id, message_ids=[card.id])
    await anna.send("Пришёл брак")
    assert anna.last.id != card.id
    assert "Пришёл брак" in anna.last.text
    await anna.click("Создать диалог")
    assert "создан" in anna.last.text


async def test_what_joined_the_draft_is_nodded_at(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Пришёл брак")
    await anna.send(None, File("photo"), File("photo", size=11 * MEGABYTE), album=True)
    written = [post for post in anna.posts if not post.by_bot][2:]
    assert [post.reactions for post in written] == [["👌"], ["👌"], []]


async def test_the_loser_of_two_taps_is_told_that_it_is_sent(shop: Shop) -> None:
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Где мои деньги?")
    card = anna.last
    await anna.press(card, "draft:create")

    answer = await anna.press(card, "draft:create")

    assert answer is not None
    assert answer["text"] == "✅ Диалог отправлен. Сейчас пришлём его номер."
    assert not answer["show_alert"]
    assert sum("создан" in post.text for post in anna.got) == 1


async def test_a_card_that_follows_too_late_goes_again(shop: Shop) -> None:
    """«Создать диалог» was pressed on the one above while it was on its way."""
    anna = await shop.seller()
    await choose(anna)
    await anna.send("Где мои деньги?")
    late = anna.last
    await anna.click("Создать диалог")

    await shop.app.draft_cards.keep(anna.id, late.id)
    await shop.settle()

    assert late.id not in [post.id for post in (await anna.look()).got]
    assert "создан" in anna.last.text
