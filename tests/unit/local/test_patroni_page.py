"""docs/production.md, PostgreSQL on three machines: its lines put every file where the others look for it."""

import re
import subprocess
from pathlib import Path

import pytest
from tests.support.places import ROOT

PAGE = (ROOT / "docs" / "production.md").read_text("utf-8")
INSTALLS = re.compile(r"^(install|cp) .*", re.MULTILINE)
NAMED = re.compile(r"/etc/(?:patroni|etcd|haproxy|default)/[\w./-]*\w")
TLS = {
    "/etc/patroni/tls": "postgres.pem, postgres.key, the authority's ca.pem",
    "/etc/etcd/tls": "the same as etcd.pem, etcd.key, ca.pem",
}
"""What the page asks to be put there."""


@pytest.fixture
def etc(tmp_path: Path) -> Path:
    """What /etc is after the page's lines; nobody is made its owner."""
    section = PAGE.partition("### PostgreSQL on three machines")[2].partition("\n### ")[0]
    block = re.findall(r"(?s)```\n(.*?)\n```", section)[0]
    lines = [found[0].split(" && ")[0] for found in INSTALLS.finditer(block)]
    lines = [re.sub(r"-o \w+ ", "", line) for line in lines]
    for folder in ("default", "haproxy", "systemd/system"):
        (tmp_path / "etc" / folder).mkdir(parents=True)
    script = "\n".join(lines).replace("/etc/", f"{tmp_path}/etc/")
    subprocess.run(["bash", "-euc", script], cwd=ROOT, check=True)
    return tmp_path / "etc"


def test_each_file_that_is_named_there_is_installed_or_asked_for(etc: Path) -> None:
    installed = {f"/etc/{path.relative_to(etc)}": path for path in etc.rglob("*") if path.is_file()}
    assert len(installed) == 5
    named = {name for path in installed.values() for name in NAMED.findall(path.read_text("utf-8"))}
    asked = {"/etc/haproxy/ca.pem"}
    for folder, words in TLS.items():
        assert words in PAGE
        asked |= {f"{folder}/{name}" for name in re.findall(r"\w+\.(?:pem|key)", words)}
    assert named == asked | installed.keys() - {"/etc/systemd/system/patroni.service"}


def test_nobody_else_reads_the_passwords(etc: Path) -> None:
    for file in ("patroni.env", "patroni.yml"):
        assert (etc / "patroni" / file).stat().st_mode & 0o077 == 0
    for folder in ("patroni", "patroni/tls", "etcd/tls"):
        assert (etc / folder).stat().st_mode & 0o077 == 0
