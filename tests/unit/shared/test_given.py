"""Settings in files: a secret that no environment, and so no child and no list of processes, ever holds."""

from pathlib import Path

import pytest

from shared.base import given
from shared.base.settings import SealingSettings

KEY = "aGVyZSBhcmUgMzIgYnl0ZXMgb2YgYSBsb29rdXAga2V5"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "PERSONAL_DATA_KEYS",
        "PERSONAL_DATA_ACTIVE_KEY",
        "LOOKUP_KEY",
        "LOOKUP_OTHER_KEY",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(given.FOLDER, str(tmp_path))
    return tmp_path


def test_settings_are_read_from_files_of_their_names(folder: Path) -> None:
    (folder / "PERSONAL_DATA_KEYS").write_text('{"s1": "c2VjcmV0"}\n', "utf-8")
    (folder / "PERSONAL_DATA_ACTIVE_KEY").write_text("s1\n", "utf-8")
    (folder / "LOOKUP_KEY").write_text(f"{KEY}\n", "utf-8")
    read = SealingSettings()
    assert {name: key.get_secret_value() for name, key in read.personal_data_keys.items()} == {
        "s1": "c2VjcmV0"
    }
    assert read.lookup_key.get_secret_value() == KEY
    assert read.lookup_other_key is None


def test_a_file_may_be_a_link_as_kubernetes_mounts_it(folder: Path) -> None:
    (folder / "..data").mkdir()
    (folder / "..data" / "MIGRATION_DATABASE_URL").write_text("postgresql://o@h/accounts", "utf-8")
    (folder / "MIGRATION_DATABASE_URL").symlink_to("..data/MIGRATION_DATABASE_URL")
    assert given.value("MIGRATION_DATABASE_URL") == "postgresql://o@h/accounts"


def test_a_variable_wins_over_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "LOOKUP_KEY").write_text("of the file", "utf-8")
    monkeypatch.setenv("LOOKUP_KEY", "of the environment")
    assert given.value("LOOKUP_KEY") == "of the environment"


def test_what_is_nowhere_is_named(folder: Path) -> None:
    assert given.find("BROKER_URL") is None
    with pytest.raises(KeyError, match="BROKER_URL"):
        given.value("BROKER_URL")


def test_without_a_folder_the_working_folder_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "LOOKUP_KEY").write_text(KEY, "utf-8")
    monkeypatch.delenv(given.FOLDER)
    monkeypatch.chdir(folder)
    assert given.find("LOOKUP_KEY") is None
