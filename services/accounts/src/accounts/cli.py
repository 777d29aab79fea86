"""`accounts serve | migrate | rotate | rehash | policies | recollect | verify | openapi`."""

from shared import cli
from shared.base.commands import Command, later

VERIFY = Command(
    "verify",
    "recompute the ledger of DATABASE_URL from its entries; exit code 1 when one fen differs",
    later("accounts.work.verify", "run"),
)


def main() -> None:
    """Do what the command line says."""
    cli.run(
        "accounts",
        cli.recollect("accounts", "accounts.work.recollection"),
        VERIFY,
    )
