"""The whole as one file, out and in."""

import asyncio
from io import BytesIO

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.inbound.update_context import UpdateContext
from bot.keyboards.catalogue import CatalogueFile, decision_keyboard
from bot.telegram.command_menus import Commands
from bot.telegram.group_rights import GroupRights, group_rights
from bot.telegram.screens import Screen
from bot.telegram.secrets import without_secrets
from bot.views.catalogue import counts
from bot.views.catalogue_errors import sentence
from bot.views.groups import fitness_line
from core.catalogue import Catalogue, CatalogueWrong, dump, parse
from core.catalogue.difference import Difference, difference
from core.desk import Desk, replace_catalogue

FILE_NAME = "catalogue.yaml"
LARGEST_FILE = 1024 * 1024
PATIENCE = 30  # seconds for a download
ERRORS_FILE = "errors.txt"
ERRORS_SHOWN = 15
TITLES_SHOWN = 5
GROUPS_ASKED = 10  # of new ones, at once


class NewCatalogue(StatesGroup):
    shown = State()  # what it would change was shown; the file waits for a yes


def register(router: Router) -> None:
    router.message.register(receive, F.document.file_name.lower().endswith((".yaml", ".yml")))
    router.callback_query.register(export, CatalogueFile.filter(F.action == "export"))
    router.callback_query.register(use, CatalogueFile.filter(F.action == "use"))
    router.callback_query.register(leave, CatalogueFile.filter(F.action == "leave"))


async def export(callback: CallbackQuery, context: UpdateContext, desk: Desk) -> None:
    context.screen.document(dump(desk.catalogue).encode(), FILE_NAME, context.screen.t("catalogue-file"))


async def receive(message: Message, context: UpdateContext, desk: Desk, bot: Bot, state: FSMContext) -> None:
    assert message.document
    catalogue = await _read(bot, message.document.file_id, message.document.file_size or 0, context.screen)
    if catalogue is None:
        return
    found = difference(desk.catalogue, catalogue)
    if found.nothing:
        return context.screen.send(context.screen.t("catalogue-same"))
    rights = await _rights_in_new_groups(bot, desk, catalogue)
    lines = [line for one in rights if (line := fitness_line(context.screen.speech, one))]
    if not all(one.fitness.is_usable for one in rights):
        return context.screen.send("\n\n".join(lines))
    await state.set_state(NewCatalogue.shown)
    text = dump(catalogue)
    desk.parsed_catalogues.remember(text, catalogue)
    await state.update_data({"catalogue": text})
    preview = "\n\n".join([_preview(context.screen, catalogue, found), *lines])
    context.screen.send(preview, decision_keyboard(context.screen.speech))


async def _rights_in_new_groups(bot: Bot, desk: Desk, catalogue: Catalogue) -> list[GroupRights]:
    groups = {category.group for category in catalogue.every_category if category.group} - desk.named_groups
    return await asyncio.gather(*(group_rights(bot, group) for group in sorted(groups)[:GROUPS_ASKED]))


async def use(
    callback: CallbackQuery, context: UpdateContext, desk: Desk, state: FSMContext, commands: Commands
) -> None:
    screen, text = context.screen, await _put_away(state)
    if text is None:
        return screen.edit(screen.t("catalogue-gone"))
    catalogue = desk.parsed_catalogues.of(text)
    if catalogue is None:  # shown by another process, or before a restart
        catalogue = await asyncio.to_thread(parse, text)
    replace_catalogue(context.work, context.person.id, text)
    context.after_commit += [lambda: desk.use_catalogue(catalogue), commands.look_again]
    screen.edit(screen.t("catalogue-used", **counts(catalogue)))


async def leave(callback: CallbackQuery, context: UpdateContext, state: FSMContext) -> None:
    await _put_away(state)
    context.screen.edit(context.screen.t("catalogue-left"))


async def _put_away(state: FSMContext) -> str | None:
    """The catalogue that waits for a yes; None where another one was chosen, or the admin went on to something else."""
    if await state.get_state() != NewCatalogue.shown.state:
        return None
    data = await state.get_data()
    text: str | None = data.pop("catalogue", None)
    await state.set_data(data)
    await state.set_state(None)
    return text


async def _read(bot: Bot, file_id: str, size: int, screen: Screen) -> Catalogue | None:
    """The file's catalogue; None where the admin was told why there is none.

    In a thread: nobody waits for a file of two megabytes that is hard to read.
    """
    if size > LARGEST_FILE:
        screen.send(screen.t("catalogue-too-large", limit=screen.texts.size(screen.locale, LARGEST_FILE)))
        return None
    try:
        return await asyncio.to_thread(parse, await _download(bot, file_id))
    except TelegramAPIError as error:
        screen.send(screen.t("catalogue-no-download", reason=without_secrets(error.message)))
    except UnicodeDecodeError:
        screen.send(screen.t("catalogue-no-text"))
    except CatalogueWrong as wrong:
        _tell_errors(screen, wrong)
    return None


async def _download(bot: Bot, file_id: str) -> str:
    file = await bot.get_file(file_id, request_timeout=PATIENCE)
    assert file.file_path
    read = await bot.download_file(file.file_path, BytesIO(), timeout=PATIENCE)
    assert read
    return read.read().decode("utf-8-sig")


def _tell_errors(screen: Screen, wrong: CatalogueWrong) -> None:
    """The first ones in a message; where they do not fit, all of them in a file."""
    lines = [sentence(screen.texts, screen.locale, error) for error in wrong.errors]
    shown = lines[:ERRORS_SHOWN]
    screen.send(screen.t("catalogue-wrong", count=len(lines), problems="\n".join(shown)))
    if len(lines) > len(shown):
        screen.document("\n".join(lines).encode(), ERRORS_FILE, screen.t("catalogue-all-errors"))


def _preview(screen: Screen, catalogue: Catalogue, found: Difference) -> str:
    lines = [screen.t("catalogue-preview", **counts(catalogue))]
    for key, entries in (("added", found.added), ("removed", found.removed), ("changed", found.changed)):
        if entries:
            titles = [entry.title(screen.locale) for entry in entries[:TITLES_SHOWN]]
            more = ["…"] if len(entries) > TITLES_SHOWN else []
            lines.append(screen.t(f"catalogue-preview-{key}", count=len(entries), titles=", ".join(titles + more)))
    if found.synonyms:
        lines.append(screen.t("catalogue-preview-synonyms"))
    return "\n".join([*lines, "", screen.t("catalogue-preview-kept")])
