"""`notifications serve | migrate | rotate | rehash | policies | openapi`."""

from shared import cli


def main() -> None:
    """Do what the command line says."""
    cli.run("notifications")
