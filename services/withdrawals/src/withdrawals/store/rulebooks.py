"""Reads the rule book from the database, once per version; edits the working calendar."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import asyncpg

from shared.base.calendar import WorkingCalendar, packaged_days, packaged_version
from shared.base.db import Connection
from shared.messaging.unit import Unit
from shared.sealing.policies import Trust, digest_of, refused
from withdrawals.decisions import Moment
from withdrawals.policies import POLICY
from withdrawals.rules import TYPES
from withdrawals.rules.book import PolicyRow, Rulebook

FIRST_CALENDAR_YEAR = 2019
"""The first year that any rule set here covers."""

_books: dict[UUID, Rulebook] = {}
"""The last rule book read; a version names its contents for ever, hence it never goes stale."""


async def moment(unit: Unit, version: UUID | None = None) -> Moment:
    """Return now, today and the rule book, which costs a query only when its version is new."""
    if version is None:
        version = await unit.connection.fetchval(VERSION)
    assert version is not None
    book = _books.get(version)
    if book is None:
        book = await _read(unit)
        _books.clear()
        _books[version] = book
    return Moment(unit.clock.now(), unit.clock.today(), book)


VERSION = "SELECT version FROM rule_book"

POLICIES = """
SELECT kind, effective_from, document_number, parameters,
       jsonb_build_array(kind, effective_from, document_number, parameters)::text AS told
FROM policy
"""

CALENDAR = """
SELECT DISTINCT ON (day) day, is_workday FROM calendar_day ORDER BY day, version DESC
"""

CALENDAR_VERSION = "SELECT calendar_version FROM rule_book"


async def _read(unit: Unit) -> Rulebook:
    """Read what holds; a row that is not the release's and was not adopted here counts for nothing."""
    connection = unit.connection
    calendar_version = await connection.fetchval(CALENDAR_VERSION)
    policies = await connection.fetch(POLICIES)
    days = await connection.fetch(CALENDAR)
    calendar = WorkingCalendar(
        {row["day"]: row["is_workday"] for row in days}, str(calendar_version)
    )
    trust = await Trust.read(connection, unit.personal_data)
    rows = [_row(row) for row in policies if counts(trust, row)]
    return Rulebook(TYPES, rows, calendar, calendar_version)


def _row(row: asyncpg.Record) -> PolicyRow:
    return PolicyRow(row["kind"], row["effective_from"], row["document_number"], row["parameters"])


def counts(trust: Trust, row: asyncpg.Record) -> bool:
    """Whether a row is the release's, or was adopted here."""
    digest = digest_of(POLICY.name, row["told"])
    if trust.counts(POLICY, digest):
        return True
    refused(POLICY.name, digest)
    return False


NEXT_VERSION = """
UPDATE rule_book SET calendar_version = calendar_version + 1 RETURNING calendar_version
"""

INSERT_DAYS = """
INSERT INTO calendar_day (day, version, is_workday, source, entered_by)
SELECT day, $1, is_workday, $4, $5
FROM unnest($2::date[], $3::boolean[]) AS edited (day, is_workday)
ORDER BY day
"""


async def edit_days(
    unit: Unit, days: Mapping[date, bool], source: str, entered_by: UUID | None
) -> int:
    """Put a new version of some days in force; open cases are recomputed by the sweeper (R-CAL-3)."""
    version: int = await unit.connection.fetchval(NEXT_VERSION)
    await unit.connection.execute(
        INSERT_DAYS, version, list(days), list(days.values()), source, entered_by
    )
    return version


COUNT_OPEN = "SELECT count(*) FROM application WHERE is_open"


async def open_applications(connection: Connection) -> int:
    """Count the applications whose promise a new calendar may change."""
    count: int = await connection.fetchval(COUNT_OPEN)
    return count


KNOWN_DAYS = "SELECT day FROM calendar_day WHERE day = ANY($1::date[])"

LOCK_RULE_BOOK = "SELECT 1 FROM rule_book FOR UPDATE"


async def load_packaged_days(unit: Unit) -> int:
    """Add the published days that the table does not have yet; days that staff edited stay."""
    today = unit.clock.today()
    published = packaged_days(range(FIRST_CALENDAR_YEAR, today.year + 2))
    await unit.connection.execute(LOCK_RULE_BOOK)
    rows = await unit.connection.fetch(KNOWN_DAYS, list(published))
    known = {row["day"] for row in rows}
    missing = {day: works for day, works in published.items() if day not in known}
    if missing:
        await edit_days(unit, missing, packaged_version(), None)
    return len(missing)
