"""`backup prepare | serve | take | synchronous | drill | restore`."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from backup.barman import Barman
from backup.files import Files
from backup.keeping import Keeper
from backup.restored import Wanted, restore
from backup.settings import Settings
from local.console import say
from local.errors import CannotStart


def main() -> None:
    """Do what the command line says; exit code 1 with a sentence when it could not be done."""
    parser = argparse.ArgumentParser(prog="backup", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("prepare", help="make folders, keys and barman's configuration")
    commands.add_parser("serve", help="keep backups until told to stop")
    commands.add_parser("take", help="make a base backup now, and copy the files")
    both = commands.add_parser("synchronous", help="answer no commit that is not kept, or do")
    both.add_argument("what", choices=["on", "off"])
    commands.add_parser("drill", help="restore the newest beside everything, recompute its ledger")
    back = commands.add_parser("restore", help="restore every database to an instant")
    back.add_argument("--into", type=Path, required=True, help="new folder for the server's files")
    back.add_argument("--to", type=_instant, help="instant with its zone; without it, the newest")
    back.add_argument("--start", help="shell command that starts the server on that folder")
    back.add_argument("--run", type=Path, help="folder with operator.env and <service>.env")
    back.add_argument("--patience", type=float, default=1_800.0, help="seconds until books agree")
    given = parser.parse_args()
    try:
        asyncio.run(_do(given))
    except (CannotStart, ValidationError) as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)


async def _do(given: argparse.Namespace) -> None:
    settings = Settings()
    barman = Barman(settings)
    match given.command:
        case "prepare":
            await barman.prepare()
            say(
                f"keys are in {settings.backup_keys}: without a copy of them nothing can be restored"
            )
        case "serve":
            await Keeper(settings).keep()
        case "take":
            await Keeper(settings).take(datetime.now(UTC))
            copied = await Files(settings, barman).copy()
            say(f"base backup made, {copied} files copied")
        case "synchronous":
            await barman.answer_only_what_is_kept(on=given.what == "on")
            say(f"synchronous: {given.what}")
        case "drill":
            shown = await Keeper(settings).drill(datetime.now(UTC))
            say(f"{len(shown.databases)} databases restored and checked in {shown.seconds:.0f} s")
        case "restore":
            wanted = Wanted(given.into.resolve(), given.to, given.start, given.run, given.patience)
            await restore(settings, wanted, say)


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise argparse.ArgumentTypeError("an instant needs its zone: 2026-11-25T09:00:00+08:00")
    return found


if __name__ == "__main__":
    main()
