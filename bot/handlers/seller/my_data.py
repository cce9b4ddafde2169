"""«Мои данные»: a seller takes all of their dialogs as a file, or has them deleted."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.inbound.update_context import UpdateContext
from bot.keyboards.my_data import EraseData, KeepData, TakeData, erase_keyboard, mydata_keyboard
from bot.telegram.written_command import Command
from bot.views.my_data import data_file
from core.desk import SellerActions
from core.dialog import DialogFilter, DialogReads
from core.export import ExportReads


def register(router: Router) -> None:
    router.message.register(tell, Command("mydata"))
    router.callback_query.register(take, TakeData.filter())
    router.callback_query.register(erase, EraseData.filter(F.sure))
    router.callback_query.register(ask_to_erase, EraseData.filter())
    router.callback_query.register(keep, KeepData.filter())


async def tell(message: Message, context: UpdateContext, store: DialogReads) -> None:
    count = await store.count_dialogs(context.person.id, DialogFilter())
    speech = context.screen.speech
    context.screen.send(speech.t("mydata-what", count=count), mydata_keyboard(speech) if count else None)


async def take(callback: CallbackQuery, context: UpdateContext, store: ExportReads) -> None:
    speech = context.screen.speech
    dialogs = [found async for found in store.seller_data(context.person.id)]
    text = data_file(speech, dialogs, len(dialogs), context.now)
    context.screen.document(
        text.encode(), speech.plain("mydata-file-name"), speech.t("mydata-file-ready", count=len(dialogs))
    )


async def ask_to_erase(
    callback: CallbackQuery, context: UpdateContext, seller_actions: SellerActions, store: DialogReads
) -> None:
    await seller_actions.must_be_erasable(context.person.id)
    count = await store.count_dialogs(context.person.id, DialogFilter())
    context.screen.edit(context.screen.t("mydata-sure", count=count), erase_keyboard(context.screen.speech))


async def erase(callback: CallbackQuery, context: UpdateContext, seller_actions: SellerActions) -> None:
    count = await seller_actions.erase(context.work, context.person)
    context.screen.edit(context.screen.t("mydata-erased", count=count))


async def keep(callback: CallbackQuery, context: UpdateContext) -> None:
    context.screen.edit(context.screen.t("mydata-kept"))
