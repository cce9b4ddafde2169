"""Settings: what is wrong is named in one sentence."""

import os
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings, SettingsWrong, load_settings, misspelt_settings, prepare_data_dir
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


def test_a_file_is_read_as_windows_writes_it(tmp_path: Path) -> None:
    lines = ('BOT_TOKEN="42:TEST"', "AGENT_GROUP = -100123", "ADMIN_IDS=1", "")
    (tmp_path / ".env").write_text("\r\n".join(lines), encoding="utf-8-sig", newline="")

    assert load_settings().agent_group == -100123
    assert misspelt_settings() == []


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


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("max_file_mb", "-1", "write a whole number from 1 to 2000"),
        ("max_file_mb", "5,5", "write a whole number from 1 to 2000"),
        ("chat_burst", "-4", "write a whole number from 0 on"),
        ("auto_close_after", "0s", "write 1s or more"),
        ("log_level", "foo", "write DEBUG, INFO, WARNING or ERROR"),
        ("events_notes", "perhaps", "write true or false"),
        ("agent_group", "support", "a group's id is a negative number, such as -1001234567890"),
        ("events_url", "https://crm:none/", "write an address that begins with http:// or https://"),
    ],
)
def test_it_is_said_what_is_allowed(name: str, value: str, allowed: str) -> None:
    with pytest.raises(SettingsWrong) as wrong:
        load_settings(**RIGHT | {name: value})

    assert str(wrong.value) == f"{name.upper()} is wrong (it is {value!r}): {allowed}."


@pytest.mark.parametrize("name", [name for name in Settings.model_fields if name != "data_dir"])
def test_no_sentence_is_in_the_words_of_a_library(name: str) -> None:
    with pytest.raises(SettingsWrong) as wrong:
        load_settings(**RIGHT | {name: "¿?"})

    assert str(wrong.value).startswith(f"{name.upper()} is wrong")
    assert "nput" not in str(wrong.value)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://support.example.com/telegram", "Telegram delivers to https:// only"),
        ("https://support.example.com:8080/telegram", "to these ports only: 443, 80, 88, 8443"),
    ],
)
def test_a_webhook_is_where_telegram_delivers(url: str, why: str) -> None:
    with pytest.raises(SettingsWrong, match="WEBHOOK_URL is wrong") as wrong:
        load_settings(**RIGHT, webhook_url=url)

    assert why in str(wrong.value)
    assert load_settings(**RIGHT, webhook_url=url, telegram_api_url="http://127.0.0.1:8081").webhook_url == url
    assert load_settings(**RIGHT, webhook_url="https://support.example.com:8443/telegram").webhook_url


def test_levels_and_yes_are_read_as_people_write_them() -> None:
    settings = load_settings(**RIGHT, log_level="debug", events_notes="Yes")

    assert (settings.log_level, settings.events_notes) == ("DEBUG", True)


# ---- what was meant as a setting


def test_a_typo_in_the_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN=42:TEST\nMAX_FILE_SIZE_MB=20\nHOST=support.example.com\n")

    assert misspelt_settings() == [("HOST", None), ("MAX_FILE_SIZE_MB", "MAX_FILE_MB")]


def test_a_typo_in_the_environment_is_noticed_and_what_is_no_concern_of_ours_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "environ", {"METRICS_LISTN": ":9090", "HOST": "desk-1", "LISTEN_FDS": "1", "LISTEN": ":80"})

    assert misspelt_settings() == [("METRICS_LISTN", "METRICS_LISTEN")]


def test_a_new_data_folder_is_closed_to_others_and_one_that_takes_nothing_is_named(tmp_path: Path) -> None:
    prepare_data_dir(tmp_path / "new" / "data")
    (tmp_path / "file").write_text("")

    assert (tmp_path / "new" / "data").stat().st_mode & 0o777 == 0o700
    with pytest.raises(SettingsWrong, match="the folder that DATA_DIR names can't be written"):
        prepare_data_dir(tmp_path / "file" / "data")


def test_the_token_is_in_no_sentence() -> None:
    with pytest.raises(SettingsWrong) as wrong:
        load_settings(**RIGHT | {"bot_token": "hunter2"})

    assert "hunter2" not in str(wrong.value)


@pytest.mark.parametrize(("given", "limits"), [({"max_file_mb": "100"}, (100, 100)), ({"max_total_mb": "5"}, (5, 5))])
def test_of_the_limits_on_attachments_one_may_be_set_alone(given: dict[str, str], limits: tuple[int, int]) -> None:
    settings = load_settings(**RIGHT, **given)

    assert (settings.max_file_mb, settings.max_total_mb) == limits


def test_the_total_is_not_below_one_file() -> None:
    with pytest.raises(SettingsWrong, match="MAX_TOTAL_MB"):
        load_settings(**RIGHT, max_file_mb=20, max_total_mb=10)
