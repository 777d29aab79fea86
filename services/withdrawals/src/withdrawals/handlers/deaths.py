"""A death is recorded, or revoked, by two people; what of the person's ends with it (R-WDR-45)."""

from uuid import UUID, uuid4

from shared.messaging.unit import Unit
from shared.proposals.operation import Decision
from withdrawals import agreements as rules
from withdrawals import decisions, estate_announcements
from withdrawals.couples import OVER
from withdrawals.domain import State
from withdrawals.errors import Reason, Refused
from withdrawals.estates import Death, Known
from withdrawals.handlers import couples
from withdrawals.handlers.moves import carry_out
from withdrawals.process import CANCELLABLE_STATES
from withdrawals.refusals import Reason as Refusal
from withdrawals.refusals import refuse
from withdrawals.store import agreements, applications, estates, rulebooks
from withdrawals.store import deaths as store

AGREEMENT_ENDED = "约定人已去世，约定提取终止。"


async def examine(unit: Unit, known: Known) -> None:
    """Raise `DIED_LATER` or `DEATH_STANDS` where it cannot be recorded."""
    if known.died_on > unit.clock.today():
        raise Refused(Reason.DIED_LATER)
    if await store.standing(unit.connection, known.person_id) is not None:
        raise Refused(Reason.DEATH_STANDS)


async def record(unit: Unit, known: Known, decision: Decision) -> Death:
    """Keep it, end agreements and what is open, and tell everybody: seal, end offsets, no login, no text."""
    death = Death(
        id=uuid4(),
        person_id=known.person_id,
        died_on=known.died_on,
        source=known.source,
        evidence=decision.evidence,
        recorded_on=unit.clock.today(),
        recorded_at=unit.clock.now(),
        proposed_by=decision.maker_id,
        decided_by=decision.checker_id,
    )
    if not await store.add(unit.connection, death):
        raise Refused(Reason.DEATH_STANDS)
    await _end_agreements(unit, death)
    await _refuse_open(unit, death)
    unit.emit(estate_announcements.recorded(death))
    return death


async def _end_agreements(unit: Unit, death: Death) -> None:
    """A run that is under way is refused with its application, or paid and claimed back."""
    found = await store.agreements_of(unit.connection, death.person_id)
    today = unit.clock.today()
    await agreements.save(
        unit.connection, [rules.ended(one, AGREEMENT_ENDED, today) for one in found]
    )
    if found:
        moment = await rulebooks.moment(unit)
        await couples.dissolve(unit, moment, [one.id for one in found], OVER)


async def _refuse_open(unit: Unit, death: Death) -> None:
    """What the dead had open is not paid any more; what is on its way to the bank cannot be held."""
    open_id = await store.open_application(unit.connection, death.person_id)
    if open_id is None:
        return
    locked = await applications.lock(unit.connection, [open_id])
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    actor = f"staff:{death.decided_by}"
    moves = [
        decisions.reject(case, refuse(Refusal.DECEASED), moment, actor)
        for case in locked.cases.values()
        if case.state in CANCELLABLE_STATES
    ]
    await carry_out(unit, locked.cases, moves)


async def revocable(unit: Unit, death_id: UUID) -> Death:
    """Lock a death that may still be revoked; raises `NOT_FOUND`, `DEATH_REVOKED` and `ESTATE_STANDS`."""
    death = await store.lock(unit.connection, death_id)
    if death is None:
        raise Refused(Reason.NOT_FOUND)
    if death.revoked_at is not None:
        raise Refused(Reason.DEATH_REVOKED)
    if await estates.stands(unit.connection, death_id):
        raise Refused(Reason.ESTATE_STANDS)
    return death


async def revoke(unit: Unit, death_id: UUID, decision: Decision) -> Death:
    """The person lives: the account opens again, logins and texts go on; agreements are signed anew."""
    death = await revocable(unit, death_id)
    await store.revoke(unit.connection, death_id, decision, unit.clock.now())
    unit.emit(estate_announcements.revoked(death, decision.checker_id))
    revoked = await store.lock(unit.connection, death_id)
    assert revoked is not None, "it is locked"
    return revoked


async def none_under_way(unit: Unit, person_id: UUID) -> None:
    """Raise `MONEY_UNDER_WAY` while a payment of before is with the bank."""
    open_id = await store.open_application(unit.connection, person_id)
    if open_id is None:
        return
    locked = await applications.lock(unit.connection, [open_id])
    if any(case.state is State.APPROVED for case in locked.cases.values()):
        raise Refused(Reason.MONEY_UNDER_WAY)
