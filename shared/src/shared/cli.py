"""The command that every service has: `<service> serve | migrate | rotate | openapi`, and what it adds."""

import argparse
from collections.abc import Callable
from pathlib import Path

from shared.base import migrate
from shared.base.commands import Command, instant, obey
from shared.base.settings import ServiceSettings
from shared.http import openapi
from shared.operations import recollection, rotate
from shared.operations.recollection import Recollect


def run(service: str, serve: Callable[[], None], *own: Command) -> None:
    """Do what the command line of a service says; without a word, serve."""
    serving = Command("serve", "serve requests and messages until told to stop", _serving(serve))
    commands = (serving, _migrate(service), _rotate(service), _openapi(service), *own)
    obey(service, commands, default=serving)


def _serving(serve: Callable[[], None]) -> Callable[[argparse.Namespace], int]:
    def work(_arguments: argparse.Namespace) -> int:
        serve()
        return 0

    return work


def _migrate(service: str) -> Command:
    return Command(
        "migrate",
        "bring the database of MIGRATION_DATABASE_URL up to date",
        lambda _arguments: migrate.run(service),
    )


def _rotate(service: str) -> Command:
    return Command(
        "rotate",
        "seal personal data anew under the active key, in MIGRATION_DATABASE_URL",
        lambda arguments: rotate.run(service, arguments.batch_rows),
        _batch_rows,
    )


def _batch_rows(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--batch-rows", type=int, default=rotate.BATCH_ROWS)


def _openapi(service: str) -> Command:
    return Command(
        "openapi",
        "write the description of the HTTP interface to a file",
        lambda arguments: openapi.write(service, arguments.file),
        _file,
    )


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)


def recollect(
    service: str, settings: Callable[[], ServiceSettings], recollecting: Recollect
) -> Command:
    """The command with which a service, after an older backup, takes its own word for what it had decided."""
    return Command(
        "recollect",
        "after an older backup, before serving: do again what was decided since, as it was told",
        lambda arguments: recollection.run(service, settings(), recollecting, arguments.since),
        _since,
    )


def _since(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", type=instant, required=True, help="2026-11-25T09:00:00+08:00")
