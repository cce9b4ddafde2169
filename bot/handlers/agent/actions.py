"""What can be done by a command in the dialog and by a button on its card alike."""

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.agent.filters import pressed
from bot.keyboards.agent import Card
from bot.telegram.written_command import Command

Event = Message | CallbackQuery


def on_command(router: Router, name: str, handler: Any) -> None:
    router.message.register(handler, F.text, Command(name))


def on_button(router: Router, action: str, handler: Any) -> None:
    router.callback_query.register(handler, Card.filter(F.action == action), pressed)
