"""What `make` says on a machine that lacks something: one sentence, and what to do."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A machine that has Python and nothing of what the system needs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "python3").symlink_to(sys.executable)
    return folder


def script(programs: Path, name: str, text: str) -> None:
    path = programs / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def install(programs: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [shutil.which("sh") or "/bin/sh", "deploy/local/install.sh", str(programs.parent / "venv")],
        cwd=ROOT,
        env={"PATH": str(programs), "PYTHON": "python3"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_machine_without_apt_get_is_told_which_packages_it_lacks(programs: Path) -> None:
    ended = install(programs)
    assert ended.returncode == 1
    (sentence,) = ended.stderr.splitlines()
    assert sentence.startswith(
        "Cannot install: there is no apt-get; install these with your package manager, "
        "then run make again: "
    )
    assert "util-linux" in sentence


def test_who_is_not_root_is_told_what_root_must_do_once(programs: Path) -> None:
    script(programs, "apt-get", "exit 1")
    script(programs, "id", "echo 1000")
    ended = install(programs)
    assert ended.returncode == 1
    (sentence,) = ended.stderr.splitlines()
    assert sentence.startswith(
        "Cannot install: root is needed once; run as root: apt-get install --no-install-recommends "
    )


def test_an_old_python_is_refused_in_one_sentence(programs: Path) -> None:
    (programs / "python3").unlink()
    script(programs, "python3", "exit 1")
    ended = install(programs)
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        "Cannot install: Python 3.11 or newer is needed; install it, or name it with PYTHON=..."
    ]
