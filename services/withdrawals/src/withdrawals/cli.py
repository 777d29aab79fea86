"""`withdrawals serve | migrate | rotate | rehash | policies | recollect | openapi`."""

from shared import cli


def main() -> None:
    """Do what the command line says."""
    cli.run(
        "withdrawals",
        cli.recollect("withdrawals", "withdrawals.recollect"),
    )
