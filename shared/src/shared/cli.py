"""The command of every service: `serve | migrate | rotate | rehash | policies | openapi`, and its own."""

import argparse
import gc
import sys
from collections.abc import Callable
from pathlib import Path

from shared.base import migrate
from shared.base.commands import Command, instant, later, obey


def run(service: str, *own: Command) -> None:
    """Do what the command line of a service says; without a word, serve."""
    serving = Command("serve", "serve requests and messages until told to stop", _serving(service))
    rest = (_openapi(service), *own)
    sealing = (_rotate(service), _rehash(service), _policies(service))
    commands = (serving, _migrate(service), *sealing, *rest)
    obey(service, commands, default=serving)


def _serving(service: str) -> Callable[[argparse.Namespace], int]:
    def work(_arguments: argparse.Namespace) -> int:
        _load_lightly()
        later(f"{service}.main", "main")()
        return 0

    return work


def _load_lightly() -> None:
    """Halve what loading costs: nothing of it is garbage, and what draws on terminals is not for a log.

    `shared.service` collects garbage again. Structlog and httpx load the others where they are installed,
    which they are for developers alone.
    """
    gc.disable()
    for name in ("rich", "pygments", "greenlet"):
        sys.modules[name] = None  # type: ignore[assignment]


def _migrate(service: str) -> Command:
    return Command(
        "migrate",
        "bring the database of MIGRATION_DATABASE_URL up to date",
        lambda _arguments: (
            migrate.run(service)
            or later("shared.operations.policies", "let_desk_if_keyed")(service)
        ),
    )


def _rotate(service: str) -> Command:
    return Command(
        "rotate",
        "seal personal data anew under the active key, in MIGRATION_DATABASE_URL",
        lambda arguments: later("shared.operations.rotate", "run")(service, arguments.batch_rows),
        later("shared.operations.rotate", "options"),
    )


def _rehash(service: str) -> Command:
    return Command(
        "rehash",
        "move lookup hashes from LOOKUP_OTHER_KEY to the active key, in MIGRATION_DATABASE_URL",
        lambda arguments: later("shared.operations.rehash", "run")(service, arguments.batch_rows),
        later("shared.operations.rehash", "options"),
    )


def _openapi(service: str) -> Command:
    return Command(
        "openapi",
        "write the description of the HTTP interface to a file",
        lambda arguments: later("shared.http.openapi", "write")(service, arguments.file),
        _file,
    )


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)


def _policies(service: str) -> Command:
    """The command with which a centre adopts policy rows that no release ships."""
    return Command(
        "policies",
        "list policy rows that do not count, in MIGRATION_DATABASE_URL; --adopt <digest> makes one count",
        lambda arguments: later("shared.operations.policies", "run")(service, arguments.adopt),
        later("shared.operations.policies", "options"),
    )


def recollect(service: str, module: str) -> Command:
    """The command with which a service, after an older backup, takes its own word for what it had decided.

    `module` has `recollect`, a `shared.operations.recollection.Recollect`.
    """
    return Command(
        "recollect",
        "after an older backup, before serving: do again what was decided since, as it was told",
        lambda arguments: later("shared.operations.recollection", "run")(
            service,
            later(f"{service}.settings", "Settings")(),
            later(module, "recollect"),
            arguments.since,
        ),
        _since,
    )


def _since(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", type=instant, required=True, help="2026-11-25T09:00:00+08:00")
