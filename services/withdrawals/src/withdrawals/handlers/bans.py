"""Bans for false materials (R-WDR-14): proposed by one person, in force when another confirms."""

from datetime import date
from uuid import UUID, uuid4

import asyncpg

from shared.base.calendar import MONTHS_PER_YEAR, months_after
from shared.messages.withdrawals import BanCause
from shared.messaging.unit import Unit
from withdrawals import announcements
from withdrawals.domain import Ban, PersonId
from withdrawals.errors import Reason, Refused
from withdrawals.handlers.review import Reviewer
from withdrawals.rules.book import NotInForce
from withdrawals.rules.model import GeneralTerms
from withdrawals.store import rulebooks


def ban_years(cause: BanCause, terms: GeneralTerms) -> int | None:
    """Return how long the ban is by the law of the day; None where it has none."""
    by_cause = {
        BanCause.FALSE_MATERIALS: terms.false_materials_ban_years,
        BanCause.LOAN_FRAUD: terms.loan_fraud_ban_years,
    }
    return by_cause[cause]


INSERT = """
INSERT INTO ban (id, person_id, cause, found_on, ends_on, document_number,
                 proposed_by, proposed_by_name, proposed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""


async def propose(
    unit: Unit,
    reviewer: Reviewer,
    *,
    person_id: UUID,
    cause: BanCause,
    found_on: date,
    document_number: str,
) -> UUID:
    """Record a ban that waits for its confirmation; raises `NO_BAN_RULE`."""
    moment = await rulebooks.moment(unit)
    try:
        years = ban_years(cause, moment.book.general(found_on))
    except NotInForce:
        years = None
    if years is None or found_on > moment.today:
        raise Refused(Reason.NO_BAN_RULE)
    ban_id = uuid4()
    await unit.connection.execute(
        INSERT,
        ban_id,
        person_id,
        cause.value,
        found_on,
        months_after(found_on, years * MONTHS_PER_YEAR),
        document_number,
        reviewer.id,
        reviewer.name,
        moment.now,
    )
    return ban_id


LOCK = """
SELECT id, person_id, cause, found_on, ends_on, proposed_by, confirmed_at, lifted_at
FROM ban WHERE id = $1 FOR UPDATE
"""

CONFIRM = "UPDATE ban SET confirmed_by = $2, confirmed_at = $3 WHERE id = $1"


async def confirm(unit: Unit, ban_id: UUID, reviewer: Reviewer) -> None:
    """Put a ban in force; open applications meet it at their next step."""
    row = await unit.connection.fetchrow(LOCK, ban_id)
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    if row["confirmed_at"] is not None or row["lifted_at"] is not None:
        raise Refused(Reason.BAN_NOT_WAITING)
    if row["proposed_by"] == reviewer.id:
        raise Refused(Reason.SAME_PERSON)
    await unit.connection.execute(CONFIRM, ban_id, reviewer.id, unit.clock.now())
    unit.emit(announcements.ban_imposed(_told(row)))


LIFT = "UPDATE ban SET lifted_by = $2, lifted_at = $3, lift_reason = $4 WHERE id = $1"


async def lift(unit: Unit, ban_id: UUID, reviewer: Reviewer, reason: str) -> None:
    """Take a ban back that was wrong; it stays on record."""
    row = await unit.connection.fetchrow(LOCK, ban_id)
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    if row["lifted_at"] is not None:
        raise Refused(Reason.BAN_NOT_WAITING)
    if row["proposed_by"] == reviewer.id and row["confirmed_at"] is not None:
        raise Refused(Reason.SAME_PERSON)
    await unit.connection.execute(LIFT, ban_id, reviewer.id, unit.clock.now(), reason)
    if row["confirmed_at"] is not None:
        unit.emit(announcements.ban_lifted(_told(row)))


def _told(row: asyncpg.Record) -> Ban:
    return Ban(
        row["id"],
        PersonId(row["person_id"]),
        BanCause(row["cause"]),
        row["found_on"],
        row["ends_on"],
    )
