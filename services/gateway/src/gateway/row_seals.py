"""Rows that give rights, and how to tell that the gateway itself has written them.

Whoever has only the database's password can write any row, but knows no key: a row counts if its `row_seal`
fits the columns that give the right. Rows of before there were seals carry `BEFORE_SEALS`; a trigger keeps
anybody from writing that word, and from changing what stands beside it (`migrations/0013_row_seals.sql`).
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from shared.base.telemetry import ROWS_REFUSED, get_logger
from shared.sealing.personal_data import PersonalData

log = get_logger()
BEFORE_SEALS = "before seals"

Told = str | bool | UUID | datetime | Iterable[str] | None


def seal_of(data: PersonalData, table: str, *columns: Told) -> str:
    """What a row that gives a right is sealed with: keyed, bound to its table and these columns."""
    told = json.dumps([table, *map(_plain, columns)], ensure_ascii=False)
    return data.lookup_hash(f"row {told}")


def is_genuine(seal: str | None, data: PersonalData, table: str, *columns: Told, row: UUID) -> bool:
    """Whether the gateway has written a row as it stands; one that it has not is counted and told of."""
    if seal is not None and data.fits(seal, seal_of(data, table, *columns)):
        return True
    ROWS_REFUSED.labels(table).inc()
    log.error("a row is not one that was written here", table=table, row=str(row))
    return False


def counts(seal: str | None, data: PersonalData, table: str, *columns: Told, row: UUID) -> bool:
    """As `is_genuine`, or of before there were seals."""
    return seal == BEFORE_SEALS or is_genuine(seal, data, table, *columns, row=row)


def _plain(column: Told) -> str | bool | list[str] | None:
    if column is None or isinstance(column, str | bool):
        return column
    if isinstance(column, UUID):
        return str(column)
    if isinstance(column, datetime):
        return column.astimezone(UTC).isoformat()
    return sorted(column)
