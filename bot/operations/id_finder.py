"""`sellerdesk ids`: before there is a desk, the bot tells the numbers that its settings ask for."""

import asyncio
from collections.abc import Callable
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramConflictError
from aiogram.types import ChatMemberAdministrator, ChatMemberLeft, ChatMemberUpdated, Message, Update, User

from bot.settings import SettingsWrong, TelegramAccess
from bot.telegram.errors import may_pass
from bot.telegram.session import Session
from bot.telegram.token import refuse_wrong_token
from bot.telegram.written_command import read_command
from bot.texts import Texts
from bot.views.formatting import one_line

HEARS = ["message", "my_chat_member"]
PATIENCE = 30  # seconds that Telegram holds a request
PAUSE = 2  # seconds, where Telegram can't be reached
SERVES = "this bot serves already, for {why}: write /id to it, or /id in its group."
GROUPS = ("group", "supergroup")
NAME_SHOWN = 60


class IdFinder:
    def __init__(self, bot: Bot, texts: Texts, write: Callable[[str], None]) -> None:
        """`write`: a line for whoever sits at the console."""
        self._bot = bot
        self._texts = texts
        self._write = write
        self._offset: int | None = None

    async def run(self) -> None:
        """Until it is cancelled. Raises: SettingsWrong, where the bot serves already."""
        if (await self._bot.get_webhook_info()).url:
            raise SettingsWrong(SERVES.format(why="it has a webhook"))
        name = (await self._bot.get_me()).username
        self._write(f"Write /id to @{name}, and add it to your agents' group. Ctrl-C ends this.")
        while True:
            try:
                await self.once(PATIENCE)
            except TelegramConflictError:
                raise SettingsWrong(SERVES.format(why="another process asks for its updates")) from None
            except TelegramAPIError as error:
                if not may_pass(error):
                    raise
                await asyncio.sleep(PAUSE)

    async def once(self, patience: int = 0) -> None:
        updates = await self._bot.get_updates(
            offset=self._offset, timeout=patience, allowed_updates=HEARS, request_timeout=patience + 15
        )
        for update in updates:
            self._offset = update.update_id + 1
            await self._tell(update)

    async def _tell(self, update: Update) -> None:
        message, member = update.message, update.my_chat_member
        if message and message.from_user and message.chat.type == "private":
            self._write(f"ADMIN_IDS={message.from_user.id}   # {one_line(message.from_user.full_name, NAME_SHOWN)}")
            await self._say(message.chat.id, message.from_user, "id-own", id=str(message.from_user.id))
        elif message and message.from_user and _asks(message):
            await self._tell_group(message.chat.id, message.chat.title, message.from_user)
        elif member and member.chat.type in GROUPS and not isinstance(member.new_chat_member, ChatMemberLeft):
            await self._tell_group(member.chat.id, member.chat.title, member.from_user, _able(member))

    async def _tell_group(self, group: int, title: str | None, to: User, able: str = "") -> None:
        self._write(f"AGENT_GROUP={group}   # {one_line(title or '', NAME_SHOWN)}")
        await self._say(group, to, "id-group-added" if able else "id-group", id=str(group), able=able)

    async def _say(self, chat: int, to: User, key: str, **values: str) -> None:
        text = self._texts.get(self._texts.locale_of(None, to.language_code), key, **values)
        try:
            await self._bot.send_message(chat, text, parse_mode="HTML")
        except TelegramAPIError as error:
            self._write(f"It could not be said in Telegram: {error.message}")


async def find_ids(access: TelegramAccess, write: Callable[[str], None]) -> None:
    """Until Ctrl-C. Raises: SettingsWrong."""
    bot = Bot(access.bot_token.get_secret_value(), session=Session(access.telegram_api_url))
    try:
        await refuse_wrong_token(bot)
        await IdFinder(bot, Texts(ZoneInfo("UTC"), access.default_locale), write).run()
    finally:
        await bot.session.close()


def _asks(message: Message) -> bool:
    command = read_command(message.text)
    return message.chat.type in GROUPS and command is not None and command.name == "id"


def _able(event: ChatMemberUpdated) -> str:
    member = event.new_chat_member
    if not isinstance(member, ChatMemberAdministrator) or not member.can_pin_messages:
        return "no-rights"
    if not event.chat.is_forum:
        return "no-topics"
    return "yes" if member.can_manage_topics else "no-rights"
