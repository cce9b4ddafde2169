"""What owners changed while the desk ran."""

from collections.abc import Iterator

from core.live_settings import SettingChanged
from storage.statements import Statement, statements, to_json


@statements.register
def _(record: SettingChanged) -> Iterator[Statement]:
    if record.value is None:
        yield Statement("setting_reset", {"name": record.name})
        return
    yield Statement(
        "setting_changed",
        {"name": record.name, "value": to_json(record.value), "at": record.at, "by": record.by},
    )
