"""Plain servers: the services' settings from the same source as those of containers, units for systemd."""

import importlib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from local import certificates
from local.folder import RunFolder
from production import secrets, servers
from shared.messaging.topology import SERVICES

ROOT = Path(__file__).parents[3]
SYSTEMD = ROOT / "deploy" / "systemd"
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))["services"]
INSTALLED = "/opt/provident-fund"
PATRONI = f"{ROOT}/.venv/patroni/bin/patroni"
EXPOSURE_AT_MOST = 20
"""Of 100: what systemd itself calls OK."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of /etc/provident-fund."""
    folder = RunFolder(tmp_path_factory.mktemp("secrets"))
    servers.write(folder.path / "servers", secrets.environment(folder))
    return folder.path / "servers"


@pytest.fixture(scope="module")
def units(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The units as they stand, of this checkout instead of an installed one."""
    folder = tmp_path_factory.mktemp("units") / "units"
    shutil.copytree(SYSTEMD / "units", folder)
    shutil.copy(ROOT / "deploy" / "patroni" / "patroni.service", folder)
    for path in folder.rglob("*.service"):
        path.write_text(path.read_text("utf-8").replace(INSTALLED, str(ROOT)), encoding="utf-8")
    # Only `make ha` installs Patroni; whatever may be executed stands for it.
    patroni = folder / "patroni.service"
    text = patroni.read_text("utf-8")
    assert PATRONI in text
    patroni.write_text(text.replace(PATRONI, "/usr/bin/env patroni"), encoding="utf-8")
    return folder


def by_unit(service: str) -> set[str]:
    """The variables that a service's unit and its drop-in set."""
    files = [SYSTEMD / "units" / "provident-fund@.service"]
    files += (SYSTEMD / "units" / f"provident-fund@{service}.service.d").glob("*.conf")
    lines = [
        line.removeprefix("Environment=")
        for path in files
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("Environment=")
    ]
    return {pair.partition("=")[0] for line in lines for pair in line.split()}


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_starts_with_what_its_files_and_its_unit_say(
    written: Path, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written / f"{service}.env"
    assert path.stat().st_mode & 0o077 == 0
    told = servers.read(path)
    asked = set(servers.asked(service))
    assert asked <= set(told) | by_unit(service)
    assert not set(told) & by_unit(service)
    assert not [name for name, value in told.items() if "MIGRATION" in name or "_owner" in value]
    for name in asked:
        monkeypatch.delenv(name, raising=False)
    for name, value in {**dict.fromkeys(by_unit(service), "/there"), **told}.items():
        monkeypatch.setenv(name, value)
    settings = importlib.import_module(f"{service}.settings").Settings()
    assert settings.http_port == servers.PORTS[service]
    assert str(settings.database_url) == told["DATABASE_URL"]
    assert told["DATABASE_URL"].endswith(f"sslmode=verify-full&sslrootcert={servers.BELIEVED}")
    assert told["BROKER_URL"].startswith("amqps://")
    assert told["BROKER_URL"].endswith(f"?cafile={servers.BELIEVED}")


def test_services_call_each_other_on_the_server_and_nobody_in_a_container(written: Path) -> None:
    told = {service: servers.read(written / f"{service}.env") for service in SERVICES}
    containers = re.compile(rf"https?://({'|'.join(SERVICES)}):|{servers.INSIDE}/")
    assert not [text for one in told.values() for text in one.values() if containers.search(text)]
    port = servers.PORTS["gateway"]
    assert told["accounts"]["JWKS_URL"] == f"https://127.0.0.1:{port}/.well-known/jwks.json"
    assert len(set(servers.PORTS.values())) == len(SERVICES)


def test_no_file_holds_the_secrets_of_two_services(written: Path) -> None:
    passwords = {
        service: servers.read(written / f"{service}.env")["DATABASE_URL"] for service in SERVICES
    }
    for service in SERVICES:
        text = (written / f"{service}.env").read_text("utf-8")
        assert [name for name, url in passwords.items() if url in text] == [service]


def test_systemd_takes_every_unit(units: Path) -> None:
    names = [f"provident-fund@{service}.service" for service in SERVICES]
    names += ["provident-fund-backup.service", "provident-fund.target", "patroni.service"]
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(str(units / name) for name in names)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


@pytest.mark.parametrize(
    "unit", ["provident-fund@accounts", "provident-fund-migrate@accounts", "provident-fund-backup"]
)
def test_a_service_that_was_taken_over_reaches_little(units: Path, unit: str) -> None:
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", f"--threshold={EXPOSURE_AT_MOST}",
         str(units / f"{unit}.service")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout


def test_nginx_takes_the_edge_of_a_plain_server(written: Path, tmp_path: Path) -> None:
    made = certificates.provide(tmp_path)
    folder = tmp_path / "nginx"
    shutil.copytree(written / "nginx", folder)
    text = (folder / "edge.conf").read_text("utf-8")
    assert f"server 127.0.0.1:{servers.PORTS['gateway']} " in text
    assert not re.search(r"\$\{", text)
    assert "proxy_pass https://" in text
    assert "resolver" not in (folder / "nginx.conf").read_text("utf-8")
    places = {
        "/etc/nginx/conf.d/": f"{folder}/[est]",
        "/etc/nginx/tls/fullchain.pem": str(made.servers["edge"].certificate),
        "/etc/nginx/tls/privkey.pem": str(made.servers["edge"].key),
        servers.BELIEVED: str(made.authority),
        "/run/nginx.pid": str(tmp_path / "nginx.pid"),
    }
    for path in folder.iterdir():
        for there, here in places.items():
            path.write_text(path.read_text("utf-8").replace(there, here), encoding="utf-8")
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert nginx
    told = subprocess.run(
        [nginx, "-t", "-q", "-e", "stderr", "-p", str(tmp_path), "-c", str(folder / "nginx.conf")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr


def test_systemd_makes_every_service_a_user_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    told = subprocess.run(
        ["systemd-sysusers", f"--root={tmp_path}", str(SYSTEMD / "sysusers.d" / "provident-fund.conf")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "not a valid" not in told.stderr
    users = re.findall(r"^provident-fund-(\w+):", (tmp_path / "etc" / "passwd").read_text(), re.M)
    assert sorted(users) == sorted([*SERVICES, "backup"])


def test_compose_env_is_needed_first(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="production secrets"):
        servers.read(tmp_path / "compose.env")
