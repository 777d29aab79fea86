"""A lower ratio in hardship (降低缴存比例): agreed by two people, for a period (R-DEP-9)."""

from uuid import UUID, uuid4

from accounts.errors import Reason, Refused
from accounts.handlers.employers import ask_credit
from accounts.rules.lowering import Before, Lowering, Pair, flaw
from accounts.store import lowerings as store
from accounts.store.employers import lock_employer
from accounts.store.lowerings import NewLowering
from accounts.store.ratios import ratios_on
from accounts.store.remittances import months_frozen, policy_on
from accounts.store.rows import EmployerRow
from shared.messages.credit_checks import CreditMatter
from shared.messaging.unit import Unit


async def demand(unit: Unit, employer_number: str, asked: Lowering) -> EmployerRow:
    """Lock the employer and return it.

    Raises `NOT_FOUND`, `RATIO_NOT_ALLOWED`, `CANNOT_LOWER` where it may not be agreed.
    """
    employer = await lock_employer(unit.connection, employer_number)
    if employer is None:
        raise Refused(Reason.NOT_FOUND)
    await _demand_allowed(unit, asked)
    connection, first, last = unit.connection, asked.first.first, asked.last.first
    frozen = {month for _, month in await months_frozen(connection, [employer_number])}
    before = Before(
        employer["paid_up_to"],
        frozen,
        await ratios_on(connection, employer_number, first),
        await store.changed(connection, employer_number),
    )
    if await store.covering(connection, employer_number, first, last) is not None:
        raise Refused(Reason.CANNOT_LOWER, why="该期间已批准降低缴存比例")
    if (why := flaw(asked, unit.clock.today(), before)) is not None:
        raise Refused(Reason.CANNOT_LOWER, why=why)
    return employer


async def check(unit: Unit, employer_number: str, asked: Lowering) -> Pair:
    """Demand it, and ask credit about the employer for who decides; return the ratios that follow it."""
    employer = await demand(unit, employer_number, asked)
    code, name = employer["social_credit_code"], employer["name"]
    ask_credit(unit, CreditMatter.DEFERRAL, employer_number, code, name)
    return await ratios_on(unit.connection, employer_number, asked.back.first)


async def _demand_allowed(unit: Unit, asked: Lowering) -> None:
    for month in (asked.first, asked.last):
        policy = await policy_on(unit.connection, month.first)
        if not all(policy.allows_ratio(ratio) for ratio in asked.pair_bp):
            lowest, highest = (f"{bp / 100:g}" for bp in (policy.ratio_min_bp, policy.ratio_max_bp))
            raise Refused(Reason.RATIO_NOT_ALLOWED, lowest=lowest, highest=highest)


async def agree(
    unit: Unit,
    employer_number: str,
    asked: Lowering,
    resolution_number: str,
    signed_by: tuple[UUID, UUID],
    *,
    actor: str,
) -> None:
    """Let it hold for its months, and what was before from then on; raises what `check` does."""
    after_bp = await check(unit, employer_number, asked)
    now = unit.clock.now()
    new = NewLowering(
        uuid4(), employer_number, asked, after_bp, resolution_number, *signed_by, now, actor
    )
    await store.add(unit.connection, new)
