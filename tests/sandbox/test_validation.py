"""What Telegram refuses is refused, with Telegram's own words."""

from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import (
    BufferedInputFile,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    MediaUnion,
    MessageEntity,
    ReactionTypeEmoji,
    ReactionTypeUnion,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from sandbox.first_world import GROUP
from tests.sandbox.conftest import AGENT, OTHER_SELLER, SELLER, TOKEN, Clock, Ear, Side

pytestmark = pytest.mark.usefixtures("started")


@pytest.fixture
async def started(people: Side) -> None:
    await people.write("/start")


async def refusal(call: Any, code: type[Exception] = TelegramBadRequest) -> str:
    with pytest.raises(code) as refused:
        await call
    return str(refused.value.message).removeprefix("Bad Request: ")  # type: ignore[attr-defined]


def button(**what: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Открыть", **what)]])


# ---- text


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<b>жирный", 'Can\'t find end tag corresponding to start tag "b"'),
        ("я <blink>мигаю</blink>", 'Unsupported start tag "blink" at byte offset 3'),
        ("<3 товара", 'Unsupported start tag "3" at byte offset 0'),
        ("a<br/>b", 'Unsupported start tag "br/" at byte offset 1'),
        ("конец</b>", "Unexpected end tag at byte offset 10"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x <", "Unclosed start tag at byte offset 2"),
        ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_html_that_does_not_parse(bot: Bot, html: str, why: str) -> None:
    said = await refusal(bot.send_message(SELLER, html, parse_mode="HTML"))

    assert said == f"can't parse entities: {why}"


async def test_html_becomes_text_and_entities_in_utf16_units(bot: Bot) -> None:
    sent = await bot.send_message(
        SELLER,
        '  😀 <b>жир <i>и курсив</i></b> &lt;3 <a href="https://example.com">тут</a>'
        '<pre><code class="language-python">x = 1</code></pre>\n\n',
        parse_mode="HTML",
    )

    assert sent.text == "😀 жир и курсив <3 тутx = 1"
    assert [(one.type, one.offset, one.length) for one in sent.entities or ()] == [
        ("bold", 3, 12),
        ("italic", 7, 8),
        ("text_link", 19, 3),
        ("pre", 22, 5),
    ]
    assert sent.entities
    assert sent.entities[3].language == "python"


async def test_text_is_counted_in_code_points_after_parsing(bot: Bot) -> None:
    whole = await bot.send_message(SELLER, f"<b>{'😀' * 4096}</b>  ", parse_mode="HTML")
    assert len(whole.text or "") == 4096

    assert await refusal(bot.send_message(SELLER, "я" * 4097)) == "message is too long"


@pytest.mark.parametrize("text", ["   ", "\n\n", "\u200b\u200d", "<b> </b>", "", "\u3164"])
async def test_text_without_a_visible_sign(bot: Bot, text: str) -> None:
    assert await refusal(bot.send_message(SELLER, text, parse_mode="HTML")) == "message text is empty"


async def test_a_caption_is_at_most_1024_long(bot: Bot) -> None:
    file = BufferedInputFile(b"x", "a.txt")
    await bot.send_document(SELLER, file, caption="я" * 1024)

    assert await refusal(bot.send_document(SELLER, file, caption="я" * 1025)) == "message caption is too long"


async def test_entities_that_a_bot_gives_are_kept_and_commands_are_found(bot: Bot) -> None:
    bold = MessageEntity(type="bold", offset=0, length=4)
    sent = await bot.send_message(SELLER, "Жмите /help или пишите @olga_support", entities=[bold])

    assert [one.type for one in sent.entities or ()] == ["bold", "bot_command", "mention"]


async def test_another_parse_mode(bot: Bot) -> None:
    assert await refusal(bot.send_message(SELLER, "x", parse_mode="BBCode")) == "unsupported parse_mode"


# ---- keyboards


@pytest.mark.parametrize("data", ["x" * 65, "я" * 33])
async def test_callback_data_over_64_bytes(bot: Bot, data: str) -> None:
    assert (
        await refusal(bot.send_message(SELLER, "x", reply_markup=button(callback_data=data))) == "BUTTON_DATA_INVALID"
    )


async def test_64_bytes_of_callback_data_are_taken(bot: Bot) -> None:
    await bot.send_message(SELLER, "x", reply_markup=button(callback_data="я" * 32))


async def test_keyboards_that_are_too_much(bot: Bot) -> None:
    row = [InlineKeyboardButton(text="x", callback_data="x")]
    nine = InlineKeyboardMarkup(inline_keyboard=[row * 9])
    many = InlineKeyboardMarkup(inline_keyboard=[row] * 101)
    heavy = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="я" * 90, callback_data="x" * 64)]] * 60)

    for markup, why in ((nine, "BUTTONS_TOO_MUCH"), (many, "BUTTONS_TOO_MUCH"), (heavy, "reply markup is too long")):
        assert await refusal(bot.send_message(SELLER, "x", reply_markup=markup)) == why


async def test_buttons_that_lead_nowhere(bot: Bot) -> None:
    assert "unallowed" in await refusal(bot.send_message(SELLER, "x", reply_markup=button()))
    assert "URL" in await refusal(bot.send_message(SELLER, "x", reply_markup=button(url="ftp://x")))
    long_copy = button(copy_text=CopyTextButton(text="x" * 257))
    assert await refusal(bot.send_message(SELLER, "x", reply_markup=long_copy)) == "BUTTON_COPY_TEXT_INVALID"


async def test_a_reply_keyboard_needs_words(bot: Bot) -> None:
    empty = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="")]])

    assert await refusal(bot.send_message(SELLER, "x", reply_markup=empty)) == "keyboard button text must be non-empty"


async def test_markup_that_is_no_json(url: str, http: aiohttp.ClientSession) -> None:
    form = {"chat_id": str(SELLER), "text": "x", "reply_markup": "{"}
    async with http.post(f"{url}/bot{TOKEN}/sendMessage", data=form) as answer:
        assert answer.status == 400
        assert (await answer.json())["description"] == "Bad Request: object expected as reply markup"


# ---- whom


async def test_a_person_who_never_wrote(bot: Bot) -> None:
    said = await refusal(bot.send_message(OTHER_SELLER, "x"), TelegramForbiddenError)

    assert said == "Forbidden: bot can't initiate conversation with a user"


async def test_a_person_who_blocked_the_bot(bot: Bot, people: Side, ear: Ear) -> None:
    await people.do(f"people/{SELLER}", "PATCH", blocked=True)
    said = await refusal(bot.send_message(SELLER, "x"), TelegramForbiddenError)
    assert said == "Forbidden: bot was blocked by the user"

    await people.do(f"people/{SELLER}", "PATCH", blocked=False)
    await bot.send_message(SELLER, "x")
    moves = [one.my_chat_member for one in await ear.hear() if one.my_chat_member]
    assert [one.new_chat_member.status for one in moves] == ["kicked", "member"]


async def test_an_account_that_is_gone_and_one_that_takes_no_voice(bot: Bot, people: Side) -> None:
    await people.do(f"people/{SELLER}", "PATCH", voice_forbidden=True)
    voice = BufferedInputFile(b"x", "a.ogg")
    assert await refusal(bot.send_voice(SELLER, voice)) == "VOICE_MESSAGES_FORBIDDEN"

    await people.do(f"people/{SELLER}", "PATCH", deactivated=True)
    said = await refusal(bot.send_message(SELLER, "x"), TelegramForbiddenError)
    assert said == "Forbidden: user is deactivated"


async def test_a_chat_that_is_not_there(bot: Bot) -> None:
    for chat_id in (1, -100123, "@nobody"):
        assert await refusal(bot.send_message(chat_id, "x")) == "chat not found"


async def test_a_group_that_the_bot_was_put_out_of(bot: Bot, people: Side) -> None:
    await people.do("group", chat_id=GROUP, action="remove_bot")
    said = await refusal(bot.send_message(GROUP, "x"), TelegramForbiddenError)
    assert said == "Forbidden: bot was kicked from the supergroup chat"

    await people.do("group", chat_id=GROUP, action="add_bot")
    await bot.leave_chat(GROUP)
    said = await refusal(bot.send_message(GROUP, "x"), TelegramForbiddenError)
    assert said == "Forbidden: bot is not a member of the supergroup chat"


async def test_a_group_that_became_a_supergroup(bot: Bot, people: Side, ear: Ear) -> None:
    made = await people.do("group", action="create", title="Малая", type="group", members=[AGENT])
    old = made["chat"]["id"]
    new = (await people.do("group", chat_id=old, action="upgrade"))["chat"]["id"]

    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(old, "x")
    assert moved.value.migrate_to_chat_id == new
    assert (await bot.send_message(new, "x")).chat.type == "supergroup"
    told = [one.message for one in await ear.hear() if one.message]
    assert [one.migrate_to_chat_id for one in told if one.migrate_to_chat_id] == [new]
    assert [one.migrate_from_chat_id for one in told if one.migrate_from_chat_id] == [old]


async def test_a_member_without_the_right_to_write(bot: Bot, people: Side) -> None:
    await people.do("group", chat_id=GROUP, action="member", status="restricted")

    assert await refusal(bot.send_message(GROUP, "x")) == "not enough rights to send text messages to the chat"


# ---- topics


@pytest.mark.parametrize("thread", [1, 777])
async def test_a_topic_that_is_not_there(bot: Bot, thread: int) -> None:
    assert await refusal(bot.send_message(GROUP, "x", message_thread_id=thread)) == "message thread not found"


async def test_a_deleted_topic(bot: Bot, people: Side, topic: int) -> None:
    await people.do("topic", chat_id=GROUP, message_thread_id=topic, action="delete")

    assert await refusal(bot.send_message(GROUP, "x", message_thread_id=topic)) == "message thread not found"
    assert await refusal(bot.edit_forum_topic(GROUP, topic, "x")) == "TOPIC_ID_INVALID"
    assert await refusal(bot.close_forum_topic(GROUP, topic)) == "TOPIC_ID_INVALID"


async def test_a_closed_topic_is_open_to_those_who_manage_topics(bot: Bot, people: Side, topic: int) -> None:
    await people.do("topic", chat_id=GROUP, message_thread_id=topic, action="close")
    await bot.send_message(GROUP, "x", message_thread_id=topic)

    await people.do("group", chat_id=GROUP, action="rights", rights={"can_manage_topics": False})
    assert await refusal(bot.send_message(GROUP, "x", message_thread_id=topic)) == "TOPIC_CLOSED"
    assert await people.refused("send", chat_id=GROUP, from_id=AGENT, message_thread_id=topic, text="x")


async def test_a_topic_that_is_so_already(bot: Bot, topic: int) -> None:
    await bot.close_forum_topic(GROUP, topic)
    assert await refusal(bot.close_forum_topic(GROUP, topic)) == "TOPIC_NOT_MODIFIED"
    await bot.reopen_forum_topic(GROUP, topic)
    assert await refusal(bot.reopen_forum_topic(GROUP, topic)) == "TOPIC_NOT_MODIFIED"
    assert await refusal(bot.edit_forum_topic(GROUP, topic, "№123456")) == "TOPIC_NOT_MODIFIED"


async def test_rights_over_topics(bot: Bot, people: Side, topic: int) -> None:
    made = await people.do("topic", chat_id=GROUP, action="create", name="Чужая", from_id=AGENT)
    alien = made["message_thread_id"]
    await people.do("group", chat_id=GROUP, action="rights", rights={"can_manage_topics": False})

    assert await refusal(bot.create_forum_topic(GROUP, "x")) == "not enough rights to create a topic"
    assert await refusal(bot.edit_forum_topic(GROUP, alien, "x")) == "not enough rights to edit the topic"
    assert await refusal(bot.close_forum_topic(GROUP, alien)) == "not enough rights to close or open the topic"
    await bot.edit_forum_topic(GROUP, topic, "своя")

    await people.do("group", chat_id=GROUP, action="rights", rights={"can_delete_messages": False})
    assert await refusal(bot.delete_forum_topic(GROUP, topic)) == "not enough rights to delete the topic"


async def test_a_group_without_topics(bot: Bot, people: Side, topic: int) -> None:
    await people.do("group", chat_id=GROUP, action="forum_off")

    assert await refusal(bot.create_forum_topic(GROUP, "x")) == "the chat is not a forum"
    assert await refusal(bot.close_forum_topic(GROUP, topic)) == "the chat is not a supergroup forum"
    assert await refusal(bot.send_message(GROUP, "x", message_thread_id=topic)) == "message thread not found"


async def test_names_and_icons_of_topics(bot: Bot, topic: int) -> None:
    assert await refusal(bot.create_forum_topic(GROUP, "  ")) == "topic name must be non-empty"
    assert await refusal(bot.edit_forum_topic(GROUP, topic, icon_custom_emoji_id="123")) == "DOCUMENT_INVALID"
    icon = (await bot.get_forum_topic_icon_stickers())[0].custom_emoji_id
    await bot.edit_forum_topic(GROUP, topic, icon_custom_emoji_id=icon)


# ---- messages that stand


async def test_an_edit_that_changes_nothing(bot: Bot) -> None:
    sent = await bot.send_message(SELLER, "<b>x</b>", parse_mode="HTML", reply_markup=button(callback_data="1"))
    same: dict[str, Any] = {"chat_id": SELLER, "message_id": sent.message_id, "parse_mode": "HTML"}

    said = await refusal(bot.edit_message_text("<b>x</b>", reply_markup=button(callback_data="1"), **same))
    assert said.startswith(
        "message is not modified: specified new message content and reply markup are exactly the same"
    )
    await bot.edit_message_text("<b>x</b>", reply_markup=button(callback_data="2"), **same)
    edited = await bot.edit_message_text("<b>x</b>", **same)
    assert not isinstance(edited, bool)
    assert edited.reply_markup is None


async def test_targets_that_are_not_there(bot: Bot) -> None:
    assert await refusal(bot.edit_message_text("x", chat_id=SELLER, message_id=99)) == "message to edit not found"
    assert await refusal(bot.delete_message(SELLER, 99)) == "message to delete not found"
    assert await refusal(bot.copy_message(GROUP, SELLER, 99)) == "message to copy not found"
    assert await refusal(bot.forward_message(GROUP, SELLER, 99)) == "message to forward not found"
    assert await refusal(bot.pin_chat_message(GROUP, 99)) == "message to pin not found"
    assert await refusal(bot.set_message_reaction(SELLER, 99)) == "message to react not found"
    reply = ReplyParameters(message_id=99)
    assert await refusal(bot.send_message(SELLER, "x", reply_parameters=reply)) == "message to be replied not found"
    lenient = ReplyParameters(message_id=99, allow_sending_without_reply=True)
    assert (await bot.send_message(SELLER, "x", reply_parameters=lenient)).reply_to_message is None


async def test_what_is_protected_is_copied_but_not_forwarded(bot: Bot) -> None:
    sent = await bot.send_message(SELLER, "x", protect_content=True)

    said = await refusal(bot.forward_message(GROUP, SELLER, sent.message_id))
    assert said == "message has protected content and can't be forwarded"
    await bot.copy_message(GROUP, SELLER, sent.message_id)


async def test_what_the_bot_may_not_change(bot: Bot, people: Side, topic: int, clock: Clock) -> None:
    theirs = (await people.agent_writes("x"))["message_id"]
    assert await refusal(bot.edit_message_text("y", chat_id=GROUP, message_id=theirs)) == "message can't be edited"
    assert await refusal(bot.delete_message(GROUP, topic)) == "message can't be deleted"
    await bot.delete_message(GROUP, theirs)

    old = await bot.send_message(GROUP, "x")
    clock.now += 48 * 60 * 60
    assert await refusal(bot.delete_message(GROUP, old.message_id)) == "message can't be deleted"
    await bot.edit_message_text("свой можно править всегда", chat_id=GROUP, message_id=old.message_id)


async def test_text_and_captions_are_not_the_same(bot: Bot) -> None:
    text = await bot.send_message(SELLER, "x")
    file = await bot.send_document(SELLER, BufferedInputFile(b"x", "a.txt"))

    said = await refusal(bot.edit_message_caption(chat_id=SELLER, message_id=text.message_id, caption="y"))
    assert said == "there is no caption in the message to edit"
    said = await refusal(bot.edit_message_text("y", chat_id=SELLER, message_id=file.message_id))
    assert said == "there is no text in the message to edit"


async def test_reactions(bot: Bot, people: Side) -> None:
    message_id = (await people.write())["message_id"]
    wrong = await refusal(bot.set_message_reaction(SELLER, message_id, [ReactionTypeEmoji(emoji="🚀")]))
    assert wrong == "REACTION_INVALID"
    two: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji="👍"), ReactionTypeEmoji(emoji="👀")]
    assert await refusal(bot.set_message_reaction(SELLER, message_id, two)) == "REACTIONS_TOO_MANY"

    await bot.set_message_reaction(SELLER, message_id, two[:1])
    assert (await people.chat(SELLER))["messages"][-1]["_reactions"] == ["👍"]
    await bot.set_message_reaction(SELLER, message_id)
    assert (await people.chat(SELLER))["messages"][-1]["_reactions"] == []


# ---- presses


async def test_a_press_is_answered_in_time(bot: Bot, people: Side, ear: Ear, clock: Clock) -> None:
    sent = await bot.send_message(SELLER, "x", reply_markup=button(callback_data="1"))
    press: dict[str, Any] = {"chat_id": SELLER, "message_id": sent.message_id, "from_id": SELLER, "data": "1"}
    assert await people.do("press", **press, wait=0) == {"answer": None}
    query = (await ear.hear())[-1].callback_query
    assert query
    assert query.message
    assert query.message.message_id == sent.message_id

    clock.now += 151
    too_old = "query is too old and response timeout expired or query ID is invalid"
    assert await refusal(bot.answer_callback_query(query.id)) == too_old
    assert await refusal(bot.answer_callback_query("123")) == too_old


# ---- files


async def test_file_ids_that_are_wrong(bot: Bot) -> None:
    assert (await refusal(bot.send_photo(SELLER, "AgACAgIAAxk"))).startswith("wrong remote file identifier specified")
    assert await refusal(bot.send_photo(SELLER, "a.jpg")) == "wrong file identifier/HTTP URL specified"
    assert await refusal(bot.send_photo(SELLER, "https://example.com/a.jpg")) == "failed to get HTTP URL content"
    assert await refusal(bot.get_file("AgACAgIAAxk")) == "invalid file_id"


async def test_a_photo_is_no_document(bot: Bot, people: Side) -> None:
    sent = await people.do("send", chat_id=SELLER, from_id=SELLER, items=[{"kind": "photo", "size": 1000}])
    photo = sent["messages"][0]["photo"][-1]["file_id"]

    assert await refusal(bot.send_document(SELLER, photo)) == "can't use file of type Photo as Document"
    assert (await bot.send_photo(SELLER, photo)).photo


async def test_sizes(bot: Bot, people: Side) -> None:
    items = [{"kind": "document", "size": size} for size in (20 << 20, (20 << 20) + 1)]
    sent = await people.do("send", chat_id=SELLER, from_id=SELLER, items=items)
    whole, over = (one["document"]["file_id"] for one in sent["messages"])

    assert (await bot.get_file(whole)).file_size == 20 << 20
    assert await refusal(bot.get_file(over)) == "file is too big"
    assert (await bot.send_document(SELLER, over)).document, "by its id a file of any size goes on"
    large = BufferedInputFile(bytes((10 << 20) + 1), "a.jpg")
    assert "too big for a photo" in await refusal(bot.send_photo(SELLER, large))
    assert await refusal(bot.send_document(SELLER, BufferedInputFile(b"", "a.txt"))) == "file must be non-empty"


async def test_albums(bot: Bot) -> None:
    def document() -> InputMediaDocument:
        return InputMediaDocument(media=BufferedInputFile(b"x", "a.txt"))

    assert "at least 2" in await refusal(bot.send_media_group(SELLER, [document()]))
    assert "too many" in await refusal(bot.send_media_group(SELLER, [document() for _ in range(11)]))
    mixed: list[MediaUnion] = [document(), InputMediaPhoto(media=BufferedInputFile(b"x", "a.jpg"))]
    assert "can't be mixed" in await refusal(bot.send_media_group(SELLER, mixed))

    whole = await bot.send_media_group(SELLER, [document() for _ in range(10)])
    assert len({one.media_group_id for one in whole}) == 1


# ---- the call itself


async def test_tokens_and_methods(url: str, http: aiohttp.ClientSession) -> None:
    for path, status, said in (
        (f"bot{TOKEN}/getme", 200, None),
        ("botTEST/getMe", 404, "Not Found"),
        ("bot43:TEST/getMe", 401, "Unauthorized"),
        (f"bot{TOKEN}/getYou", 404, "Not Found"),
        (f"bot{TOKEN}/sendGift", 501, "Not Implemented: the sandbox does not know sendGift"),
    ):
        async with http.get(f"{url}/{path}") as answer:
            assert (answer.status, (await answer.json()).get("description")) == (status, said)


async def test_parameters_come_in_four_shapes(url: str, http: aiohttp.ClientSession) -> None:
    asked = {"chat_id": str(SELLER), "text": "x"}
    with aiohttp.MultipartWriter("form-data") as parts:
        for name, value in asked.items():
            parts.append(value).set_content_disposition("form-data", name=name)
    for shape in ({"params": asked}, {"data": asked}, {"json": asked}, {"data": parts}):
        async with http.post(f"{url}/bot{TOKEN}/sendMessage", **shape) as answer:
            assert (await answer.json())["result"]["text"] == "x"


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": SELLER}, "message text is empty"),
        ({"chat_id": SELLER, "text": "x", "message_thread_id": "много"}, "can't parse parameter"),
    ],
)
async def test_parameters_that_are_missing_or_wrong(
    url: str, http: aiohttp.ClientSession, asked: dict[str, Any], why: str
) -> None:
    async with http.post(f"{url}/bot{TOKEN}/sendMessage", json=asked) as answer:
        assert answer.status == 400
        assert why in (await answer.json())["description"]
