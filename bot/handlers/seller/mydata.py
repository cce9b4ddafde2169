"""«Мои данные»: a seller takes all of their dialogs as a file, or has them deleted."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.keyboards.mydata import EraseData, KeepData, TakeData, erase_keyboard, mydata_keyboard
from bot.slash import Command
from bot.turn import Turn
from bot.views.mydata import data_file
from core.desk import Desk
from core.ports import DialogFilter, Store


def register(router: Router) -> None:
    router.message.register(tell, Command("mydata", ignore_case=True))
    router.callback_query.register(take, TakeData.filter())
    router.callback_query.register(erase, EraseData.filter(F.sure))
    router.callback_query.register(ask_to_erase, EraseData.filter())
    router.callback_query.register(keep, KeepData.filter())


async def tell(message: Message, turn: Turn, store: Store) -> None:
    count = await store.count_dialogs(turn.person.id, DialogFilter())
    speech = turn.screen.speech
    turn.screen.send(speech.t("mydata-what", count=count), mydata_keyboard(speech) if count else None)


async def take(callback: CallbackQuery, turn: Turn, store: Store) -> None:
    speech = turn.screen.speech
    dialogs = [found async for found in store.data_of(turn.person.id)]
    text = data_file(speech, dialogs, len(dialogs), turn.now)
    turn.screen.document(
        text.encode(), speech.plain("mydata-file-name"), speech.t("mydata-file-ready", count=len(dialogs))
    )


async def ask_to_erase(callback: CallbackQuery, turn: Turn, desk: Desk, store: Store) -> None:
    await desk.may_erase(turn.person.id)
    count = await store.count_dialogs(turn.person.id, DialogFilter())
    turn.screen.edit(turn.screen.t("mydata-sure", count=count), erase_keyboard(turn.screen.speech))


async def erase(callback: CallbackQuery, turn: Turn, desk: Desk) -> None:
    count = await desk.erase(turn.work, turn.person)
    turn.screen.edit(turn.screen.t("mydata-erased", count=count))


async def keep(callback: CallbackQuery, turn: Turn) -> None:
    turn.screen.edit(turn.screen.t("mydata-kept"))
