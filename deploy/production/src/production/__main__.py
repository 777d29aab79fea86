"""`python -m production secrets | prepare`: the first on the host, the second as compose's `setup` step."""

import sys
from pathlib import Path

from local.command import main
from local.console import say
from local.folder import RunFolder
from production import secrets
from production.prepare import prepare

SECRETS = Path("deploy") / "production" / "secrets"


async def write_secrets(folder: RunFolder) -> None:
    """Write fresh secrets for deploy/compose.yaml into `deploy/production/secrets`."""
    say(str(secrets.write(folder.path.parent / SECRETS)))


if __name__ == "__main__":
    sys.exit(main("production", {"secrets": write_secrets, "prepare": prepare}))
