"""/export: a period as a spreadsheet."""

import os
import tempfile
import weakref
from collections.abc import AsyncGenerator
from typing import IO

from aiogram import Bot, Router
from aiogram.filters import CommandObject
from aiogram.methods import SendDocument
from aiogram.types import InputFile, Message

from bot.inbound.background import Background
from bot.inbound.update_context import UpdateContext
from bot.telegram.screens import Screen
from bot.telegram.written_command import Command
from core.desk import AdminActions, Desk
from core.errors import PeriodUnreadable
from core.period_words import Asked, read_asked
from core.store import Store

LARGEST = 49 * 1024 * 1024  # that a bot may send


class LooseFile(InputFile):
    """A file that has no name on the disk, and is gone as soon as nobody holds it: after it was sent, or was not."""

    def __init__(self, filename: str) -> None:
        super().__init__(filename=filename)
        self.file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        weakref.finalize(self, self.file.close)

    @property
    def size(self) -> int:
        return self.file.seek(0, os.SEEK_END)

    async def read(self, bot: Bot) -> AsyncGenerator[bytes, None]:
        self.file.seek(0)
        while chunk := self.file.read(self.chunk_size):
            yield chunk


def register(router: Router) -> None:
    router.message.register(export, Command("export"))


async def export(
    message: Message,
    command: CommandObject,
    context: UpdateContext,
    desk: Desk,
    admin_actions: AdminActions,
    store: Store,
    background: Background,
) -> None:
    speech = context.screen.speech
    try:
        asked = read_asked(command.args or "30d", context.now, speech.texts.zone)
    except PeriodUnreadable:
        return context.screen.send(speech.t("export-usage"))

    async def work(screen: Screen) -> None:
        await _put_file(screen, desk, store, asked, context.now)

    admin_actions.note_export(context.work, context.person.id, str(asked.period.first), str(asked.period.last))
    context.screen.send(speech.t("export-started", period=str(asked)))
    background.after(context, work)


async def _put_file(screen: Screen, desk: Desk, store: Store, asked: Asked, now: int) -> None:
    from bot.reports.spreadsheet.export import Export  # loaded when the first export is asked for

    made = Export(screen.speech, desk, store, asked, now)
    name = f"sellerdesk-{asked.period.first}-{asked.period.last}.xlsx"
    caption, document = "export-ready", LooseFile(name)
    await made.write(document.file)
    if document.size > LARGEST:
        caption, document = "export-without-messages", LooseFile(name)
        await made.write(document.file, messages=False)
    if document.size > LARGEST:
        return screen.send(screen.t("export-too-large"))
    zone = screen.texts.zone_name(screen.locale, asked.period.bounds(screen.texts.zone)[0])
    told = screen.t(caption, period=str(asked), zone=zone)
    screen.call(SendDocument(chat_id=screen.chat_id, document=document, caption=told, parse_mode="HTML"))
