"""What takes updates, put together: handlers get their collaborators by name."""

from dataclasses import dataclass
from typing import Any

from aiogram import Dispatcher
from prometheus_client import Counter

from bot.app.outbound import Outbound
from bot.app.shared import Shared
from bot.handlers import routers
from bot.handlers.seller.draft_card_position import DraftCards
from bot.inbound.background import Background
from bot.inbound.polling import Polling
from bot.inbound.update_context import FsmStorage
from bot.inbound.update_handler import UpdateHandler
from bot.inbound.update_routing import UpdateRouting
from bot.inbound.worker import UpdateWorker
from bot.jobs.config_sync import ConfigSync
from bot.telegram.command_menus import Commands
from bot.telegram.membership import Members
from bot.telegram.sync_filters import call_in_line
from bot.telegram.written_command import BotName
from core.desk import (
    AdminActions,
    AgentActions,
    AnnouncementActions,
    LaterActions,
    MacroActions,
    MergeActions,
    SellerActions,
    ShiftActions,
    SimilarAnswers,
    WithdrawalActions,
)


@dataclass(frozen=True, slots=True)
class Inbound:
    dispatcher: Dispatcher
    update_worker: UpdateWorker
    polling: Polling
    commands: Commands
    background: Background
    draft_cards: DraftCards
    refusals: Counter


def assemble_inbound(shared: Shared, outbound: Outbound, config_sync: ConfigSync) -> Inbound:
    background = Background(shared.screens)
    draft_cards = DraftCards(shared.store, shared.desk, shared.screens, shared.texts, shared.clock)
    commands = Commands(
        shared.bot, shared.texts, lambda: shared.desk.groups, lambda: shared.admins, lambda: shared.desk.rules
    )
    config_sync.changed = commands.look_again
    refusals = Counter("sellerdesk_refusals", "What people were refused, by reason", ["reason"], registry=None)
    dispatcher = _dispatcher(
        shared,
        missing_permissions=outbound.missing_permissions,
        commands=commands,
        background=background,
        draft_cards=draft_cards,
        refusals=refusals,
    )
    handler = UpdateHandler(
        bot=shared.bot,
        routing=UpdateRouting(dispatcher, FsmStorage(shared.store), shared.bot),
        store=shared.store,
        texts=shared.texts,
        screens=shared.screens,
        config=config_sync,
        clock=shared.clock,
    )
    update_worker = UpdateWorker(
        handler=handler,
        store=shared.store,
        update_stream=shared.update_stream,
        delivery=outbound.delivery,
        alerts=shared.alerts,
        clock=shared.clock,
        shares=bool(shared.settings.webhook_url),
    )
    shared.burst.watch(lambda: update_worker.in_hand)
    polling = Polling(shared.listener, update_worker, shared.update_stream, shared.alerts)
    return Inbound(dispatcher, update_worker, polling, commands, background, draft_cards, refusals)


def _dispatcher(shared: Shared, **collaborators: Any) -> Dispatcher:
    dispatcher = Dispatcher(
        disable_fsm=True,  # each update brings its own: see UpdateRouting
        desk=shared.desk,
        seller_actions=SellerActions(shared.desk),
        agent_actions=AgentActions(shared.desk),
        later_actions=LaterActions(shared.desk),
        macro_actions=MacroActions(AgentActions(shared.desk), LaterActions(shared.desk)),
        shift_actions=ShiftActions(shared.desk),
        merge_actions=MergeActions(shared.desk),
        withdrawal_actions=WithdrawalActions(shared.desk),
        admin_actions=AdminActions(shared.desk),
        similar_answers=SimilarAnswers(shared.store),
        announcement_actions=AnnouncementActions(shared.store),
        store=shared.store,
        texts=shared.texts,
        settings=shared.settings,
        members=Members(shared.listener),
        bot_name=BotName(shared.listener),
        admins=shared.admins,
        **collaborators,
    )
    dispatcher.include_routers(*routers())
    call_in_line(dispatcher)
    return dispatcher
