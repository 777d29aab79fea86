"""`python -m production secrets | servers | prepare`: on the host, the last one as compose's `setup` step."""

import sys
from pathlib import Path

from local.command import main
from local.console import say
from local.folder import RunFolder
from production import secrets, servers
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


if __name__ == "__main__":
    sys.exit(
        main(
            "production", {"secrets": write_secrets, "servers": write_settings, "prepare": prepare}
        )
    )
