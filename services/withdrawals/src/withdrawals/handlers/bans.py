"""Bans for false materials (R-WDR-14): imposed and lifted by two people, told to whoever lends."""

from datetime import date
from uuid import UUID, uuid4

from shared.base.calendar import MONTHS_PER_YEAR, months_after
from shared.messages.withdrawals import BanCause
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision
from withdrawals import announcements
from withdrawals.domain import Ban, PersonId
from withdrawals.errors import Reason, Refused
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


async def new_ban(unit: Unit, person_id: UUID, cause: BanCause, found_on: date) -> Ban:
    """Make a ban as the law of its day has it; raises `NO_BAN_RULE`."""
    moment = await rulebooks.moment(unit)
    try:
        years = ban_years(cause, moment.book.general(found_on))
    except NotInForce:
        years = None
    if years is None or found_on > moment.today:
        raise Refused(Reason.NO_BAN_RULE)
    ends_on = months_after(found_on, years * MONTHS_PER_YEAR)
    return Ban(uuid4(), PersonId(person_id), cause, found_on, ends_on)


INSERT = """
INSERT INTO ban (id, person_id, cause, found_on, ends_on, document_number, proposed_by, proposed_by_name,
                 proposed_at, confirmed_by, confirmed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT proposed_at FROM proposal WHERE id = $9), $10, $11)
"""


async def impose(unit: Unit, ban: Ban, document_number: str, decision: Decision) -> None:
    """Put a ban in force; open applications meet it at their next step."""
    await unit.connection.execute(
        INSERT,
        ban.id,
        ban.person_id,
        ban.cause.value,
        ban.found_on,
        ban.ends_on,
        document_number,
        decision.maker_id,
        decision.maker_name,
        decision.proposal_id,
        decision.checker_id,
        unit.clock.now(),
    )
    unit.emit(announcements.ban_imposed(ban, document_number))


LOCK = """
SELECT id, person_id, cause, found_on, ends_on, confirmed_at IS NOT NULL AS told,
       lifted_at IS NOT NULL AS lifted
FROM ban WHERE id = $1 FOR UPDATE
"""


async def liftable(unit: Unit, ban_id: UUID) -> tuple[Ban, bool]:
    """Lock a ban that can be taken back, and say whether others were told of it.

    Raises `NOT_FOUND` and `BAN_LIFTED`.
    """
    row = await unit.connection.fetchrow(LOCK, ban_id)
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    if row["lifted"]:
        raise Refused(Reason.BAN_LIFTED)
    cause = BanCause(row["cause"])
    ban = Ban(row["id"], PersonId(row["person_id"]), cause, row["found_on"], row["ends_on"])
    return ban, row["told"]


LIFT = "UPDATE ban SET lifted_by = $2, lifted_at = $3, lift_reason = $4 WHERE id = $1"


async def lift(unit: Unit, ban_id: UUID, decision: Decision) -> Ban:
    """Take a ban back that was wrong; it stays on record."""
    ban, told = await liftable(unit, ban_id)
    await unit.connection.execute(
        LIFT, ban_id, decision.checker_id, unit.clock.now(), decision.reason
    )
    if told:
        unit.emit(announcements.ban_lifted(ban))
    return ban
