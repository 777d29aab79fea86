"""A city's settings and secrets for deploy/kubernetes, from the compose.yaml and compose.env of containers.

What is written is a kustomization on top of `deploy/kubernetes/base`: a ConfigMap and a Secret for each
service, a Secret for whoever migrates it, and what the operators of PostgreSQL, RabbitMQ and KEDA are given.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import yaml

from local.broker import VirtualHost
from local.rabbitmq import RabbitServer
from production import servers
from production.inside import BY_BROKER, BY_POSTGRES
from shared.messaging.definitions import VHOST, WATCHER
from shared.messaging.topology import SERVICES

NAMESPACE = "provident-fund"
BASE = "../../../kubernetes/base"
BROKER_NODES = 3
POD_NETWORK = "10.244.0.0/16"
"""Where the edge's pods are, unless compose.env says otherwise."""
BY_POD = servers.BY_UNIT
"""Files and folders: the manifests say where they are mounted."""


@dataclass
class Given:
    """What one pod, or one operator, is given: a ConfigMap and a Secret of one name."""

    settings: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    fixed_name: bool = False
    """Named by operators' resources, in which kustomize does not follow a name with a hash."""
    kind: str = "Opaque"


def of(service: str, values: Mapping[str, str]) -> Given:
    """What a service is given, beside what its manifest says."""
    asked = {name: text for name, text in servers.asked(service).items() if name not in BY_POD}
    found = {name: _here(servers.filled(text, values)) for name, text in asked.items()}
    found["TRUSTED_PROXIES"] = values.get("POD_NETWORK", POD_NETWORK)
    sealed = servers.secrets_of(service)
    return Given(
        {name: value for name, value in found.items() if name not in sealed},
        {name: value for name, value in found.items() if name in sealed and value},
    )


def everything(values: Mapping[str, str]) -> dict[str, Given]:
    """Name and content of every ConfigMap and Secret that the base expects, but those of files."""
    made = {f"{service}-settings": of(service, values) for service in SERVICES}
    for service in SERVICES:
        asked = servers.asked(f"{service}-migrate")
        filled = {name: _here(servers.filled(text, values)) for name, text in asked.items()}
        made[f"{service}-owner"] = Given(secrets=filled)
    made["setup-settings"] = Given(secrets=_setup(values))
    made["edge-settings"] = Given({"EDGE_NAME": values["EDGE_NAME"]})
    made |= _operators(values)
    return made


def files(values: Mapping[str, str]) -> dict[str, list[Path]]:
    """Secrets that are files already: name and those of its files that are there."""
    tls, seal = Path(values["BANK_TLS_FOLDER"]), Path(values["SEAL_FOLDER"])
    wanted = {
        "settlement-tls": [tls / "ca.pem", tls / "settlement.pem", tls / "settlement.key"],
        "documents-seal": [seal / "seal.pem", seal / "seal.key"],
        "hotline-device": [Path(values["HOTLINE_DEVICE_FOLDER"]) / "hotline.json"],
        "edge-street": [
            Path(values["EDGE_TLS_FOLDER"]) / name for name in ("fullchain.pem", "privkey.pem")
        ],
    }
    return {name: [path for path in paths if path.exists()] for name, paths in wanted.items()}


def _setup(values: Mapping[str, str]) -> dict[str, str]:
    broker = urlsplit(values["BROKER_URL"])
    login = broker.netloc.rpartition("@")[0]
    return {
        "POSTGRES_URL": _here(values["POSTGRES_URL"]),
        "BROKER_URL": f"amqps://{login}@rabbitmq:5671?{BY_BROKER}",
        "BROKER_MANAGEMENT_URL": f"https://{login}@rabbitmq:15671",
    }


def _operators(values: Mapping[str, str]) -> dict[str, Given]:
    """The administrators whom operators make, and who may count messages."""
    postgres, broker = urlsplit(values["POSTGRES_URL"]), urlsplit(values["BROKER_URL"])
    user, password = unquote(broker.username or ""), unquote(broker.password or "")
    watcher = VirtualHost(RabbitServer(values["BROKER_URL"], "", "")).password(WATCHER)
    return {
        "postgres-superuser": Given(
            secrets={
                "username": unquote(postgres.username or ""),
                "password": unquote(postgres.password or ""),
            },
            fixed_name=True,
            kind="kubernetes.io/basic-auth",
        ),
        "rabbitmq-admin": Given(
            secrets={
                "default_user.conf": f"default_user = {user}\ndefault_pass = {password}\n",
                "username": user,
                "password": password,
            },
            fixed_name=True,
        ),
        "scaling": Given(
            secrets={
                "host": f"https://{WATCHER}:{quote(watcher, safe='')}@rabbitmq.{NAMESPACE}.svc:15671/{VHOST}",
                "tls": "enable",
            },
            fixed_name=True,
        ),
    }


def _here(text: str) -> str:
    """Reach compose's PostgreSQL and RabbitMQ as those of the cluster; what is elsewhere stays as it is."""
    place = urlsplit(text)
    if place.scheme == "postgresql" and place.hostname == "postgres":
        netloc = place.netloc.rpartition("@")[0] + "@postgres-rw:5432"
        return place._replace(netloc=netloc, query=BY_POSTGRES).geturl()
    if place.scheme == "amqps" and place.hostname == "rabbitmq":
        return " ".join(_nodes(place.netloc.rpartition("@")[0], place.path))
    return text


def _nodes(login: str, path: str) -> Iterator[str]:
    for number in range(BROKER_NODES):
        host = f"rabbitmq-server-{number}.rabbitmq-nodes.{NAMESPACE}.svc"
        yield f"amqps://{login}@{host}:5671{path}?{BY_BROKER}"


def write(folder: Path, values: Mapping[str, str]) -> Path:
    """Write the kustomization and its files into a folder, for its owner alone; give the folder."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = everything(values)
    for name, given in made.items():
        if given.settings:
            text = "".join(f"{key}={value}\n" for key, value in given.settings.items())
            _write(folder / f"{name}.env", text)
        for key, value in given.secrets.items():
            _write(folder / name / key, value)
    found = files(values)
    for name, paths in found.items():
        for path in paths:
            _write(folder / name / path.name, path.read_text("utf-8"))
    _write(
        folder / "kustomization.yaml",
        yaml.safe_dump(_kustomization(made, found, values), sort_keys=False),
    )
    return folder


def _kustomization(
    made: Mapping[str, Given], found: Mapping[str, list[Path]], values: Mapping[str, str]
) -> dict[str, Any]:
    secrets = [_secret(name, list(given.secrets), given) for name, given in made.items()]
    secrets += [
        _secret(name, [path.name for path in paths], Given()) for name, paths in found.items()
    ]
    registry, tag = (
        values.get("IMAGE_REGISTRY", "registry.invalid"),
        values.get("IMAGE_TAG", "latest"),
    )
    return {
        "apiVersion": "kustomize.config.k8s.io/v1beta1",
        "kind": "Kustomization",
        "namespace": NAMESPACE,
        "resources": [BASE],
        "configMapGenerator": [
            {"name": name, "envs": [f"{name}.env"]}
            for name, given in made.items()
            if given.settings
        ],
        "secretGenerator": [secret for secret in secrets if secret["files"]],
        "images": [
            {
                "name": f"provident-fund/{name}",
                "newName": f"{registry}/provident-fund/{name}",
                "newTag": tag,
            }
            for name in (*SERVICES, "production", "edge")
        ],
    }


def _secret(name: str, keys: list[str], given: Given) -> dict[str, Any]:
    fixed = {"options": {"disableNameSuffixHash": True}} if given.fixed_name else {}
    return {"name": name, "type": given.kind, "files": [f"{name}/{key}" for key in keys], **fixed}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")
