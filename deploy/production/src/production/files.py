"""Secrets of containers as files: a folder for each, which its user alone reads."""

import os
from collections.abc import Mapping
from pathlib import Path

from production import servers
from shared.messaging.topology import SERVICES

SETUP_UID = 10_001
USERS = {
    "postgres": 999,
    "rabbitmq": 999,
    "prometheus": 65_534,
    "grafana": 472,
    "logs": 0,
    "setup": SETUP_UID,
}
"""Whom the images of others run as, and machines that are no container."""


def write(folder: Path, values: Mapping[str, str]) -> None:
    """Write the secrets of every part of compose.yaml; raises `PermissionError` unless root does it.

    `values` are those of compose.env. Raises `KeyError` for a variable that they lack.
    """
    for part in servers.parts():
        if asked := servers.secrets_of(part):
            texts = {name: servers.filled(text, values) for name, text in asked.items()}
            _write(folder / container(part), texts, user_of(part))


def container(part: str) -> str:
    """Name the folder of a part: who migrates a service's database has one of its own."""
    service = part.removesuffix("-migrate")
    return part if part == service else f"{service}-owner"


def user_of(part: str) -> int:
    """Whom a part runs as."""
    service = part.removesuffix("-migrate")
    return servers.user_of(service) if service in SERVICES else USERS[part]


def _write(folder: Path, texts: Mapping[str, str], user: int) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.chown(folder, user, user)
    for stale in {path.name for path in folder.iterdir()} - {
        name for name, text in texts.items() if text
    }:
        (folder / stale).unlink()
    for name, text in texts.items():
        if text:
            path = folder / name
            path.touch(mode=0o400)
            path.write_text(text, encoding="utf-8")
            os.chown(path, user, user)
