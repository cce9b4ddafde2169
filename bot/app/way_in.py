"""What takes updates, put together: handlers get their collaborators by name."""

from dataclasses import dataclass
from typing import Any

from aiogram import Dispatcher
from aiogram.fsm.strategy import FSMStrategy

from bot.app.ground import Ground
from bot.app.way_out import WayOut
from bot.handlers import routers
from bot.handlers.seller.draft_cards import DraftCards
from bot.inbound.background import Background
from bot.inbound.polling import Polling
from bot.inbound.update_context import FsmStorage
from bot.inbound.update_handler import UpdateHandler
from bot.inbound.worker import UpdateWorker
from bot.jobs.config_sync import ConfigSync
from bot.telegram.command_menus import Commands
from bot.telegram.commands import BotName
from bot.telegram.membership import Members
from bot.telegram.sync_filters import call_in_line
from core.desk import AdminActions, AgentActions, AnnouncementActions, SellerActions


@dataclass(frozen=True, slots=True)
class WayIn:
    dispatcher: Dispatcher
    update_worker: UpdateWorker
    polling: Polling
    commands: Commands
    background: Background
    draft_cards: DraftCards


def way_in(on: Ground, out: WayOut, config_sync: ConfigSync) -> WayIn:
    background = Background(on.screens)
    draft_cards = DraftCards(on.store, on.desk, on.screens, on.texts, on.clock)
    commands = Commands(on.bot, on.texts, lambda: on.desk.groups, lambda: on.admins)
    on.admins.changed = commands.look_again
    dispatcher = _dispatcher(
        on,
        missing_permissions=out.missing_permissions,
        commands=commands,
        background=background,
        draft_cards=draft_cards,
    )
    handler = UpdateHandler(
        bot=on.bot,
        dispatcher=dispatcher,
        store=on.store,
        texts=on.texts,
        screens=on.screens,
        config=config_sync,
        clock=on.clock,
    )
    update_worker = UpdateWorker(
        handler=handler,
        store=on.store,
        update_stream=on.update_stream,
        delivery=out.delivery,
        alerts=on.alerts,
        clock=on.clock,
        shares=bool(on.settings.webhook_url),
    )
    polling = Polling(on.listener, update_worker, on.update_stream, on.alerts)
    return WayIn(dispatcher, update_worker, polling, commands, background, draft_cards)


def _dispatcher(on: Ground, **collaborators: Any) -> Dispatcher:
    dispatcher = Dispatcher(
        storage=FsmStorage(on.store),
        fsm_strategy=FSMStrategy.USER_IN_TOPIC,
        desk=on.desk,
        seller_actions=SellerActions(on.desk),
        agent_actions=AgentActions(on.desk),
        admin_actions=AdminActions(on.desk),
        announcement_actions=AnnouncementActions(on.store),
        store=on.store,
        texts=on.texts,
        settings=on.settings,
        members=Members(on.listener),
        bot_name=BotName(on.listener),
        admins=on.admins,
        **collaborators,
    )
    dispatcher.include_routers(*routers())
    call_in_line(dispatcher)
    return dispatcher
