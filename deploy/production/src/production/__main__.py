"""`python -m production secrets | servers | kubernetes | prepare`: the last one is compose's `setup` step."""

import sys
from pathlib import Path

from local.command import main
from local.console import say
from local.folder import RunFolder
from production import kubernetes, secrets, servers
from production.prepare import prepare

SECRETS = Path("deploy") / "production" / "secrets"


async def write_secrets(folder: RunFolder) -> None:
    """Write fresh secrets for deploy/compose.yaml into `deploy/production/secrets`."""
    say(str(secrets.write(folder.path.parent / SECRETS)))


async def write_settings(folder: RunFolder) -> None:
    """Write the settings of plain servers beside the secrets, a file a service, for /etc/provident-fund."""
    target = RunFolder(folder.path.parent / SECRETS)
    values = servers.read(target.path / secrets.ENVIRONMENT_FILE)
    for path in servers.write(target.path / "servers", values):
        say(str(path))


async def write_kubernetes(folder: RunFolder) -> None:
    """Write the kustomization of a city's settings and secrets beside them, for `kubectl apply -k`."""
    target = folder.path.parent / SECRETS
    values = servers.read(target / secrets.ENVIRONMENT_FILE)
    say(str(kubernetes.write(target / "kubernetes", values)))


if __name__ == "__main__":
    commands = {
        "secrets": write_secrets,
        "servers": write_settings,
        "kubernetes": write_kubernetes,
        "prepare": prepare,
    }
    sys.exit(main("production", commands))
