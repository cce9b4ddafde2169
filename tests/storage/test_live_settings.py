"""What owners change while the desk runs."""

from typing import Any

import pytest

from core.live_settings import SettingChanged
from storage.store import SqlStore
from tests.factories import NOW, work

ADMIN = 11


@pytest.mark.parametrize("value", [900_000, 0, 1.5, "ё", True, False, [1, "a"], {"mon": ["09:00", "18:00"]}])
async def test_a_setting_is_any_value_and_goes_back_to_its_default(store: SqlStore, value: Any) -> None:
    await store.commit(work(SettingChanged("a", "before", ADMIN, NOW), SettingChanged("b", 1, ADMIN, NOW)))
    await store.commit(work(SettingChanged("a", value, ADMIN, NOW)))
    assert await store.settings() == {"a": value, "b": 1}

    await store.commit(work(SettingChanged("a", None, ADMIN, NOW)))
    assert await store.settings() == {"b": 1}
