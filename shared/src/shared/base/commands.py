"""The words of a command line: `accounts migrate`, `ops parked list`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any


def _nothing(_parser: argparse.ArgumentParser) -> None:
    """For a command that needs to know nothing more."""


@dataclass(frozen=True)
class Command:
    """One word: what it does, what it must be told, and its work, which returns the exit code."""

    name: str
    does: str
    work: Callable[[argparse.Namespace], int]
    options: Callable[[argparse.ArgumentParser], None] = _nothing


def obey(program: str, commands: Sequence[Command], default: Command | None = None) -> None:
    """Do what the command line says and exit with its code; with no word do `default`, if there is one."""
    parser = argparse.ArgumentParser(program)
    words = parser.add_subparsers(required=default is None, metavar="command")
    for command in commands:
        options = words.add_parser(command.name, help=command.does, description=command.does)
        if command.name in sys.argv[1:]:
            command.options(options)
        options.set_defaults(work=command.work)
    if default is not None:
        parser.set_defaults(work=default.work)
    arguments = parser.parse_args()
    sys.exit(arguments.work(arguments))


def later(module: str, name: str) -> Callable[..., Any]:
    """Name a function whose module is loaded when it is called.

    Whoever types `accounts verify` waits for nothing that only `accounts serve` needs: most of a second.
    """

    def work(*given: Any) -> Any:
        return getattr(import_module(module), name)(*given)

    return work


def instant(text: str) -> datetime:
    """Read an instant of the command line; without a zone it is of this machine's."""
    return datetime.fromisoformat(text).astimezone()
