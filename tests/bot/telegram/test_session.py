"""What the Bot API server, or something on the way to it, answers."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramServerError
from aiogram.methods import GetMe, SendMediaGroup, SendMessage
from aiogram.types import InputMediaPhoto

from bot.telegram.session import Session

CALL = SendMessage(chat_id=1, text="Отправили утром")
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
