"""What a schema takes away from the services of the release before, read from the catalogue before and after.

`python tests/migration/expanding.py <commit>` records a release: migrations behind it are held to it.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg

RECORD = Path(__file__).with_name("previous_release.json")

OBJECTS = """
SELECT 'table ' || relname AS what, relname::text AS within, '' AS as_it_is
FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') AND NOT relispartition
UNION ALL
SELECT 'column ' || relname || '.' || attname, relname, format_type(atttypid, atttypmod)
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') AND NOT relispartition
  AND attnum > 0 AND NOT attisdropped
UNION ALL
SELECT 'not null ' || relname || '.' || attname, relname, ''
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
  AND attnum > 0 AND NOT attisdropped AND attnotnull
  AND NOT (atthasdef OR attidentity <> '' OR attgenerated <> '')
UNION ALL
SELECT 'constraint ' || relname || '.' || conname, relname, pg_get_constraintdef(pg_constraint.oid)
FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
WHERE relnamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'p', 'u', 'x') AND NOT relispartition
UNION ALL
SELECT 'unique ' || relname || '.' || indexrelid::regclass, relname, pg_get_indexdef(indexrelid)
FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relnamespace = 'public'::regnamespace AND indisunique AND NOT relispartition
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
UNION ALL
SELECT 'trigger ' || relname || '.' || tgname, relname, pg_get_triggerdef(pg_trigger.oid)
FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal AND NOT relispartition
UNION ALL
SELECT 'right ' || relname || ' ' || privilege_type, relname, ''
FROM pg_class, aclexplode(relacl)
WHERE relnamespace = 'public'::regnamespace AND grantee = $1::text::regrole AND NOT relispartition
UNION ALL
SELECT 'function ' || pg_proc.oid::regprocedure, '', pg_get_function_result(pg_proc.oid)
FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
"""

NEEDED = ("table", "column", "right", "function")
"""What the release before uses: it must stay as it is."""
BINDING = ("not null", "constraint", "unique", "trigger")
"""What binds who writes: on a table that it knows, the release before knows nothing of a new one."""


@dataclass(frozen=True)
class Item:
    """A part of a schema."""

    within: str
    as_it_is: str


Schema = dict[str, Item]


async def schema_of(url: str, service: str) -> Schema:
    """Read a service's database, seen by its owner."""
    connection = await asyncpg.connect(url)
    try:
        rows = await connection.fetch(OBJECTS, service)
    finally:
        await connection.close()
    return {row["what"]: Item(row["within"], row["as_it_is"]) for row in rows}


def taken_away(before: Schema, after: Schema) -> list[str]:
    """What services of before miss, or are bound by without knowing it, a line each."""
    return sorted([*_missing(before, after), *_bound(before, after)])


def _missing(before: Schema, after: Schema) -> Iterator[str]:
    for what, item in before.items():
        if not what.startswith(NEEDED):
            continue
        if what not in after:
            yield f"{what} is gone"
        elif after[what].as_it_is != item.as_it_is:
            yield f"{what} is another"


def _bound(before: Schema, after: Schema) -> Iterator[str]:
    for what, item in after.items():
        known = f"table {item.within}" in before
        if what.startswith(BINDING) and known and not _as_wide(before.get(what), item):
            yield f"{what} is new" if what not in before else f"{what} is another"


WORD = re.compile(r"'[^']*'::text(, )?")


def _as_wide(before: Item | None, after: Item) -> bool:
    """Whether what was let in is let in still: the same, or a list of words that has become longer."""
    if before is None or before == after:
        return before is not None
    old, new = before.as_it_is, after.as_it_is
    return (
        WORD.sub("", old) == WORD.sub("", new)
        and not re.search("<>|NOT", new)
        and {found[0].rstrip(", ") for found in WORD.finditer(old)}
        <= {found[0].rstrip(", ") for found in WORD.finditer(new)}
    )


def recorded() -> dict[str, Any]:
    """The release that cities run: its commit, and the last migration of each component."""
    found: dict[str, Any] = json.loads(RECORD.read_text("utf-8"))
    return found


def record(commit: str) -> None:
    """Write down a release, from the repository."""
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", commit], capture_output=True, text=True, check=True
    )
    last: dict[str, int] = {}
    for path in map(Path, listed.stdout.splitlines()):
        if path.suffix == ".sql" and path.parent.name == "migrations":
            component = path.parts[-3]
            last[component] = max(last.get(component, 0), int(path.name[:4]))
    RECORD.write_text(json.dumps({"commit": commit, "migrations": last}, indent=2) + "\n")


if __name__ == "__main__":
    named = subprocess.run(
        ["git", "rev-parse", "--verify", f"{sys.argv[1]}^{{commit}}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    record(named.stdout.strip())
