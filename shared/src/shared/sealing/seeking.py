"""Finds what is kept under the other lookup key: as it is asked for, it moves to the active one.

While a service has two lookup keys (ADR 54), every statement that takes a hash first moves the rows of that
hash, in all columns of the service, from the other key to the active one, in the same transaction. So
statements and unique constraints see one hash of a value, whichever instance wrote it; instances that write
under different keys wait for each other at the value. Without another key a service has none of this.
"""

import importlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import asyncpg

from shared.base.db import CONTENDED, PooledConnection
from shared.base.settings import SealingSettings
from shared.sealing.personal_data import PersonalData

TRIES = 5
"""For a statement outside a transaction; within one, who began it tries again."""
PLACES = 1024
"""Advisory locks that values share, so that a list of any length takes no more of them."""

Rewrite = Callable[[Any, PersonalData, Mapping[str, str]], Awaitable[None]]
"""Moves rows, on a connection in a transaction: hash under the active key → under the other one."""


@dataclass(frozen=True)
class HashedColumn:
    """A column by whose keyed hashes rows are found."""

    table: str
    column: str
    sealed: str | None = None
    """The column of the row in which what was hashed is sealed; None where it is nowhere: see `lapses`."""
    beside: tuple[str, ...] = ()
    """Further columns that `clear` reads."""
    clear: Callable[[str, Mapping[str, Any]], str | list[str]] = field(
        default=lambda opened, _row: opened
    )
    """What was hashed, of what was sealed and of the row; or what it may have been."""
    where: str = ""
    """Which rows may still be found by it, where not all are."""
    by_owner: bool = False
    """What the runtime role may not write: the job moves it, statements look for `PersonalData.either`."""
    lapses: str = ""
    """How long what is in no sealed column may be asked for: so long the other key stays."""

    @property
    def move(self) -> str:
        """Move rows from hashes of one key to those of the other."""
        condition = f" AND {self.where}" if self.where else ""
        return (
            f"UPDATE {self.table} SET {self.column} = moved.to_hash "  # noqa: S608 - of declarations
            f"FROM unnest($1::text[], $2::text[]) AS moved (from_hash, to_hash) "
            f"WHERE {self.table}.{self.column} = moved.from_hash{condition}"
        )


def hashed_columns(service: str) -> Sequence[HashedColumn]:
    """By what a service finds rows."""
    found: Sequence[HashedColumn] = importlib.import_module(f"{service}.hashed").HASHED
    return found


def rewrite_of(service: str, *, owner: bool = False) -> Rewrite:
    """How a service's rows are moved: as declared, or as the service itself does it."""
    module = importlib.import_module(f"{service}.hashed")
    own: Rewrite | None = getattr(module, "rewrite", None)
    if own is not None:
        return own

    async def declared(connection: Any, _data: PersonalData, pairs: Mapping[str, str]) -> None:
        columns = [one for one in module.HASHED if owner or not one.by_owner]
        await move(connection, columns, pairs)

    return declared


HOLD = """
SELECT pg_advisory_xact_lock(hashtext('lookup keys'), place)
FROM (SELECT DISTINCT abs(hashtext(value) % $2) AS place FROM unnest($1::text[]) AS asked (value)
      ORDER BY place) AS held
"""


async def hold(connection: Any, pairs: Mapping[str, str]) -> None:
    """Let nobody move or write these values under the other key until this transaction is over."""
    await connection.execute(HOLD, [min(pair) for pair in pairs.items()], PLACES)


async def move(connection: Any, columns: Sequence[HashedColumn], pairs: Mapping[str, str]) -> None:
    """Move the rows of these hashes to the active key."""
    become = sorted(pairs)
    were = [pairs[one] for one in become]
    for column in columns:
        await connection.execute(column.move, were, become)


class SeekingConnection(PooledConnection):
    """A connection of a service with two lookup keys."""

    data: PersonalData
    rewrite: Rewrite
    _moving = False

    async def execute(self, query: str, *args: Any, **how: Any) -> str:
        """As of the library, once what is asked for reads as it would be written now."""
        await self._seek(args)
        return await super().execute(query, *args, **how)

    async def executemany(self, command: str, args: Any, **how: Any) -> Any:
        """As of the library, once what is asked for reads as it would be written now."""
        rows = list(args)
        await self._seek(rows)
        return await super().executemany(command, rows, **how)

    async def fetch(self, query: str, *args: Any, **how: Any) -> Any:
        """As of the library, once what is asked for reads as it would be written now."""
        await self._seek(args)
        return await super().fetch(query, *args, **how)

    async def fetchrow(self, query: str, *args: Any, **how: Any) -> Any:
        """As of the library, once what is asked for reads as it would be written now."""
        await self._seek(args)
        return await super().fetchrow(query, *args, **how)

    async def fetchval(self, query: str, *args: Any, **how: Any) -> Any:
        """As of the library, once what is asked for reads as it would be written now."""
        await self._seek(args)
        return await super().fetchval(query, *args, **how)

    async def _seek(self, values: Any) -> None:
        if self._moving:
            return
        pairs = self.data.lookups.others_among(values)
        if not pairs:
            return
        self._moving = True
        try:
            await self._move(pairs)
        finally:
            self._moving = False

    async def _move(self, pairs: Mapping[str, str]) -> None:
        tries = 1 if self.is_in_transaction() else TRIES
        for left in reversed(range(tries)):
            try:
                async with self.transaction():
                    await hold(self, pairs)
                    await type(self).rewrite(self, self.data, pairs)
                return
            except asyncpg.ReadOnlySQLTransactionError:
                # A report that only reads: what nobody has asked for yet, the job moves.
                return
            except CONTENDED:
                if not left:
                    raise


def connection_of(service: str, settings: SealingSettings) -> type[PooledConnection]:
    """The kind of connection that a service needs: with one lookup key, one that does nothing of its own."""
    if settings.lookup_other_key is None:
        return PooledConnection
    data = PersonalData.from_settings(settings)
    how = {"data": data, "rewrite": staticmethod(rewrite_of(service))}
    return type("SeekingConnection", (SeekingConnection,), how)
