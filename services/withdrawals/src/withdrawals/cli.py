"""`withdrawals serve | migrate | rotate | recollect | openapi`."""

from shared import cli
from withdrawals.main import main as serve
from withdrawals.recollect import recollect
from withdrawals.settings import Settings


def main() -> None:
    """Do what the command line says."""
    cli.run("withdrawals", serve, cli.recollect("withdrawals", Settings, recollect))
