"""Indexes that rest while their tables are filled, and are made of all that is there by sorting it.

They stay where they are, whatever refers to them, and nobody finds anything by them meanwhile. Only for who
fills databases that nobody uses yet.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

PIECES = """
SELECT oid::regclass::text AS name FROM pg_class
WHERE relkind = 'r' AND (oid = ANY($1::text[]::regclass[]) OR oid IN (
    SELECT relid FROM unnest($1::text[]) AS whole, pg_partition_tree(whole::regclass)))
"""
"""Tables, and the pieces of those that have some."""
REST = """
UPDATE pg_index SET indisready = false, indisvalid = false FROM pg_attribute AS first
WHERE indrelid = ANY($1::text[]::regclass[]) AND first.attrelid = indrelid AND first.attnum = indkey[0]
RETURNING indexrelid::regclass::text AS name, attname AS begins_with
"""
NO_AUTOVACUUM = "ALTER TABLE {} SET (autovacuum_enabled = false)"
AUTOVACUUM = "ALTER TABLE {} RESET (autovacuum_enabled)"
MAKE_ANEW = "REINDEX INDEX {}"


@dataclass(frozen=True)
class Resting:
    """Tables whose indexes rest."""

    pieces: Sequence[str]
    indexes: "deque[tuple[str, str]]"
    """By name, with the column that each begins with."""

    @classmethod
    async def begin(cls, session: Any, tables: Sequence[str]) -> "Resting":
        """Let the indexes of empty tables rest, and nobody vacuum them."""
        pieces = [row["name"] for row in await session.fetch(PIECES, tables)]
        for piece in pieces:
            await session.execute(NO_AUTOVACUUM.format(piece))
        rows = await session.fetch(REST, pieces)
        return cls(pieces, deque((row["name"], row["begins_with"]) for row in rows))

    async def make(self, session: Any, begins_with: str | None = None) -> None:
        """Make indexes anew, all that are left or those of a column; many sessions share them."""
        wanted = [one for one in self.indexes if begins_with in (None, one[1])]
        for one in wanted:
            if one in self.indexes:
                self.indexes.remove(one)
                await session.execute(MAKE_ANEW.format(one[0]))

    async def end(self, session: Any) -> None:
        """Let the tables be vacuumed again."""
        assert not self.indexes, self.indexes
        for piece in self.pieces:
            await session.execute(AUTOVACUUM.format(piece))
