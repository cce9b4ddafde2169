"""What nothing else understood: old buttons, unknown commands."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller.incoming import is_command
from bot.keyboards.home import home_keyboard
from bot.turn import Turn


def register(router: Router) -> None:
    router.message.register(unknown_command, is_command)
    router.callback_query.register(unknown_button)


async def unknown_command(message: Message, turn: Turn) -> None:
    turn.screen.send(turn.screen.t("home-command-unknown"), home_keyboard(turn.screen.speech))


async def unknown_button(callback: CallbackQuery, turn: Turn) -> None:
    turn.screen.alert(turn.screen.plain("home-button-gone"))
