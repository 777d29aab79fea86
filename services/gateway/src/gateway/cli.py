"""`gateway serve | migrate | rotate | rehash | policies | recollect | openapi | found`."""

import argparse
from pathlib import Path

from shared import cli
from shared.base.commands import Command, later


def _people(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, help="JSON: a list of people, two administrators at least"
    )


FOUND = Command(
    "found",
    "make the first staff of a new system; prints each activation code, once",
    lambda arguments: later("gateway.work.founding", "run")(arguments.file),
    _people,
)


def main() -> None:
    """Do what the command line says."""
    cli.run("gateway", cli.recollect("gateway", "gateway.work.recollection"), FOUND)
