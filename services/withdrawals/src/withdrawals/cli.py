"""`withdrawals serve | migrate | rotate | rehash | recollect | policies | openapi`."""

from shared import cli


def main() -> None:
    """Do what the command line says."""
    cli.run(
        "withdrawals",
        cli.recollect("withdrawals", "withdrawals.recollect"),
        cli.policies("withdrawals"),
    )
