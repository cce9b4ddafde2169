"""What the Bot API server, or something on the way to it, answers."""

import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramServerError
from aiogram.methods import (
    GetChat,
    GetChatMember,
    GetMe,
    GetMyCommands,
    GetWebhookInfo,
    SendMediaGroup,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import ChatFullInfo, ChatMemberAdministrator, ChatMemberOwner, InputMediaPhoto, ReactionTypeEmoji

from bot.telegram.session import Session

Admin = ChatMemberAdministrator | ChatMemberOwner
CALL = SendMessage(chat_id=1, text="Отправили утром")
EMOJI = {"type": "emoji", "emoji": "👍"}
ALBUM = SendMediaGroup(chat_id=1, media=[InputMediaPhoto(media="a"), InputMediaPhoto(media="b")])


@pytest.fixture
def bot() -> Bot:
    return Bot("42:TEST", session=Session("http://127.0.0.1"))


@pytest.mark.parametrize("status", [200, 404, 502])
def test_a_page_that_somebody_else_put_in_the_way_may_pass(bot: Bot, status: int) -> None:
    with pytest.raises(TelegramServerError):
        bot.session.check_response(bot, CALL, status, "<html>Sign in to this network</html>")


def test_an_answer_of_telegram_that_aiogram_does_not_know_was_done_all_the_same(bot: Bot) -> None:
    answer = bot.session.check_response(bot, CALL, 200, '{"ok": true, "result": {"message_id": 7, "chat": "new"}}')

    assert answer.result
    assert answer.result.message_id == 7


def test_an_album_is_known_by_the_ids_of_its_items(bot: Bot) -> None:
    answer = bot.session.check_response(
        bot, ALBUM, 200, '{"ok": true, "result": [{"message_id": 7}, {"message_id": 8}]}'
    )

    assert answer.result
    assert [item.message_id for item in answer.result] == [7, 8]


def test_an_answer_in_a_new_form_keeps_the_names_that_telegram_gave(bot: Bot) -> None:
    answer = bot.session.check_response(bot, GetMe(), 200, '{"ok": true, "result": {"id": 42, "is_bot": "?"}}')

    assert answer.result
    assert answer.result.id == 42


def answer(bot: Bot, method: TelegramMethod[Any], result: Any) -> Any:
    return bot.session.check_response(bot, method, 200, json.dumps({"ok": True, "result": result})).result


def test_a_chat_is_known_without_what_the_bot_never_asks(bot: Bot) -> None:
    """A server of another version knows no accent colours."""
    said = {"id": -5, "type": "supergroup", "title": "Desk", "new": {}, "available_reactions": [EMOJI]}
    chat = answer(bot, GetChat(chat_id=-5), said)

    assert isinstance(chat, ChatFullInfo)
    assert (chat.title, chat.is_forum, chat.full_name) == ("Desk", None, "Desk")
    assert chat.available_reactions == [ReactionTypeEmoji(emoji="👍")]


@pytest.mark.parametrize(("status", "kind"), [("administrator", ChatMemberAdministrator), ("creator", ChatMemberOwner)])
def test_an_admin_is_known_without_rights_that_the_server_has_not_heard_of(
    bot: Bot, status: str, kind: type[Admin]
) -> None:
    said = {"status": status, "user": {"id": 1, "is_bot": False, "first_name": "Anna", "last_name": "Orlova"}}
    member = answer(bot, GetChatMember(chat_id=-5, user_id=1), said)

    assert isinstance(member, kind)
    assert member.user.full_name == "Anna Orlova"
    assert not member.is_anonymous


def test_an_answer_that_says_only_done_has_nothing_in_it(bot: Bot) -> None:
    """Some servers answer so whatever they have no use for."""
    assert answer(bot, GetMyCommands(), True) == []
    assert answer(bot, GetWebhookInfo(), True).url is None


def test_whoever_is_told_of_in_no_known_form_is_no_member_by_mistake(bot: Bot) -> None:
    assert answer(bot, GetChatMember(chat_id=-5, user_id=1), True) is True
    assert answer(bot, GetChatMember(chat_id=-5, user_id=1), {"status": "new"}) == {"status": "new"}
