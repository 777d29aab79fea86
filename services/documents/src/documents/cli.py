"""`documents serve | migrate | rotate | openapi`."""

from documents.main import main as serve
from shared import cli


def main() -> None:
    """Do what the command line says."""
    cli.run("documents", serve)
