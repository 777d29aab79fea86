"""The folder of a start: ports and secrets are remembered, and two starts are kept apart."""

import json
import multiprocessing
import socket
import stat
from pathlib import Path

import pytest

from local.errors import CannotStart
from local.folder import LOOPBACK, RunFolder, derived_password, port_is_free


def test_a_port_is_the_same_at_the_next_start(tmp_path: Path) -> None:
    first = RunFolder(tmp_path).port("postgres")
    assert RunFolder(tmp_path).port("postgres") == first


def test_a_port_that_was_taken_meanwhile_is_chosen_anew(tmp_path: Path) -> None:
    first = RunFolder(tmp_path).port("postgres")
    with socket.socket() as stranger:
        stranger.bind((LOOPBACK, first))
        stranger.listen()
        second = RunFolder(tmp_path).port("postgres")
        assert second != first
        assert port_is_free(second)
    assert json.loads((tmp_path / "ports.json").read_text()) == {"postgres": second}


def test_a_port_that_another_start_has_chosen_is_not_chosen_before_its_server_listens(
    tmp_path: Path,
) -> None:
    first, second = RunFolder(tmp_path / "first"), RunFolder(tmp_path / "second")
    port = first.port("postgres")
    second.remember("ports.json", {"postgres": port})
    assert port_is_free(port)
    assert second.port("postgres") != port

    del first
    third = RunFolder(tmp_path / "third")
    third.remember("ports.json", {"postgres": port})
    assert third.port("postgres") == port


def test_two_names_never_share_a_port(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    ports = [folder.port(f"p{number}") for number in range(50)]
    assert len(set(ports)) == 50


def test_a_secret_is_random_kept_and_private(tmp_path: Path) -> None:
    secret = RunFolder(tmp_path).secret("smpp")
    assert RunFolder(tmp_path).secret("smpp") == secret
    assert RunFolder(tmp_path).secret("other") != secret
    assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600


def test_a_file_that_a_killed_start_left_half_written_counts_as_absent(tmp_path: Path) -> None:
    (tmp_path / "ports.json").write_text('{"postgres": 123')
    assert RunFolder(tmp_path).recall("ports.json") == {}


def _hold(path: Path, held: "multiprocessing.synchronize.Event") -> None:
    with RunFolder(path).locked():
        held.set()
        multiprocessing.Event().wait(60)


def test_a_second_start_is_refused_in_one_sentence_and_the_lock_falls_with_its_holder(
    tmp_path: Path,
) -> None:
    held = multiprocessing.get_context("fork").Event()
    holder = multiprocessing.get_context("fork").Process(target=_hold, args=(tmp_path, held))
    holder.start()
    try:
        assert held.wait(10)
        folder = RunFolder(tmp_path)
        assert folder.owner() == holder.pid
        refused = pytest.raises(CannotStart, match=f"already runs .*process {holder.pid}")
        with refused, folder.locked():
            pass
    finally:
        holder.kill()
        holder.join()
    assert folder.owner() is None
    with folder.locked():
        pass


def test_roles_passwords_follow_from_the_administrators() -> None:
    assert derived_password("admin", "accounts") == derived_password("admin", "accounts")
    assert derived_password("admin", "accounts") != derived_password("admin", "loans")
    assert derived_password("other", "accounts") != derived_password("admin", "accounts")
