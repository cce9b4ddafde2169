"""What happens by the clock: what, how often, and whether in each process of the desk."""

from bot.app.inbound import Inbound
from bot.app.outbound import Outbound
from bot.app.shared import Shared
from bot.jobs.announcements import AnnouncementJob
from bot.jobs.auto_close import AutoCloseJob
from bot.jobs.config_sync import ConfigSync
from bot.jobs.draft_reminders import DraftReminderJob
from bot.jobs.due_warnings import DueTimeJob
from bot.jobs.each_due import EachDue
from bot.jobs.outbox_watch import OutboxWatch
from bot.jobs.rate_watch import RateWatch
from bot.jobs.scheduler import Job
from bot.jobs.search_learning import LearningJob
from bot.jobs.similar_answers import SimilarAnswersJob
from bot.jobs.sweep import Sweep
from bot.jobs.unanswered_reminders import UnansweredReminderJob
from core.desk import AnnouncementActions, AutoClose, DueTimeActions, LaterActions, UnansweredReminderActions
from core.units import HOUR, MINUTE, SECOND


def jobs(shared: Shared, outbound: Outbound, inbound: Inbound, config_sync: ConfigSync) -> list[Job]:
    store, desk, swept = shared.store, shared.desk, shared.settings.sweep_every
    heard_until, wake = inbound.update_worker.heard_until, outbound.delivery.wake
    each_due = EachDue(store, wake)
    auto_close = AutoCloseJob(store, desk, AutoClose(desk), heard_until, each_due)
    due_times = DueTimeJob(store, DueTimeActions(), LaterActions(desk), heard_until, each_due)
    waiting = UnansweredReminderJob(store, desk, UnansweredReminderActions(desk), shared.admins, heard_until, wake)
    rate_watch = RateWatch(shared.rate_limiter, lambda: desk.groups, shared.alerts)
    return [
        Job("auto-close", swept, auto_close.sweep),
        Job("due-times", swept, due_times.sweep),
        Job("waiting-reminders", swept, waiting.sweep),
        Job("announcements", swept, AnnouncementJob(store, AnnouncementActions(store), wake).sweep),
        Job("draft-reminders", swept, DraftReminderJob(store, desk, wake).sweep),
        Job("outbox-watch", MINUTE, OutboxWatch(store, shared.alerts, shared.texts).look),
        Job("rate-watch", MINUTE, rate_watch.look, everywhere=True),
        Job("config-sync", SECOND, config_sync.sweep, everywhere=True),
        Job("group-sync", MINUTE, config_sync.sweep_groups, everywhere=True),
        Job("learning", HOUR, LearningJob(store, desk, store.leads).sweep, everywhere=True),
        Job("similar-answers", MINUTE, SimilarAnswersJob(store).sweep),
        Job("retention", HOUR, Sweep(store, desk).tidy),
    ]
