"""Deferral (缓缴): agreed by two people on a resolution of the staff, for a period (R-DEP-9)."""

from uuid import UUID, uuid4

from accounts.errors import Reason, Refused
from accounts.handlers.employers import ask_credit
from accounts.rules.deferral import Deferral, flaw
from accounts.store import deferrals as store
from accounts.store.deferrals import NewDeferral
from accounts.store.employers import lock_employer
from accounts.store.remittances import months_frozen
from accounts.store.rows import EmployerRow
from shared.messages.credit_checks import CreditMatter
from shared.messaging.unit import Unit


async def demand(unit: Unit, employer_number: str, asked: Deferral) -> EmployerRow:
    """Lock the employer and return it; raises `NOT_FOUND`, `CANNOT_DEFER` where it may not be agreed."""
    employer = await lock_employer(unit.connection, employer_number)
    if employer is None:
        raise Refused(Reason.NOT_FOUND)
    frozen = {month for _, month in await months_frozen(unit.connection, [employer_number])}
    why = flaw(asked, unit.clock.today(), employer["paid_up_to"], frozen)
    first, last = asked.first.first, asked.last.first
    if why is None and await store.overlaps(unit.connection, employer_number, first, last):
        why = "该期间已批准缓缴"
    if why is not None:
        raise Refused(Reason.CANNOT_DEFER, why=why)
    return employer


async def check(unit: Unit, employer_number: str, asked: Deferral) -> None:
    """Demand it, and ask credit about the employer for who decides; raises what `demand` does."""
    employer = await demand(unit, employer_number, asked)
    code, name = employer["social_credit_code"], employer["name"]
    ask_credit(unit, CreditMatter.DEFERRAL, employer_number, code, name)


async def agree(
    unit: Unit,
    employer_number: str,
    asked: Deferral,
    resolution_number: str,
    signed_by: tuple[UUID, UUID],
) -> None:
    """Let it hold from its first month on; raises what `check` does."""
    await check(unit, employer_number, asked)
    now = unit.clock.now()
    new = NewDeferral(uuid4(), employer_number, asked, resolution_number, *signed_by, now)
    await store.add(unit.connection, new)
