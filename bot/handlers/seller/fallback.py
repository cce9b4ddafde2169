"""What nothing else understood: old buttons, unknown commands."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.admins import Admins
from bot.handlers.seller.incoming import is_command
from bot.keyboards.home import home_keyboard
from bot.turn import Turn


def register(router: Router) -> None:
    router.message.register(unknown_command, is_command)
    router.callback_query.register(unknown_button)


async def unknown_command(message: Message, turn: Turn) -> None:
    turn.screen.send(turn.screen.t("home-command-unknown"), home_keyboard(turn.screen.speech))


async def unknown_button(callback: CallbackQuery, turn: Turn, admins: Admins) -> None:
    is_admin = turn.person.id in admins
    turn.screen.alert(turn.screen.plain("admin-button-gone" if is_admin else "home-button-gone"))
