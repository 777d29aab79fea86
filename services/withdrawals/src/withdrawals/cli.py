"""`withdrawals serve | migrate | rotate | recollect | openapi`."""

from shared import cli


def main() -> None:
    """Do what the command line says."""
    cli.run("withdrawals", cli.recollect("withdrawals", "withdrawals.recollect"))
