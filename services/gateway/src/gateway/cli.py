"""`gateway serve | migrate | rotate | openapi | found`."""

import argparse
from pathlib import Path

from gateway.main import main as serve
from gateway.work import founding
from shared import cli
from shared.base.commands import Command


def _people(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, help="JSON: a list of people, two administrators at least"
    )


FOUND = Command(
    "found",
    "make the first staff of a new system; prints each activation code, once",
    lambda arguments: founding.run(arguments.file),
    _people,
)


def main() -> None:
    """Do what the command line says."""
    cli.run("gateway", serve, FOUND)
