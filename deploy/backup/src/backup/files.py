"""What lies beside the databases: journals and the broker's definitions, encrypted to the same key.

A journal only grows, a file a day: one that has changed is copied whole, again, and takes its old copy's
place only when the new one is complete. A copy carries the time of what it was made of.
"""

import asyncio
import json
import os
from pathlib import Path

import httpx

from backup.barman import KEY, Barman
from backup.settings import Settings

SUFFIX = ".gpg"
DEFINITIONS = "definitions.json"


class Files:
    """Copies of files, by name below the folder of backups."""

    def __init__(self, settings: Settings, barman: Barman) -> None:
        self._settings = settings
        self._barman = barman
        self._folder = settings.backup_folder / "files"

    async def copy(self) -> int:
        """Copy what has changed since the last time; returns how many files."""
        changed = await self._copy_definitions()
        journals = self._settings.journal_folder
        for path in sorted(journals.rglob("*.jsonl")) if journals else []:
            changed += await self._copy(
                path, self._folder / "journals" / path.relative_to(journals or path)
            )
        return changed

    async def restore(self, folder: Path) -> int:
        """Write the journals below a folder, as they were copied last; returns how many."""
        kept = self._folder / "journals"
        copies = sorted(kept.rglob(f"*{SUFFIX}"))
        for copy in copies:
            target = folder / str(copy.relative_to(kept)).removesuffix(SUFFIX)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            await self._barman.gpg("--output", str(target), "--decrypt", str(copy))
            target.chmod(0o600)
        return len(copies)

    async def _copy_definitions(self) -> int:
        url = self._settings.broker_management_url
        if url is None:
            return 0
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.get(f"{url.get_secret_value()}/api/definitions")
        answer.raise_for_status()
        source = self._settings.backup_keys / DEFINITIONS  # whose folder is closed to others
        text = json.dumps(answer.json(), ensure_ascii=False, sort_keys=True)
        if not source.exists() or source.read_text("utf-8") != text:
            source.touch(mode=0o600)
            source.write_text(text, encoding="utf-8")
        return await self._copy(source, self._folder / DEFINITIONS)

    async def _copy(self, source: Path, beside: Path) -> int:
        target = beside.with_name(beside.name + SUFFIX)
        found = await asyncio.to_thread(source.stat)
        if target.exists() and target.stat().st_mtime_ns == found.st_mtime_ns:
            return 0
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = target.with_suffix(".draft")
        # gpg compresses by itself before it encrypts.
        await self._barman.gpg(
            "--recipient",
            KEY,
            "--trust-model",
            "always",
            "--output",
            str(draft),
            "--encrypt",
            str(source),
        )
        draft.chmod(0o600)
        os.utime(draft, ns=(found.st_mtime_ns, found.st_mtime_ns))
        draft.replace(target)
        return 1
