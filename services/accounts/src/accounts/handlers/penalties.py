"""Fines on employers (行政处罚): imposed and lifted by two people, told to the credit platform (R-CRD-4)."""

from uuid import UUID, uuid4

from accounts.domain import Row
from accounts.errors import Reason, Refused
from accounts.rules import penalties as rules
from accounts.rules.penalties import Fine
from accounts.store import penalties as store
from shared.messages.penalties import EmployerPenaltyImposed, EmployerPenaltyLifted
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision


async def demand_lawful(unit: Unit, fine: Fine) -> rules.PenaltyRule:
    """The law by which a fine may be imposed; raises `CANNOT_FINE`, `PENALTY_KNOWN`."""
    laws = await store.rules(unit.connection)
    why = rules.flaw(fine, laws, unit.clock.today())
    if why is not None:
        raise Refused(Reason.CANNOT_FINE, why=why)
    if await store.known(unit.connection, fine.document_number):
        raise Refused(Reason.PENALTY_KNOWN)
    law = rules.rule_of(laws, fine.cause, fine.ordered_until)
    assert law is not None, "a fine without a law has a flaw"
    return law


async def impose(unit: Unit, fine: Fine, decision: Decision) -> UUID:
    """Fine an employer, registered with the fund or not, and tell the credit platform."""
    law, penalty_id = await demand_lawful(unit, fine), uuid4()
    by = decision.maker_id, decision.checker_id, unit.clock.now()
    if not await store.add(unit.connection, penalty_id, fine, law.basis, by):
        raise Refused(Reason.PENALTY_KNOWN)
    unit.emit(
        EmployerPenaltyImposed(
            penalty_id=penalty_id,
            social_credit_code=fine.social_credit_code,
            document_number=fine.document_number,
            name=fine.name,
            legal_representative=fine.legal_representative,
            cause=fine.cause,
            facts=fine.facts,
            basis=law.basis,
            fine_fen=fine.fine_fen,
            decided_on=fine.decided_on,
        )
    )
    return penalty_id


async def liftable(unit: Unit, penalty_id: UUID) -> Row:
    """Lock a fine that can be taken back; raises `NOT_FOUND`, `PENALTY_LIFTED`."""
    row = await store.lock(unit.connection, penalty_id)
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    if row["lifted"]:
        raise Refused(Reason.PENALTY_LIFTED)
    return row


async def lift(unit: Unit, penalty_id: UUID, decision: Decision) -> None:
    """Take a fine back that was wrong: nobody is shown it any more."""
    row = await liftable(unit, penalty_id)
    by = decision.maker_id, decision.checker_id
    await store.lift(unit.connection, penalty_id, unit.clock.now(), decision.reason, by)
    unit.emit(
        EmployerPenaltyLifted(
            penalty_id=penalty_id,
            social_credit_code=row["social_credit_code"],
            document_number=row["document_number"],
        )
    )
