"""`accounts serve | migrate | rotate | recollect | verify | openapi`."""

from accounts.main import main as serve
from accounts.settings import Settings
from accounts.work import verification
from accounts.work.recollection import recollect
from shared import cli
from shared.base.commands import Command

VERIFY = Command(
    "verify",
    "recompute the ledger of DATABASE_URL from its entries; exit code 1 when one fen differs",
    verification.run,
)


def main() -> None:
    """Do what the command line says."""
    cli.run("accounts", serve, cli.recollect("accounts", Settings, recollect), VERIFY)
