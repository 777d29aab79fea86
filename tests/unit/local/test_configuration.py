"""What is generated for the parts: the edge's configuration, certificates, URLs, production's environment."""

import importlib
import os
import re
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
import yaml
from pydantic import SecretStr

from local import certificates, launch
from local.broker import VirtualHost, password_hash
from local.edge import LIMITS, TEMPLATE, render
from local.errors import CannotStart
from local.folder import LOOPBACK, RunFolder
from local.postgres import PostgresServer
from local.rabbitmq import RabbitServer, management_url_for
from production import files, inside, secrets, servers
from shared.messaging.topology import SERVICES

ROOT = Path(__file__).parents[3]
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))
BROKER = RabbitServer("amqp://a:p@h:5672", "http://a:p@h:15672", "given")


def test_the_edge_knows_every_service() -> None:
    template = TEMPLATE.read_text("utf-8")
    names = set(re.findall(r"\$\{([A-Z_]+)\}", template))
    addresses = {f"{service.upper()}_ADDRESS" for service in SERVICES}
    assert names == {
        *addresses,
        "EDGE_LISTEN",
        "EDGE_NAME",
        "SERVICES_SCHEME",
        "HALL_FOLDER",
        "KIOSK_HELPER",
        *LIMITS,
    }
    for service in SERVICES:
        assert re.search(rf"service>[a-z|]*\b{service}\b", template)


def test_rendering_leaves_the_variables_of_nginx_alone() -> None:
    assert render("listen ${PORT}; set $host; ^/x$", {"PORT": "1"}) == "listen 1; set $host; ^/x$"


def test_compose_has_every_service_with_its_own_database_and_broker_user() -> None:
    for service in SERVICES:
        part = COMPOSE["services"][service]
        assert part["build"]["args"]["SERVICE"] == service
        assert part["x-secrets"]["DATABASE_URL"] == f"${{{service.upper()}_DATABASE_URL:?}}"
        assert part["x-secrets"]["BROKER_URL"] == f"${{{service.upper()}_BROKER_URL:?}}"
        assert f"{service}-migrate" in part["depends_on"]
        assert service in COMPOSE["services"]["edge"]["depends_on"]
    edge = COMPOSE["services"]["edge"]["environment"]
    assert set(re.findall(r"\$\{([A-Z_]+)\}", TEMPLATE.read_text("utf-8"))) == set(edge)


def test_the_generated_environment_has_everything_that_compose_demands(tmp_path: Path) -> None:
    text = (ROOT / "deploy" / "compose.yaml").read_text("utf-8")
    demanded = set(re.findall(r"\$\{([A-Z_]+):?\?\}", text))
    assert demanded == set(secrets.environment(RunFolder(tmp_path)))


def test_no_secret_of_a_container_is_a_variable() -> None:
    for service in SERVICES:
        fields = importlib.import_module(f"{service}.settings").Settings.model_fields
        secret = {
            name.upper()
            for name, field in fields.items()
            if SecretStr in (field.annotation, *get_args(field.annotation))
        }
        environment = COMPOSE["services"][service]["environment"]
        assert secret & set(environment) == set(), service
    for name, part in COMPOSE["services"].items():
        if "trial" not in part.get("profiles", ()):
            told = str(part.get("environment", {}))
            assert not re.search(
                r"\$\{\w*(PASSWORD|TOKEN|SECRET|_KEYS?|DATABASE_URL|BROKER_URL)\b",
                told.replace("MESSAGE_PUBLIC_KEYS", "").replace("PERSONAL_DATA_ACTIVE_KEY", ""),
            ), name


def test_a_container_reads_its_own_secrets_and_nobody_elses() -> None:
    for name, part in COMPOSE["services"].items():
        mounts = [text for text in part.get("volumes", ()) if "_FOLDER:?}/" in text]
        assert all(text.endswith(":ro") for text in mounts)
        assert _folders(mounts, "SECRETS") == (
            {files.container(name)} if "x-secrets" in part else set()
        ), name
        assert _folders(mounts, "INSIDE") <= {name, inside.CALLERS}


def _folders(mounts: list[str], kind: str) -> set[str]:
    found = (re.match(rf"\$\{{{kind}_FOLDER:\?\}}/([\w-]+)", text) for text in mounts)
    return {match[1] for match in found if match}


def test_no_link_inside_is_in_clear() -> None:
    for name, part in COMPOSE["services"].items():
        told = str(part.get("environment", {}))
        assert not re.search(rf"http://({'|'.join(inside.CALLED)}):", told), name
        if name in SERVICES:
            assert part["environment"]["HTTP_CERT_FILE"] == "/inside/tls.crt"
            assert f"${{INSIDE_FOLDER:?}}/{name}:/inside:ro" in part["volumes"]
    assert COMPOSE["services"]["edge"]["environment"]["SERVICES_SCHEME"] == "https"
    rules = (ROOT / "deploy" / "postgres" / "pg_hba.conf").read_text("utf-8")
    kinds = {line.split()[0] for line in rules.splitlines() if not line.startswith("#")}
    assert kinds == {"local", "hostssl"}
    assert "listeners.tcp = none" in (ROOT / "deploy" / "rabbitmq" / "tls.conf").read_text("utf-8")


def test_addresses_in_clear_of_a_release_before_do_not_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "chown", lambda *_: None)
    path = secrets.write(tmp_path)
    fresh = servers.read(path)
    before = {
        "POSTGRES_URL": "postgresql://postgres:secret@postgres:5432/postgres",
        "LOANS_DATABASE_URL": "postgresql://loans:secret@postgres:5432/loans",
        "LOANS_BROKER_URL": "amqp://loans:secret@rabbitmq:5672/provident-fund",
        "BROKER_URL": "amqp://admin:secret@rabbitmq:5672",
        "BROKER_MANAGEMENT_URL": "http://admin:secret@rabbitmq:15672",
    }
    of_the_city = {"ACCOUNTS_DATABASE_URL": "postgresql://accounts:secret@10.1.2.3:5432/accounts"}
    path.write_text(servers.as_text({**fresh, **before, **of_the_city}), "utf-8")
    assert servers.read(secrets.write(tmp_path)) == {**fresh, **of_the_city}


@pytest.mark.parametrize(
    "name",
    [
        *SERVICES,
        *(f"{service}-migrate" for service in SERVICES),
        "setup",
        "edge",
        "prometheus",
        "grafana",
    ],
)
def test_a_container_may_write_and_take_no_more_than_it_needs(name: str) -> None:
    part = COMPOSE["services"][name]
    assert part["read_only"] is True
    assert part["cap_drop"] == ["ALL"]
    assert part["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "pids_limit"} <= set(part)


def test_nothing_takes_the_whole_machine() -> None:
    without = [
        name
        for name, part in COMPOSE["services"].items()
        if not {"mem_limit", "pids_limit"} <= set(part)
    ]
    assert without == []


def test_every_service_has_an_image_with_a_user_of_its_own() -> None:
    users = [COMPOSE["services"][service]["build"]["args"]["UID"] for service in SERVICES]
    assert len({*users, files.SETUP_UID}) == len(SERVICES) + 1
    assert "--uid $UID" in (ROOT / "deploy" / "Dockerfile").read_text("utf-8")


def test_secrets_are_files_of_their_container_and_follow_compose_env(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owners: dict[Path, int] = {}
    monkeypatch.setattr(os, "chown", lambda path, user, _group: owners.update({Path(path): user}))
    written = secrets.write(tmp_path / "secrets")
    folder = tmp_path / "secrets" / "containers"
    values = servers.read(written)
    accounts = folder / "accounts"
    assert (accounts / "DATABASE_URL").read_text() == values["ACCOUNTS_DATABASE_URL"]
    assert {path.name for path in (folder / "accounts-owner").iterdir()} == {
        "MIGRATION_DATABASE_URL", "PERSONAL_DATA_KEYS", "PERSONAL_DATA_ACTIVE_KEY", "LOOKUP_KEY",
    }, "with its keys it lets the desk put policy in force"  # fmt: skip
    assert values["RABBITMQ_PASSWORD"] in (folder / "rabbitmq" / "admin.conf").read_text()
    assert (
        owners[accounts / "LOOKUP_KEY"] == COMPOSE["services"]["accounts"]["build"]["args"]["UID"]
    )
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.rglob("*"))
    assert not (accounts / "LOOKUP_OTHER_KEY").exists(), "nothing is no key"
    changed = {**values, "REGISTERS_TOKEN": "of the city", "ACCOUNTS_LOOKUP_OTHER_KEY": "next"}
    written.write_text(servers.as_text(changed), "utf-8")
    secrets.write(tmp_path / "secrets")
    assert servers.read(written) == changed, "what a city has put there stays"
    assert (folder / "gateway" / "REGISTERS_TOKEN").read_text() == "of the city"
    assert (accounts / "LOOKUP_OTHER_KEY").read_text() == "next"
    written.write_text(servers.as_text(values), "utf-8")
    secrets.write(tmp_path / "secrets")
    assert not (accounts / "LOOKUP_OTHER_KEY").exists()


def test_every_build_argument_names_a_member_of_the_workspace() -> None:
    builds = [part["build"] for part in COMPOSE["services"].values() if "build" in part]
    for build in builds:
        if "args" not in build:  # the edge: nginx and the hall's pages
            continue
        member = build["args"]["SERVICE"]
        assert any(
            (ROOT / top / member / "pyproject.toml").exists() for top in ("services", "deploy")
        )


def test_certificates_let_both_ends_know_each_other(tmp_path: Path) -> None:
    made = certificates.provide(tmp_path)
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(made.authority))
    server.verify_mode = ssl.CERT_REQUIRED
    server.load_cert_chain(made.bank.certificate, made.bank.key)
    client = ssl.create_default_context(cafile=str(made.authority))
    client.load_cert_chain(made.settlement.certificate, made.settlement.key)
    ours, theirs = socket.socketpair()

    def bank() -> None:
        with server.wrap_socket(theirs, server_side=True) as link:
            link.sendall(link.getpeercert()["subject"][0][0][1].encode())

    thread = threading.Thread(target=bank)
    thread.start()
    with client.wrap_socket(ours, server_hostname=LOOPBACK) as link:
        assert link.recv(100) == b"settlement"
    thread.join()


def test_certificates_are_kept_until_they_are_about_to_expire(tmp_path: Path) -> None:
    first = certificates.provide(tmp_path).authority.read_bytes()
    assert certificates.provide(tmp_path).authority.read_bytes() == first
    later = datetime.now(UTC) + certificates.VALIDITY - timedelta(days=29)
    assert certificates.provide(tmp_path, later).authority.read_bytes() != first


def test_urls_of_roles_and_users_are_quoted() -> None:
    server = PostgresServer("postgresql://postgres:a%2Fb@h:1/postgres?sslmode=require", "given")
    assert server.admin_password == "a/b"
    assert server.url_of("x", "u", "p@/") == "postgresql://u:p%40%2F@h:1/x?sslmode=require"
    assert BROKER.url_of("provident-fund", "u", "p@") == "amqp://u:p%40@h:5672/provident-fund"
    assert management_url_for("amqp://u:p@broker:5673/") == "http://u:p@broker:15672"
    assert BROKER.dashboard == "http://h:15672/"


def test_definitions_of_a_test_session_touch_no_user_of_a_running_system() -> None:
    found = VirtualHost(BROKER, "t1", user_prefix="t1_").definitions()
    assert {user["name"].startswith("t1_") for user in found["users"]} == {True}
    assert {entry["user"].startswith("t1_") for entry in found["permissions"]} == {True}
    assert {entry["vhost"] for entry in found["queues"]} == {"t1"}


def test_password_hashes_are_salted() -> None:
    assert password_hash("x") != password_hash("x")


def test_a_port_in_use_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as stranger:
        stranger.bind((LOOPBACK, 0))
        stranger.listen()
        port = stranger.getsockname()[1]
        monkeypatch.setenv("EDGE_PORT", str(port))
        with pytest.raises(
            CannotStart, match=rf"Port {port} is in use by .* EDGE_PORT={port + 1}$"
        ):
            launch.chosen_edge_port()


@pytest.mark.parametrize("given", ["http", "0", "70000"])
def test_a_port_that_is_none_is_said_in_one_sentence(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDGE_PORT", given)
    with pytest.raises(CannotStart, match="must be a port number"):
        launch.chosen_edge_port()
