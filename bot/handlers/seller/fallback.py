"""What nothing else understood: old buttons, unknown commands."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.seller.incoming_message import is_command
from bot.inbound.update_context import UpdateContext
from bot.keyboards.buttons import Here
from bot.keyboards.home import home_keyboard
from bot.roles import Admins


def register(router: Router) -> None:
    router.message.register(unknown_command, is_command)
    router.callback_query.register(stay, Here.filter())
    router.callback_query.register(unknown_button)


async def unknown_command(message: Message, context: UpdateContext) -> None:
    context.screen.send(context.screen.t("home-command-unknown"), home_keyboard(context.screen.speech))


async def stay(callback: CallbackQuery) -> None:
    """«2 из 5»: the tap is answered, and that is all."""


async def unknown_button(callback: CallbackQuery, context: UpdateContext, admins: Admins) -> None:
    is_admin = context.person.id in admins
    context.screen.alert(context.screen.plain("admin-button-gone" if is_admin else "home-button-gone"))
