"""What owners changed while the desk ran."""

from collections.abc import Iterator

from core.live_settings import SettingChanged
from storage.statements import Statement, statements, to_json


@statements.register
def _(change: SettingChanged) -> Iterator[Statement]:
    if change.value is None:
        yield Statement("setting_reset", {"name": change.name})
        return
    yield Statement(
        "setting_changed",
        {"name": change.name, "value": to_json(change.value), "at": change.at, "by": change.by},
    )
