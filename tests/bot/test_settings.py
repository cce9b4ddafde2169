"""Settings: what is wrong is named in one sentence."""

from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings, SettingsWrong, load_settings
from core.units import DAY, MINUTE, SECOND

RIGHT = {"bot_token": "42:TEST", "agent_group": "-100123", "admin_ids": "1, 2"}


@pytest.fixture(autouse=True)
def nothing_around(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_defaults_are_those_of_the_contract() -> None:
    settings = load_settings(**RIGHT)

    assert settings.admin_ids == (1, 2)
    assert settings.cooldown == 15 * MINUTE
    assert (settings.auto_close_after, settings.remind_before) == (3 * DAY, DAY)
    assert (settings.max_file_mb, settings.max_total_mb) == (10, 50)
    assert settings.timezone == "Europe/Moscow"
    assert settings.database_url.startswith("sqlite:///")


def test_they_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in RIGHT.items():
        monkeypatch.setenv(name.upper(), value)
    monkeypatch.setenv("COOLDOWN", "90s")
    monkeypatch.setenv("WEBHOOK_URL", "")

    settings = load_settings()

    assert settings.cooldown == 90 * SECOND
    assert settings.webhook_url is None


@pytest.mark.parametrize(
    ("written", "seconds"), [("90s", 90), ("15m", 900), ("36h", 129_600), ("3d", 259_200), (" 2H ", 7200)]
)
def test_durations(written: str, seconds: int) -> None:
    assert load_settings(**RIGHT, cooldown=written).cooldown == seconds * SECOND


@pytest.mark.parametrize(
    ("written", "meant"),
    [("127.0.0.1:9090", ("127.0.0.1", 9090)), (":9090", ("127.0.0.1", 9090)), ("[::1]:9090", ("::1", 9090))],
)
def test_addresses(written: str, meant: tuple[str, int]) -> None:
    assert load_settings(**RIGHT, metrics_listen=written).metrics_listen == meant


def test_a_secret_comes_from_a_file_of_systemd(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bot_token").write_text("42:FROM-A-FILE\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))

    settings = load_settings(agent_group="-100123", admin_ids="1")

    assert settings.bot_token.get_secret_value() == "42:FROM-A-FILE"


def test_the_environment_wins_over_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bot_token").write_text("42:FROM-A-FILE")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    monkeypatch.setenv("BOT_TOKEN", "42:FROM-THE-ENVIRONMENT")

    settings = load_settings(agent_group="-100123", admin_ids="1")

    assert settings.bot_token.get_secret_value() == "42:FROM-THE-ENVIRONMENT"


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_a_missing_one_is_named(name: str) -> None:
    given = {key: value for key, value in RIGHT.items() if key != name}

    with pytest.raises(SettingsWrong, match=name.upper()):
        load_settings(**given)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bot_token", "secret-without-number"),
        ("agent_group", "12345"),
        ("agent_group", "support"),
        ("admin_ids", "anna, boris"),
        ("admin_ids", ""),
        ("cooldown", "soon"),
        ("cooldown", "-5m"),
        ("sweep_every", "0s"),
        ("auto_close_after", "0d"),
        ("max_file_mb", "many"),
        ("max_file_mb", "0"),
        ("timezone", "Mars/Olympus"),
        ("default_locale", "de"),
        ("database_url", "mysql://host"),
        ("telegram_api_url", "api.telegram.org"),
        ("webhook_url", "ftp://host"),
        ("listen", "localhost"),
        ("metrics_listen", "127.0.0.1:99999"),
        ("metrics_listen", "::1:9090"),
        ("log_level", "LOUD"),
        ("webhook_secret", "пароль с пробелами"),
    ],
)
def test_a_wrong_one_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsWrong) as wrong:
        load_settings(**RIGHT | {name: value})

    assert name.upper() in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_the_token_is_in_no_sentence() -> None:
    with pytest.raises(SettingsWrong) as wrong:
        load_settings(**RIGHT | {"bot_token": "hunter2"})

    assert "hunter2" not in str(wrong.value)


def test_the_total_is_not_below_one_file() -> None:
    with pytest.raises(SettingsWrong, match="MAX_TOTAL_MB"):
        load_settings(**RIGHT, max_file_mb=20, max_total_mb=10)
