"""What the bot does with messages, topics and its own looks, where Telegram lets it."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    ChatMemberAdministrator,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
    ReplyParameters,
)

from sandbox.first_world import GROUP
from tests.sandbox.conftest import AGENT, SELLER, Ear, Side

MARKUP = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Взять", callback_data="take")]])


@pytest.fixture(autouse=True)
async def started(people: Side) -> None:
    await people.write("/start")


def upload(name: str = "a.txt", body: bytes = b"x") -> BufferedInputFile:
    return BufferedInputFile(body, name)


async def sent_by(people: Side, **what: Any) -> dict[str, Any]:
    found = await people.do("send", chat_id=SELLER, from_id=SELLER, items=[what])
    return dict(found["messages"][0])


# ---- sending


async def test_every_kind_is_sent(bot: Bot) -> None:
    sent = [
        await bot.send_photo(SELLER, upload("a.jpg"), has_spoiler=True),
        await bot.send_document(SELLER, upload()),
        await bot.send_video(SELLER, upload("a.mp4"), duration=7, width=100, height=50),
        await bot.send_animation(SELLER, upload("a.gif")),
        await bot.send_audio(SELLER, upload("a.mp3"), title="Песня"),
        await bot.send_voice(SELLER, upload("a.ogg")),
        await bot.send_video_note(SELLER, upload("a.mp4")),
        await bot.send_sticker(SELLER, upload("a.webp")),
        await bot.send_contact(SELLER, "+79990000000", "Анна"),
        await bot.send_location(SELLER, 55.75, 37.61),
        await bot.send_venue(SELLER, 55.75, 37.61, "Склад", "ул. Ленина, 1"),
        await bot.send_poll(SELLER, "Как дела?", ["Хорошо", "Плохо"]),
        await bot.send_dice(SELLER),
    ]

    assert [one.content_type for one in sent] == [
        "photo", "document", "video", "animation", "audio", "voice", "video_note", "sticker", "contact", "location",
        "venue", "poll", "dice",
    ]  # fmt: skip
    assert sent[0].has_media_spoiler
    assert sent[2].video
    assert (sent[2].video.duration, sent[2].video.width) == (7, 100)
    assert sent[4].audio
    assert sent[4].audio.title == "Песня"


async def test_a_file_that_a_person_sent_goes_on_by_its_id(bot: Bot, people: Side, topic: int) -> None:
    document = (await sent_by(people, kind="document", name="отчёт.pdf", size=9_000_000))["document"]
    sent = await bot.send_document(
        GROUP, document["file_id"], message_thread_id=topic, caption="<b>!</b>", parse_mode="HTML"
    )

    assert sent.document
    assert (sent.document.file_name, sent.document.file_size) == ("отчёт.pdf", 9_000_000)
    assert (sent.message_thread_id, sent.is_topic_message) == (topic, True)
    assert sent.caption_entities
    assert sent.caption_entities[0].type == "bold"


async def test_a_reply_holds_what_it_answers(bot: Bot, people: Side) -> None:
    question = await people.write("Где выплата?")
    reply = ReplyParameters(message_id=question["message_id"])
    sent = await bot.send_message(SELLER, "Завтра", reply_parameters=reply)

    assert sent.reply_to_message
    assert sent.reply_to_message.text == "Где выплата?"


async def test_an_album_stays_together(bot: Bot, topic: int) -> None:
    items: list[Any] = [InputMediaPhoto(media=upload("a.jpg"), caption="<i>раз</i>", parse_mode="HTML"),
                        InputMediaPhoto(media=upload("b.jpg"))]  # fmt: skip
    first, second = await bot.send_media_group(GROUP, items, message_thread_id=topic)

    assert first.media_group_id == second.media_group_id
    assert (first.caption, second.caption) == ("раз", None)
    assert second.message_id == first.message_id + 1


async def test_words_that_look_like_an_upload_are_words(bot: Bot) -> None:
    sent = await bot.send_message(SELLER, "attach://file")
    assert sent.text == "attach://file"

    media = [InputMediaDocument(media=upload(), caption="attach://file"), InputMediaDocument(media=upload())]
    assert (await bot.send_media_group(SELLER, [*media]))[0].caption == "attach://file"


# ---- copying


async def test_a_copy_is_like_the_message_without_its_sender(bot: Bot, people: Side, topic: int) -> None:
    message = await sent_by(people, kind="photo", caption="Вот этикетка", size=1000)
    copied = await bot.copy_message(GROUP, SELLER, message["message_id"], message_thread_id=topic, reply_markup=MARKUP)
    stands = (await people.chat())["messages"][-1]
    assert stands["message_id"] == copied.message_id
    assert (stands["caption"], stands["photo"]) == ("Вот этикетка", message["photo"])
    assert stands["reply_markup"]["inline_keyboard"][0][0]["text"] == "Взять"
    assert "forward_origin" not in stands

    await bot.copy_message(GROUP, SELLER, message["message_id"], caption="иначе")
    assert (await people.chat())["messages"][-1]["caption"] == "иначе"
    forwarded = await bot.forward_message(GROUP, SELLER, message["message_id"])
    assert forwarded.forward_origin


async def test_copies_of_many_keep_albums_and_pass_over_what_is_gone(bot: Bot, people: Side) -> None:
    items = [{"kind": "document", "name": f"{n}.txt", "caption": str(n)} for n in range(3)]
    sent = (await people.do("send", chat_id=SELLER, from_id=SELLER, items=items, album=True))["messages"]
    ids = [one["message_id"] for one in sent]
    await people.do("delete", chat_id=SELLER, message_ids=ids[1:2])

    copied = await bot.copy_messages(GROUP, SELLER, [*ids, 999], remove_caption=True)
    stand = (await people.chat())["messages"]
    assert [one.message_id for one in copied] == [one["message_id"] for one in stand]
    assert [one["document"]["file_name"] for one in stand] == ["0.txt", "2.txt"]
    assert len({one["media_group_id"] for one in stand}) == 1
    assert stand[0]["media_group_id"] != sent[0]["media_group_id"]
    assert all("caption" not in one for one in stand)


async def test_ids_of_many_must_grow(bot: Bot) -> None:
    with pytest.raises(Exception, match="strictly increasing"):
        await bot.copy_messages(GROUP, SELLER, [2, 1])


# ---- editing


async def test_an_edit_is_marked_and_a_new_keyboard_alone_is_not(bot: Bot) -> None:
    sent = await bot.send_message(SELLER, "раз")
    marked = await bot.edit_message_reply_markup(chat_id=SELLER, message_id=sent.message_id, reply_markup=MARKUP)
    edited = await bot.edit_message_text("два", chat_id=SELLER, message_id=sent.message_id)

    assert isinstance(marked, Message)
    assert isinstance(edited, Message)
    assert (marked.edit_date, bool(marked.reply_markup)) == (None, True)
    assert (bool(edited.edit_date), edited.text) == (True, "два")


async def test_media_is_changed_for_other_media(bot: Bot) -> None:
    sent = await bot.send_document(SELLER, upload(), caption="старая")
    media = InputMediaDocument(media=upload("b.txt"), caption="новая")
    edited = await bot.edit_message_media(media, chat_id=SELLER, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert edited.document
    assert (edited.document.file_name, edited.caption) == ("b.txt", "новая")

    bare = await bot.edit_message_caption(chat_id=SELLER, message_id=sent.message_id)
    assert isinstance(bare, Message)
    assert (bare.caption, bool(bare.document)) == (None, True)


# ---- topics


async def test_a_topics_icon_is_set_and_taken_away(bot: Bot, people: Side, topic: int) -> None:
    icons = {one.emoji: one.custom_emoji_id for one in await bot.get_forum_topic_icon_stickers()}
    await bot.edit_forum_topic(GROUP, topic, icon_custom_emoji_id=icons["✅"])
    seen = (await people.chat())["topics"][0]
    assert (seen["icon_emoji"], seen["name"]) == ("✅", "№123456")

    await people.http.post(
        f"{people.url}/bot42:TEST/editForumTopic",
        data={"chat_id": str(GROUP), "message_thread_id": str(topic), "icon_custom_emoji_id": ""},
    )
    assert "icon_emoji" not in (await people.chat())["topics"][0]


async def test_a_deleted_topic_takes_its_messages_with_it(bot: Bot, people: Side, topic: int) -> None:
    await bot.send_message(GROUP, "в теме", message_thread_id=topic)
    general = await bot.send_message(GROUP, "в общем")
    await bot.delete_forum_topic(GROUP, topic)

    view = await people.chat()
    assert [one["message_id"] for one in view["messages"]] == [general.message_id]
    assert view["topics"][0]["deleted"]


async def test_what_people_do_to_topics_is_heard_but_a_deletion(people: Side, ear: Ear, bot: Bot) -> None:
    made = await people.do("topic", chat_id=GROUP, action="create", name="Своя", from_id=AGENT)
    there = {"chat_id": GROUP, "message_thread_id": made["message_thread_id"], "from_id": AGENT}
    for action in ("close", "reopen", "rename", "delete"):
        await people.do("topic", **there, action=action, name="Иначе")

    heard = [one.message.content_type for one in await ear.hear() if one.message]
    assert heard[1:] == ["forum_topic_created", "forum_topic_closed", "forum_topic_reopened", "forum_topic_edited"]


# ---- pins, chats, looks


async def test_pins(bot: Bot, people: Side, topic: int) -> None:
    first = await bot.send_message(GROUP, "раз", message_thread_id=topic)
    second = await bot.send_message(GROUP, "два")
    for one in (first, second):
        await bot.pin_chat_message(GROUP, one.message_id)
    assert (await people.chat())["pinned"] == [first.message_id, second.message_id]
    pinned = (await bot.get_chat(GROUP)).pinned_message
    assert pinned
    assert pinned.message_id == second.message_id

    await bot.unpin_all_forum_topic_messages(GROUP, topic)
    assert (await people.chat())["pinned"] == [second.message_id]
    await bot.unpin_chat_message(GROUP, message_id=second.message_id)
    await people.do("group", chat_id=GROUP, action="rights", rights={"can_pin_messages": False})
    with pytest.raises(Exception, match="not enough rights to manage pinned messages"):
        await bot.pin_chat_message(GROUP, first.message_id)


async def test_who_is_in_the_group(bot: Bot, people: Side) -> None:
    assert (await bot.get_chat_member(GROUP, AGENT)).status == "member"
    assert (await bot.get_chat_member(GROUP, SELLER)).status == "left"
    assert await bot.get_chat_member_count(GROUP) == 4
    with pytest.raises(Exception, match="user not found"):
        await bot.get_chat_member(GROUP, 5)

    await people.do("group", chat_id=GROUP, action="member", user_id=AGENT, status="kicked")
    assert (await bot.get_chat_member(GROUP, AGENT)).status == "kicked"
    chat = await bot.get_chat(GROUP)
    assert (chat.title, chat.is_forum) == ("Поддержка", True)


async def test_rights_that_are_taken_away_are_told(bot: Bot, people: Side, ear: Ear) -> None:
    await bot.get_me()
    await people.do("group", chat_id=GROUP, action="rights", rights={"can_manage_topics": False})

    change = (await ear.hear())[-1].my_chat_member
    assert change
    assert isinstance(change.new_chat_member, ChatMemberAdministrator)
    assert not change.new_chat_member.can_manage_topics
    assert change.new_chat_member.can_pin_messages


async def test_what_a_bot_says_of_itself(bot: Bot) -> None:
    await bot.set_my_name("Поддержка")
    await bot.set_my_description("Мы рядом")
    await bot.set_my_short_description("Support", language_code="en")

    assert (await bot.get_my_name()).name == (await bot.me()).first_name == "Поддержка"
    assert (await bot.get_my_description()).description == "Мы рядом"
    assert (await bot.get_my_short_description(language_code="en")).short_description == "Support"
    assert (await bot.get_my_short_description()).short_description == ""
