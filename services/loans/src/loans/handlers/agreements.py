"""Offset agreements (冲抵协议): signed and ended, on paper or online, never forgotten."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from loans import announcements, process
from loans.domain.contracts import OWING, Contract, OffsetAgreement
from loans.errors import Reason, Refused
from loans.handlers.booking import nothing_under_way
from loans.handlers.contracts import locked, not_in_the_future
from loans.handlers.merges import demand_stay
from loans.process import Step
from loans.rules.agreements import TERMS_VERSION
from loans.store import contracts as store
from shared.messages.estates import DeathRecorded
from shared.messages.loans import LoanChange
from shared.messaging.unit import Received, Unit, events_of


async def sign_online(
    unit: Unit, agreement: OffsetAgreement, by: uuid.UUID, accepted_version: str
) -> None:
    """A party of the loan signs for the own fund account, having accepted what it costs (R-REP-10)."""
    if accepted_version != TERMS_VERSION:
        raise Refused(Reason.TERMS_NOT_ACCEPTED)
    await sign_agreement(unit, agreement, by, accepted_version)


async def end_online(
    unit: Unit, contract_number: str, person_id: uuid.UUID, by: uuid.UUID
) -> OffsetAgreement:
    """A party ends the own agreement from today on."""
    for agreement in await store.agreements_of(unit.connection, contract_number):
        if agreement.person_id == person_id and agreement.ended_on is None:
            today = unit.clock.today()
            return await end_agreement(unit, contract_number, agreement.agreement_id, today, by)
    raise Refused(Reason.NO_AGREEMENT, day=unit.clock.today())


async def sign_agreement(
    unit: Unit, agreement: OffsetAgreement, by: uuid.UUID, terms_version: str | None = None
) -> None:
    """A borrower or co-borrower signed an offset agreement (R-LOAN-7), on paper or online."""
    contract = await signable(unit, agreement)
    await store.add_agreement(unit.connection, agreement, by, unit.clock.now(), terms_version)
    unit.emit(
        announcements.agreement_changed(
            contract, LoanChange.AGREEMENT_SIGNED, agreement.agreement_id, unit.clock.today()
        )
    )


async def signable(unit: Unit, agreement: OffsetAgreement) -> Contract:
    """Lock the contract of an agreement that may be signed; refuses it otherwise."""
    contract = await locked(unit, agreement.contract_number)
    await demand_stay(unit, [agreement.person_id])
    process.after(contract.state, Step.SIGN_AGREEMENT)
    not_in_the_future(unit, agreement.signed_on, "签订日期")
    await nothing_under_way(unit, agreement.contract_number)
    if contract.role_of(agreement.person_id) not in OWING:
        raise Refused(Reason.NOT_A_BORROWER)
    if agreement.signed_on < contract.signed_on:
        raise Refused(Reason.SIGNED_BEFORE_CONTRACT)
    for earlier in await store.agreements_of(unit.connection, agreement.contract_number):
        ended = earlier.ended_on
        if earlier.person_id == agreement.person_id and (
            ended is None or agreement.signed_on < ended
        ):
            raise Refused(Reason.AGREEMENT_IN_FORCE)
    return contract


async def end_agreement(
    unit: Unit, contract_number: str, agreement_id: uuid.UUID, ended_on: date, by: uuid.UUID
) -> OffsetAgreement:
    """End an agreement; that it was signed stays for ever (R-WDR-4)."""
    contract, agreement = await endable(unit, contract_number, agreement_id, ended_on)
    await store.end_agreement(unit.connection, agreement_id, ended_on, by, unit.clock.now())
    unit.emit(
        announcements.agreement_changed(
            contract, LoanChange.AGREEMENT_ENDED, uuid.uuid4(), unit.clock.today()
        )
    )
    return replace(agreement, ended_on=ended_on)


async def endable(
    unit: Unit, contract_number: str, agreement_id: uuid.UUID, ended_on: date
) -> tuple[Contract, OffsetAgreement]:
    """Lock the contract of an agreement that may end on a day; refuses it otherwise."""
    contract = await locked(unit, contract_number)
    await nothing_under_way(unit, contract_number)
    not_in_the_future(unit, ended_on, "终止日期")
    for agreement in await store.agreements_of(unit.connection, contract_number):
        if agreement.agreement_id == agreement_id:
            break
    else:
        raise Refused(Reason.NOT_FOUND)
    if agreement.ended_on is not None:
        raise Refused(Reason.AGREEMENT_ENDED)
    if ended_on < agreement.signed_on:
        raise Refused(Reason.ENDED_BEFORE_SIGNED)
    return contract, agreement


async def end_of_the_dead(unit: Unit, batch: Sequence[Received[DeathRecorded]]) -> None:
    """Who has died repays no loan from the fund account any more (R-WDR-45); what is on its way is booked."""
    by = {event.person_id: event.recorded_by for event in events_of(batch)}
    today = unit.clock.today()
    for number in await store.with_agreements_of(unit.connection, list(by)):
        contract = await locked(unit, number)
        for agreement in await store.agreements_of(unit.connection, number):
            if agreement.person_id in by and agreement.ended_on is None:
                await store.end_agreement(
                    unit.connection,
                    agreement.agreement_id,
                    max(today, agreement.signed_on),
                    by[agreement.person_id],
                    unit.clock.now(),
                )
                unit.emit(
                    announcements.agreement_changed(
                        contract, LoanChange.AGREEMENT_ENDED, agreement.agreement_id, today
                    )
                )
