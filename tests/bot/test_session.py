"""What stands between the bot and Telegram answers too, and not as Telegram does."""

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import GetMe

from bot.failures import may_pass
from bot.session import Session

PAGE = "<html><h1>502 Bad Gateway</h1></html>"


@pytest.fixture
def bot() -> Bot:
    return Bot("42:TEST", session=Session("https://example.org"))


def answer(bot: Bot, status: int, content: str) -> TelegramAPIError:
    with pytest.raises(TelegramAPIError) as found:
        bot.session.check_response(bot, GetMe(), status, content)
    return found.value


@pytest.mark.parametrize("status", [404, 429, 502, 503])
def test_a_page_of_a_proxy_is_tried_again(bot: Bot, status: int) -> None:
    error = answer(bot, status, PAGE)

    assert isinstance(error, TelegramServerError)
    assert may_pass(error)


def test_a_429_that_names_no_time_is_tried_again(bot: Bot) -> None:
    assert may_pass(answer(bot, 429, '{"ok": false, "error_code": 429, "description": "Too Many Requests"}'))


def test_a_429_that_names_a_time_keeps_it(bot: Bot) -> None:
    body = '{"ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 7}}'
    error = answer(bot, 429, body)

    assert isinstance(error, TelegramRetryAfter)
    assert error.retry_after == 7


def test_too_large_an_upload_is_not_tried_again(bot: Bot) -> None:
    assert not may_pass(answer(bot, 413, '{"ok": false, "error_code": 413, "description": "Request Entity Too Large"}'))


def test_a_good_answer_that_can_not_be_read_is_no_failure_of_telegram(bot: Bot) -> None:
    """What was asked is done: it must not be asked again as if it were not."""
    with pytest.raises(ClientDecodeError):
        bot.session.check_response(bot, GetMe(), 200, PAGE)
