"""`credit serve | migrate | rotate | rehash | openapi`."""

from shared import cli


def main() -> None:
    """Do what the command line says."""
    cli.run("credit")
