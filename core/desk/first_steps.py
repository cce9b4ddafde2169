"""What an owner has still to set up on a desk's first day."""

from enum import StrEnum

from core.desk.desk import Desk
from core.hours import ALWAYS
from core.units import DAY


class FirstStep(StrEnum):
    RIGHTS = "rights"  # of the bot in the agents' group
    CATALOGUE = "catalogue"
    HOURS = "hours"
    CANNED = "canned"
    DELAY = "delay"  # of answers: without one nothing can be taken back


async def steps_left(desk: Desk, now: int) -> list[FirstStep]:
    """Nothing any more when the first dialog is a day old: whoever wanted to has done it."""
    store = desk.store
    began = await store.first_dialog_at()
    if began is not None and now - began > DAY:
        return []
    done = {
        FirstStep.RIGHTS: await store.is_able_in(desk.current_id(desk.rules.home_group)) is True,
        FirstStep.CATALOGUE: bool(await store.catalogue()),
        FirstStep.HOURS: desk.rules.hours.spans != ALWAYS.spans,
        FirstStep.CANNED: bool(await store.canned_answers()),
        FirstStep.DELAY: desk.rules.answer_delay > 0,
    }
    return [step for step, is_done in done.items() if not is_done]
